// Several schools: the file a school gives, the files a trainer drops, what they show together, and what stays withheld.
import assert from 'node:assert/strict';
import test from 'node:test';
import * as app from './app.mjs';

const here = app.setting();

/** Everything that a file for the animator must leave. */
const SECRETS = ['Collège Ada-Lovelace', '0750655E', 'Rennes-académie', 'une note', 'une note privée', 'un avis', 'une raison',
  'Notre titre à nous', 'La direction'];

function full() {
  const answers = app.everyAnswer((c, i) => ({ level: i % 4 }));
  const [first, second, third] = app.essential();
  Object.assign(answers[first.id], { note: 'une note', private_note: 'une note privée', dissent: 'un avis' });
  answers[second.id] = { status: 'not_applicable', reason: 'une raison' };
  answers[third.id] = { status: 'unknown', check: { who: 'La direction', by: '2027-01-10' } };
  return app.dossier({
    answers,
    school: { name: 'Collège Ada-Lovelace', uai: '0750655E', types: ['college'], academie: 'Rennes-académie', commune: 'Fougères', pupils: 412 },
    campaign: { participants: { direction: 1, parents: 2 } },
    plan: [{ id: 'p1', title: 'Notre titre à nous', criterion: first.id, to: 2, state: 'todo' }],
  });
}

test('the file for the animator is read before it is saved, without the name, then with it', async (t) => {
  const page = await here.visit(t, '#/donnees');
  await app.openDossier(page, full());
  await page.getByRole('link', { name: 'Fichier pour l’animateur' }).click();
  await app.at(page, 'Fichier pour l’animateur');
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1');
  const held = await page.getByRole('region', { name: 'Ce qu’il contient' }).innerText();
  for (const words of ['Fougères', '412', '16 réponses', '3 personnes']) assert.ok(app.plain(held).includes(words), `${words} in ${held}`);
  assert.ok(!held.includes('Ada-Lovelace'));
  await page.getByText('Lire le fichier, mot pour mot').click();
  const read = await page.locator('pre').innerText();
  const save = () => app.download(page, () => page.getByRole('button', { name: 'Enregistrer ce fichier' }).click());
  const without = await save();
  assert.match(without.name, /^ecole-essai_\d{4}-\d\d-\d\d_animateur\.paliers\.json$/);
  assert.equal(without.text.trim(), read.trim());
  for (const secret of SECRETS) assert.ok(!without.text.includes(secret), secret);
  const said = JSON.parse(without.text);
  assert.deepEqual(said.school, { types: ['college'], commune: 'Fougères', pupils: 412 });
  assert.equal(Object.keys(said.campaigns[0].answers).length, 16);
  await page.getByLabel('Avec le nom de l’école').check();
  await page.getByLabel('Avec les titres d’actions que nous avons écrits').check();
  const withNames = await save();
  assert.match(withNames.name, /^college-ada-lovelace_.*_animateur\.paliers\.json$/);
  assert.equal(JSON.parse(withNames.text).school.name, 'Collège Ada-Lovelace');
  assert.equal(JSON.parse(withNames.text).plan[0].title, 'Notre titre à nous');
  assert.ok(!withNames.text.includes('une note'));
  assert.deepEqual(page.faults, []);
});

test('a computer that gives no file shows the lines to type', async (t) => {
  const page = await here.visit(t, '#/donnees');
  await app.openDossier(page, full());
  await app.go(page, '#/donnees?voir=animateur');
  await page.getByText('Les lignes à taper').click();
  const { body } = await app.table(page, 'Réponses à taper');
  assert.deepEqual(body.map((row) => row[0]), app.essential().map((c) => app.plain(c.title)));
  assert.deepEqual(body.slice(0, 4).map((row) => row[1]), ['0 (à engager)', 's (sans objet)', 'v (à vérifier)', '3 (ancré)']);
  assert.deepEqual(page.faults, []);
});

test('without a dossier the file for the animator says what to do first', async (t) => {
  const page = await here.visit(t, '#/donnees?voir=animateur');
  await page.getByText('Aucun dossier n’est ouvert').waitFor();
  await page.getByRole('main').getByRole('link', { name: 'Mes dossiers' }).click();
  await app.at(page, 'Mes dossiers');
  assert.deepEqual(page.faults, []);
});
