// A school that has written a great deal: every question answered twice, 30 irritants, 40 decided actions, 30 indicators,
// 30 contacts, meetings, documents and their drills. Made here, so that no huge file is kept.
import * as app from './app.mjs';

export const IRRITANTS = 30;
export const ACTIONS = 40;
export const INDICATORS = 30;
export const ACTORS = 30;
/** The types that have every question of the référentiel. */
const TYPES = ['college', 'lycee_gt', 'lycee_pro'];

const many = (number, make) => Array.from({ length: number }, (_, i) => make(i));
const day = (i) => `202${6 + (i % 3)}-${String(1 + (i % 12)).padStart(2, '0')}-${String(10 + (i % 18)).padStart(2, '0')}`;
const thematique = (i) => app.FRAMEWORK.thematiques[i % app.FRAMEWORK.thematiques.length].id;

function answers(shift) {
  return Object.fromEntries(app.FRAMEWORK.criteria.map((c, i) => [c.id, i % 9 === 4
    ? { status: 'unknown', check: { who: 'Mme Diallo', by: '2026-12-04' } }
    : { level: (i * 7 + shift) % 4, basis: 'observed', dots: i % 5, note: `Une note ${i}`, dissent: i % 6 ? undefined : `Un autre avis ${i}` }]));
}

function workshop(id, title) {
  const stuck = many(IRRITANTS, (i) => ({ id: `c${i}`, kind: 'stuck', text: `Ce point coince ${i} : le débit manque`, who: 'parents', ...(i % 3 ? { thematique: thematique(i) } : {}) }));
  const works = many(24, (i) => ({ id: `w${i}`, kind: 'works', text: `Cela marche ${i}`, who: 'enseignants', thematique: thematique(i) }));
  const needs = stuck.map(({ id: answered }, i) => ({ id: `n${i}`, text: `Un besoin ${i}`, answers: [answered] }));
  const axes = needs.map(({ id: answered }, i) => ({ id: `x${i}`, text: `Un axe ${i} : mesurer la connexion`, answers: [answered] }));
  return { id, title, date: '2026-11-12', cards: [...stuck, ...works], needs, axes };
}

function item(i) {
  const { id, criterion, to, axis, title, steps, leads, involved, period, horizon, indicators, success_factors: success } = app.FRAMEWORK.actions[i];
  return {
    id: `p${i}`, action: id, criterion, to, thematique: id.split('.')[0], axis, title: `${title} ${i}`, how: steps, leads, involved, period, horizon,
    indicators, success, state: ['todo', 'doing', 'waiting', 'done'][i % 4], waiting_for: 'La collectivité', sequence: 1, note: `Une note ${i}`,
    ...(i % 3 ? { due: day(i) } : {}), steps: steps.map((text, n) => ({ text, done: n === 0 })), effort: 'medium',
    origin: { kind: 'irritant', ref: `w0.x${i % IRRITANTS}` },
  };
}

/** The dossier. */
export function big() {
  const asked = app.FRAMEWORK.criteria.map((c) => c.id);
  const campaign = { scope: 'complete', participants: { direction: 1, enseignants: 12, parents: 4, eleves: 4 } };
  const opinions = Object.fromEntries(asked.map((id, i) => [id, i % 3 ? { 1: 5, 2: 4, roles: { eleves: { 1: 2, 2: 1 } } } : { 0: 3, 1: 2, 3: 3, unknown: 2 }]));
  const meetings = many(4, (i) => ({ id: `m${i}`, date: day(i), campaign: 'hiver', started: '2026-11-12T16:00:00Z', sheets: 12, opinions,
    present: { direction: 1, enseignants: 4, parents: 4, eleves: 3 }, adopted: asked.slice(0, 20), discussed: asked.slice(20), next: day(i + 1), sequence: 1, workshop: 'w0' }));
  const indicators = many(INDICATORS, (i) => {
    const { id, title, unit } = app.FRAMEWORK.indicators[i];
    return { id: `i${i}`, indicator: id, title: `${title} ${i}`, unit, start: '40', target: '80', effect: `Un effet ${i}`, corrective: `Un ajustement ${i}`,
      values: many(12, (n) => ({ date: day(n), value: String(40 + n) })) };
  });
  const drills = many(12, (i) => ({ id: `e${i}`, date: day(i), done: i % 2 === 0, tried: `Essai ${i}`, worked: 'Tout', mend: 'Un numéro' }));
  const papers = ['phare', 'pret', 'charte', 'familles', 'incident', 'mission', 'continuite'].flatMap((model) =>
    many(3, (i) => ({ id: `${model}${i}`, model, ...(model === 'continuite' ? { drills } : {}), ...(model === 'phare' ? { item: `p${i}` } : {}) })));
  return {
    ...app.dossier(), id: 'grand', school: { name: 'Cité scolaire Ada-Lovelace', uai: '', types: TYPES, academie: 'Nantes', commune: 'Saint-Exemple', pupils: 1400 },
    campaigns: [
      { ...campaign, id: 'printemps', name: 'Point d’étape de mars 2026', date: '2026-03-12', answers: answers(0) },
      { ...campaign, id: 'hiver', name: 'Point d’étape de novembre 2026', date: '2026-11-12', answers: answers(1) },
    ],
    targets: {
      thematiques: Object.fromEntries(app.FRAMEWORK.thematiques.map(({ id }) => [id, { level: 3, due: '2027-06-30' }])),
      criteria: Object.fromEntries(asked.map((id) => [id, { level: 3, due: '2027-06-30' }])),
    },
    set_aside: app.FRAMEWORK.actions.slice(60, 72).map(({ id }) => ({ action: id })),
    plan: many(ACTIONS, item), workshops: many(6, (i) => workshop(`w${i}`, `Atelier ${i}`)), meetings, indicators, papers,
    actors: many(ACTORS, (i) => ({ id: `a${i}`, role: `Fonction ${i}`, purpose: `Une panne ${i}`, contact: '02 00 00 00 00' })),
  };
}
