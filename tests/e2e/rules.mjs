// The rules of calculation once more, written apart from the app, so that the bilan is checked against something else
// than itself. Weights and shares are whole numbers.
import { FRAMEWORK, inWords as named } from './app.mjs';

const weight = (entry) => entry.criterion.weight ?? 1;
const sum = (entries, of) => entries.reduce((total, entry) => total + of(entry), 0);
const rounded = (n, d) => Math.floor((200 * n + d) / (2 * d));

/** What one thématique's questions are worth; `answers` as a dossier file holds them. */
function selection(thematique, types, answers) {
  return FRAMEWORK.criteria
    .filter((c) => c.sub_theme.startsWith(`${thematique.id}.`) && c.essential)
    .filter((c) => !c.applies_to?.length || c.applies_to.some((type) => types.includes(type)))
    .map((criterion) => ({ criterion, answer: answers[criterion.id] ?? {} }))
    .filter(({ answer }) => answer.status !== 'not_applicable')
    .map(({ criterion, answer }) => ({ criterion, level: answer.status ? null : answer.level ?? null }));
}

function palier(entries, unknown) {
  const level = (entry) => entry.level ?? unknown;
  const whole = sum(entries, weight);
  const reached = (p) => entries.every((e) => !e.criterion.core || level(e) >= p)
    && 100 * sum(entries.filter((e) => level(e) >= p), weight) >= FRAMEWORK.tier_rule.share * whole;
  return [3, 2, 1].find(reached) ?? 0;
}

/** The rows of « Résultats par thématique » for L'essentiel. */
export function results(types, answers) {
  return FRAMEWORK.thematiques.map((thematique) => {
    const entries = selection(thematique, types, answers);
    const answered = entries.filter((entry) => entry.level !== null);
    if (!answered.length) return [thematique.title, '—', entries.length ? `0 sur ${entries.length}` : '—', '—', '—'];
    const [low, high] = [palier(entries, 0), palier(entries, 3)];
    const progress = rounded(sum(answered, (e) => weight(e) * e.level), sum(answered, (e) => 3 * weight(e)));
    return [
      thematique.title, low === high ? named(low) : `entre ${low} et ${high}`, `${answered.length} sur ${entries.length}`,
      `${progress} %`, named(Math.min(low + 1, 3)),
    ];
  });
}
