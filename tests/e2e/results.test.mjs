// The bilan argued over: where a palier comes from, objectifs, points d’étape compared, other readings.
import assert from 'node:assert/strict';
import test from 'node:test';
import * as app from './app.mjs';

const here = app.setting();
const QUESTIONS = app.essential();
const { thematiques } = app.FRAMEWORK;

/** A collège that answered « bases posées » to every question of L'essentiel, but for one to check. */
async function opened(t, address, changes = {}) {
  const page = await here.visit(t, '#/donnees');
  const answers = app.everyAnswer((c, i) => (i === 4
    ? { level: null, status: 'unknown', check: { who: 'Mme Diallo', by: '2020-12-04' } } : { level: 1 }));
  await app.openDossier(page, app.dossier({ answers, ...changes }));
  await app.go(page, address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

async function cellsOf(page, caption, title) {
  const { head, body } = await app.table(page, caption);
  const row = body.find((cells) => cells[0] === app.plain(title));
  return Object.fromEntries(head.map((name, i) => [name, row[i]]));
}

test('where a palier comes from is opened by keyboard and says its arithmetic', async (t) => {
  const page = await opened(t, '#/bilan');
  const [{ title }] = thematiques;
  const summary = page.getByText(`${title} : d’où vient ce palier ?`);
  await summary.focus();
  await page.keyboard.press('Enter');
  const said = page.locator('details[open]').filter({ has: summary });
  await said.getByText('il en faut 60 %').first().waitFor();
  const words = app.plain(await said.innerText());
  assert.match(words, /questions? sur \d+ (est|sont) au palier 1 ou plus haut, (soit|avec leurs poids,) \d+ %/);
  assert.match(words, /Avancement : .* marches? .* sur \d+ possibles/);
  assert.match(words, /Aucun n'est choisi ; c'est la marche suivante/);
  // What is open stays open when something else changes.
  await page.getByText('Dire quelles réponses reposent').click();
  await page.getByRole('checkbox', { name: QUESTIONS[0].title }).check();
  assert.ok(await said.getByText('il en faut 60 %').first().isVisible());
});

test('what rests on a document is asked once, ticked, kept and undone', async (t) => {
  const page = await opened(t, '#/bilan');
  await page.getByText('Nous ne l’avons pas encore dit.').waitFor();
  await page.getByText('Dire quelles réponses reposent').click();
  await page.getByRole('checkbox', { name: QUESTIONS[0].title }).check();
  await page.getByLabel('Et les autres ?').selectOption({ label: 'Un avis partagé' });
  await page.getByText('1 sur un document ou une mesure et 14 sur un avis partagé').waitFor();
  await app.saved(page);
  await app.go(page, '#/donnees');
  const { answers } = (await app.backup(page)).campaigns[0];
  assert.deepEqual([answers[QUESTIONS[0].id].basis, answers[QUESTIONS[1].id].basis, answers[QUESTIONS[4].id].basis],
    ['measured', 'opinion', undefined]);
  await page.getByRole('button', { name: 'Annuler' }).first().click();
  await app.go(page, '#/bilan');
  await page.getByText('1 sur un document ou une mesure.').waitFor();
});

test('an objectif is chosen, seen in both tables, dated, and taken back', async (t) => {
  const page = await opened(t, '#/objectifs');
  const [first, second] = thematiques;
  await page.getByRole('link', { name: second.short }).click();
  await page.getByRole('heading', { level: 2, name: second.title }).waitFor();
  const own = page.getByRole('group', { name: 'Objectif de la thématique' });
  await own.getByLabel('Palier visé').selectOption({ label: '3 – ancré' });
  await own.getByLabel('Pour quand ?').fill('2027-06-30');
  const row = await cellsOf(page, 'Objectifs par thématique', second.title);
  assert.deepEqual([row.Objectif, row['Pour quand']], ['3 – ancré', '30 juin 2027']);
  await page.getByText('marches jusqu’à l’objectif').waitFor();
  const question = page.getByRole('group', { name: QUESTIONS.find((c) => c.id.startsWith(second.id)).title });
  await question.getByLabel('Pastilles du comité').fill('5');
  await page.getByRole('link', { name: 'Revenir au bilan' }).click();
  assert.equal((await cellsOf(page, 'Résultats par thématique', second.title)).Objectif, '3 – ancré');
  assert.equal((await cellsOf(page, 'Résultats par thématique', first.title)).Objectif, '2 – partagé');
  await page.goBack();
  await own.getByLabel('Palier visé').selectOption({ label: 'La marche suivante' });
  assert.equal((await cellsOf(page, 'Objectifs par thématique', second.title))['Pour quand'], '—');
  await app.saved(page);
  await app.go(page, '#/donnees');
  const { targets, campaigns } = await app.backup(page);
  assert.deepEqual(targets.thematiques, {});
  assert.equal(Object.values(campaigns[0].answers).filter((answer) => answer.dots === 5).length, 1);
});

test('a new point d’étape takes the answers up; one raised, the evolution says so', async (t) => {
  const page = await opened(t, '#/bilan?voir=evolution');
  await page.getByText('Un seul point d’étape pour l’instant').waitFor();
  await page.getByText('Mme Diallo, avant le 4 décembre 2020 ; cette date est passée').waitFor();
  await page.getByRole('button', { name: 'Commencer avec les dernières réponses' }).click();
  await page.getByText('est commencé.').waitFor();
  await app.go(page, app.addressOf(QUESTIONS[0]));
  const line = app.line(page, QUESTIONS[0]);
  await line.or(app.question(page, QUESTIONS[0])).first().waitFor();
  if (await line.count()) {
    assert.match(app.plain(await line.innerText()), /1 – bases posées/);
    await line.click();
  }
  await app.fact(page, QUESTIONS[0], 3).click();
  await app.go(page, '#/bilan?voir=evolution');
  await page.getByText('Sur 16 questions communes, 1 a monté.').waitFor();
  await page.getByRole('heading', { name: 'Ce qui a monté' }).waitFor();
  await page.getByText('de « 1 – bases posées » à « 3 – ancré »').waitFor();
  const row = await cellsOf(page, 'Évolution par thématique', thematiques[0].title);
  assert.equal(row.Avant, '1 – bases posées');
  await page.getByRole('img', { name: 'Palier de chaque thématique' }).waitFor();
  // The same point d’étape with itself.
  await page.getByRole('combobox', { name: 'De', exact: true }).selectOption({ index: 1 });
  await page.getByText('toutes les réponses sont les mêmes').waitFor();
  assert.deepEqual(page.faults, []);
});

test('the same results by champ d’action, by SELFIE, and every answer at a glance', async (t) => {
  const page = await opened(t, '#/bilan');
  await page.getByRole('link', { name: 'Lire les résultats par champ d’action' }).click();
  await app.at(page, 'Bilan : résultats par champ d’action');
  await page.getByText('Les correspondances sont proposées').waitFor();
  const { head, body } = await app.table(page, 'Résultats par champ d’action');
  assert.deepEqual(head, ["Champ d'action", 'Palier', 'Réponses', 'Avancement']);
  const champs = new Set(QUESTIONS.flatMap((c) => c.crosswalk.creteil));
  assert.equal(body.length, champs.size);
  for (const cells of body) assert.match(cells[3], /^33 %|—$/);
  await page.getByRole('link', { name: 'Lire les résultats par domaine de SELFIE' }).click();
  await app.table(page, 'Résultats par domaine de SELFIE');
  await page.getByRole('link', { name: 'Revenir au bilan' }).click();
  await page.getByRole('link', { name: 'Voir toutes les réponses d’un coup d’œil' }).click();
  await page.getByText('15 au palier 1 – bases posées et 1 à vérifier').waitFor();
  const heat = page.getByRole('table', { name: 'Réponses par sous-thématique' });
  await heat.getByRole('cell', { name: `${QUESTIONS[0].title} 1 – bases posées` }).waitFor();
});

test('the radar shows what the plan leads to, when asked', async (t) => {
  const page = await opened(t, '#/bilan');
  const shapes = () => page.getByRole('img', { name: 'Radar des paliers' }).evaluate((chart) => chart.querySelectorAll('*').length);
  await page.getByRole('img', { name: 'Radar des paliers' }).waitFor();
  const before = await shapes();
  await page.getByLabel('Montrer aussi sur le radar').selectOption({ label: 'Le palier si le plan réussit (ronds vides)' });
  await page.waitForFunction((n) => document.querySelectorAll('.radar *').length > n, before);
  assert.ok(await shapes() <= 40, 'at most 40 nodes');
});
