// The whole journey of one hour, from an empty browser to the printed report, and what is left after the browser closes.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import * as app from './app.mjs';
import { results } from './rules.mjs';

/** Counts gestures: a click or a key press is one, whatever is typed in a field is apart. */
class Person {
  gestures = 0;

  async click(target) { this.gestures += 1; await target.click(); }

  async type(field, text) { await this.click(field); await field.fill(text); }
}

const TO_CHECK = 4;
const NO_OBJECT = 12;
const REASON = 'Les appareils sont ceux de la mairie';

/** Answers of every kind, as the file would hold them. */
function given(criterion, index) {
  if (index === TO_CHECK) return { status: 'unknown' };
  if (index === NO_OBJECT) return { status: 'not_applicable' };
  return { level: [2, 1, 3, 2, 0, 2][index % 6] };
}

async function answer(person, page, criterion, index) {
  const choice = given(criterion, index);
  const group = app.question(page, criterion);
  if (choice.status === 'unknown') {
    await person.click(group.getByRole('radio', { name: 'À vérifier' }));
    await person.type(group.getByLabel('Qui vérifie ?'), 'Mme Diallo');
    await person.type(group.getByLabel('Pour quand ?'), '2026-12-04');
    await person.click(page.getByRole('button', { name: 'Question suivante' }));
  } else if (choice.status === 'not_applicable') {
    await person.click(group.getByRole('radio', { name: 'Sans objet chez nous' }));
    await person.type(group.getByRole('textbox', { name: 'Parce que…' }), REASON);
    await person.click(page.getByRole('button', { name: 'Question suivante' }));
  } else {
    await person.click(app.fact(page, criterion, choice.level));
  }
}

/** Decides three pistes, puts one off, and gives the second a pilot and a state. */
async function plan(person, page) {
  const titles = [];
  for (let n = 0; n < 3; n += 1) {
    const decide = page.getByRole('button', { name: 'Décider :' }).first();
    titles.push(app.plain(await decide.getAttribute('aria-label')).replace('Décider : ', ''));
    await person.click(decide);
    await page.getByText(`Décidé : ${titles[n].replaceAll("'", '’')}`).waitFor();
  }
  const putOff = page.getByRole('button', { name: 'Pas maintenant :' }).first();
  const later = app.plain(await putOff.getAttribute('aria-label')).replace('Pas maintenant : ', '');
  await person.click(putOff);
  await page.getByText('Mis de côté pour l’instant.').waitFor();
  await person.click(page.getByRole('link', { name: 'Modifier :' }).nth(1));
  await app.at(page, 'Modifier l’action');
  assert.match(page.url(), /#\/plan\/[A-Za-z0-9._-]{1,64}$/);
  await person.type(page.getByLabel('Pilote, une fonction par ligne'), 'Principale adjointe');
  await page.getByLabel('État').selectOption({ label: 'En cours' });
  person.gestures += 2;
  await person.click(page.getByRole('button', { name: 'Revenir au plan' }));
  return { titles, later };
}

async function checkPlan(page, { titles, later }) {
  await app.at(page, 'Plan d’action');
  const { head, body } = await app.table(page, 'Plan d’action');
  assert.deepEqual(head, ['Thématique', "Axe d'amélioration (quoi)", 'Action (comment)', 'Qui', 'Quand',
    'Indicateurs et facteurs de réussite', 'État']);
  assert.deepEqual(body.map((row) => row[2].replace(/ Modifier$/, '')), titles);
  assert.match(body[1][3], /^Principale adjointe/);
  assert.deepEqual(body.map((row) => row[6]), ['À lancer', 'En cours', 'À lancer']);
  assert.equal(await page.getByRole('button', { name: `Pas maintenant : ${later}` }).count(), 0);
  await page.getByText('Pas maintenant (1 piste)').waitFor();
}

async function printed(page) {
  const folder = await mkdtemp(join(tmpdir(), 'paliers-pdf-'));
  const file = join(folder, 'rapport.pdf');
  await writeFile(file, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  const text = app.plain(execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }));
  const raw = app.plain(execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }));
  await rm(folder, { recursive: true });
  return { text, raw };
}

test('from an empty browser to the printed report in at most 60 gestures, kept when the browser closes', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'paliers-profile-'));
  const host = await app.host();
  let context = await app.profile(folder);
  t.after(async () => { await context.close(); await host.close(); await rm(folder, { recursive: true, force: true }); });
  await context.addInitScript(() => { window.print = () => { window.printed = true; }; });
  const page = await app.open(context, host.url);
  const person = new Person();

  await app.at(page, 'Quarante minutes');
  await person.click(page.getByRole('button', { name: 'Commencer', exact: true }));
  await app.at(page, 'Votre école ou établissement');
  await person.click(page.getByRole('checkbox', { name: 'Collège' }));
  await person.type(page.getByLabel('Nom', { exact: true }), 'Collège Ada-Lovelace');
  await page.getByText('L’essentiel (16 questions, 40 min)').waitFor();
  await person.click(page.getByRole('button', { name: 'Répondre aux questions' }));

  const questions = app.essential();
  assert.equal(questions.length, 16);
  for (const [index, criterion] of questions.entries()) await answer(person, page, criterion, index);

  await app.at(page, 'Bilan');
  assert.equal(await page.title(), 'Bilan – Collège Ada-Lovelace – Paliers');
  const answers = app.everyAnswer(given);
  const bilan = await app.table(page, 'Résultats par thématique');
  assert.deepEqual(bilan.head, ['Thématique', 'Palier', 'Réponses', 'Avancement', 'Objectif']);
  assert.deepEqual(bilan.body, results(['college'], answers).map((row) => row.map(app.plain)));
  assert.match(bilan.body.map((row) => row[1]).join(), /entre \d et \d/, 'a question to check widens a palier');

  await person.click(page.getByRole('link', { name: 'Choisir nos actions' }));
  await app.at(page, 'Plan d’action');
  const decided = await plan(person, page);
  await checkPlan(page, decided);

  await person.click(page.getByRole('link', { name: 'Voir le rapport à imprimer' }));
  await app.at(page, 'Rapport');
  await person.click(page.getByRole('button', { name: 'Imprimer ou enregistrer en PDF' }));
  assert.equal(await page.evaluate(() => window.printed), true);
  const { text, raw } = await printed(page);
  for (const title of decided.titles) assert.ok(raw.includes(title), `the printed report holds « ${title} »`);
  assert.ok(text.includes('Collège Ada-Lovelace'));
  assert.ok(raw.includes('Mme Diallo, avant le 4 décembre 2026'));
  assert.ok(!text.includes('Imprimer ou enregistrer en PDF'), 'what is for the screen is not printed');
  t.diagnostic(`${person.gestures} gestures`);
  assert.ok(person.gestures <= 60, `${person.gestures} gestures`);

  await page.reload();
  await app.at(page, 'Rapport');
  await app.go(page, '#/plan');
  await checkPlan(page, decided);
  assert.deepEqual(page.faults, []);

  await context.close();
  context = await app.profile(folder);
  const again = await app.open(context, host.url);
  await again.getByRole('button', { name: 'Collège Ada-Lovelace' }).click();
  await again.getByRole('link', { name: 'Bilan', exact: true }).click();
  assert.deepEqual((await app.table(again, 'Résultats par thématique')).body, bilan.body);
  await again.getByRole('link', { name: 'Plan d’action', exact: true }).click();
  await checkPlan(again, decided);
  await app.go(again, app.addressOf(questions[NO_OBJECT]));
  const reason = again.getByRole('textbox', { name: 'Parce que…' });
  assert.equal(await reason.inputValue(), REASON);
  assert.deepEqual(again.faults, []);
});
