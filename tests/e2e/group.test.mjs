// Several schools: the file a school gives, the files a trainer drops, what they show together, and what stays withheld.
import assert from 'node:assert/strict';
import test from 'node:test';
import * as app from './app.mjs';
import { zip } from './zip.mjs';

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

/** The file of a school for the animator. */
function school(n, { types = ['college'], commune = 'Fougères', level = () => n % 4, ...changes } = {}) {
  const answers = Object.fromEntries(app.essential(types).map((c, i) => [c.id, { level: level(c, i) }]));
  return {
    format: 'paliers-dossier', schema: 1, id: `ecole-${n}`, framework: { id: app.FRAMEWORK.id, version: app.FRAMEWORK.version },
    school: { types, commune, pupils: 100 + n },
    campaigns: [{ id: `c${n}`, date: '2026-11-12', scope: 'essential', participants: { direction: 1 }, answers }],
    plan: [], ...changes,
  };
}

const file = (name, text) => ({ name, mimeType: 'application/json', buffer: Buffer.from(typeof text === 'string' ? text : JSON.stringify(text)) });

/** Drops files in the view. */
async function drop(page, files) {
  await page.getByLabel('Déposer ou choisir les fichiers des écoles').setInputFiles(files);
  await page.getByRole('status').filter({ hasText: /entré/ }).waitFor();
}

const view = (page, name) => page.getByRole('navigation', { name: 'Vues de plusieurs écoles' }).getByRole('link', { name, exact: true }).click();

/** Three écoles of Fougères, four collèges of Vitré and a lycée professionnel. */
const EIGHT = [0, 1, 2].map((n) => school(n, { types: ['elementaire'] }))
  .concat([3, 4, 5, 6].map((n) => school(n, { commune: 'Vitré' })), [school(7, { types: ['lycee_pro'], commune: 'Rennes' })]);

test('eight files and a bad one: who is in, what stayed outside, medians, and what a filter withholds', async (t) => {
  const page = await here.visit(t, '#/groupe');
  await app.at(page, 'Plusieurs écoles');
  await drop(page, [...EIGHT.map((d, n) => file(`e${n}.paliers.json`, d)), file('photo.json', '{"format": "image"}'), file('coupe.json', '{"format": ')]);
  await page.getByText('8 fichiers sont entrés ; 2 fichiers sont restés dehors, avec leur raison.').waitFor();
  const outside = page.getByRole('region', { name: 'Restés dehors' });
  assert.deepEqual((await outside.getByRole('listitem').allInnerTexts()).map((text) => text.split(/\s:/)[0]), ['photo.json', 'coupe.json']);
  await outside.getByText('n’est pas un dossier de Paliers').waitFor();
  await page.getByText('3 écoles, 4 collèges et 1 lycée professionnel').waitFor();
  await view(page, 'Paliers');
  const { body } = await app.table(page, 'Paliers par thématique');
  assert.equal(body.length, 5);
  for (const row of body) assert.deepEqual(row.slice(1), ['8', '1 – bases posées', '2', '2', '2', '2'], row[0]);
  await page.getByLabel('Type').selectOption({ label: 'Collèges' });
  await page.getByText('rien n’est montré, ni ici ni pour les autres écoles').waitFor();
  assert.equal(await page.getByRole('table').count(), 0);
  await page.getByLabel('Type').selectOption({ label: 'Écoles' });
  await page.getByText('rien n’est montré').waitFor();
  assert.equal(await page.getByRole('table').count(), 0);
  await page.getByLabel('Type').selectOption({ label: 'Tous les types' });
  await page.getByRole('table', { name: 'Paliers par thématique' }).waitFor();
  assert.deepEqual(page.faults, []);
});

test('what is shared comes with figures from five schools, by consent from two, and never from one', async (t) => {
  const page = await here.visit(t, '#/groupe');
  await drop(page, [file('a.json', school(0, { level: () => 1 }))]);
  await view(page, 'Ce que nous partageons');
  await page.getByText('Deux écoles au moins sont nécessaires.').waitFor();
  await view(page, 'Les fichiers');
  await drop(page, [1, 2].map((n) => file(`${n}.json`, school(n, { level: () => 1 }))));
  await page.getByText('3 écoles dans la vue').waitFor();
  await view(page, 'Ce que nous partageons');
  assert.equal(await page.getByRole('heading', { name: 'Ce qu’il nous faudrait' }).count(), 0);
  await page.getByLabel('Les écoles présentes sont d’accord').check();
  const wanted = page.getByRole('region', { name: 'Ce qu’il nous faudrait' });
  await wanted.getByRole('listitem').first().waitFor();
  assert.ok(!/\d/.test(await wanted.innerText()), 'no figure below five schools');
  await view(page, 'Les fichiers');
  await drop(page, [3, 4, 5].map((n) => file(`${n}.json`, school(n, { level: () => 2 }))));
  await page.getByText('6 écoles dans la vue').waitFor();
  await view(page, 'Ce que nous partageons');
  await page.getByText('3 écoles sur 6 n’y sont pas encore.').first().waitFor();
  assert.deepEqual(page.faults, []);
});

test('a zip, the same school twice, and nothing kept when the tab is reloaded', async (t) => {
  const page = await here.visit(t, '#/groupe');
  const later = school(1, { campaigns: [{ id: 'c9', date: '2027-11-12', scope: 'essential', participants: {}, answers: app.everyAnswer(3) }] });
  const files = [...EIGHT.map((d, n) => [`dossier/e${n}.paliers.json`, JSON.stringify(d)]), ['dossier/encore.json', JSON.stringify(later)], ['lisez-moi.txt', 'bonjour']];
  await drop(page, [{ name: 'ecoles.zip', mimeType: 'application/zip', buffer: zip(files) }]);
  await page.getByText('9 fichiers sont entrés ; 1 fichier est resté dehors').waitFor();
  await page.getByText('Le point d’étape retenu est celui du 12 novembre 2027').waitFor();
  await page.getByText('8 écoles dans la vue').waitFor();
  await page.getByText('lisez-moi.txt').waitFor();
  await page.getByRole('button', { name: 'Retirer : École 1' }).click();
  await page.getByText('7 écoles dans la vue').waitFor();
  await page.getByText('École 1 n’est plus là. Il reste 7 écoles.').waitFor();
  await page.getByRole('button', { name: 'Annuler', exact: true }).click();
  await page.getByText('8 écoles dans la vue').waitFor();
  await page.getByRole('button', { name: 'Retirer : École 1' }).click();
  await page.getByText('7 écoles dans la vue').waitFor();
  await page.reload();
  await app.at(page, 'Plusieurs écoles');
  assert.equal(await page.getByText('dans la vue').count(), 0);
  assert.deepEqual(page.faults, []);
});

test('a school is typed by hand in a minute, from the keyboard', async (t) => {
  const page = await here.visit(t, '#/groupe?voir=a-la-main');
  await app.at(page, 'Plusieurs écoles : taper une école');
  await page.getByLabel('Collège').check();
  await page.getByRole('listitem').getByRole('textbox').first().focus();
  for (const sign of '0123vs-x012301233') await page.keyboard.type(sign);
  await page.getByText('v (à vérifier)').waitFor();
  await page.getByRole('button', { name: 'Ajouter cette école' }).click();
  await page.getByText('L’école est dans la vue.').waitFor();
  await page.close({ runBeforeUnload: true });
  await page.waitForTimeout(500);
  assert.deepEqual(page.faults.splice(0), ['dialog: '], 'no file holds a typed school: leaving asks');
  await page.getByRole('link', { name: 'Revenir aux fichiers' }).click();
  await page.getByText(/15\s+réponses/).waitFor();
  await view(page, 'École par école');
  await page.getByRole('button', { name: 'Montrer le tableau, pour l’animateur seul' }).click();
  const { body } = await app.table(page, 'Paliers école par école');
  assert.deepEqual(body.map((row) => row[0]), ['Collège 1']);
  assert.deepEqual(page.faults, []);
});

test('requests go by addressee, witnesses and few schools by consent', async (t) => {
  const page = await here.visit(t, '#/groupe');
  await drop(page, EIGHT.map((d, n) => file(`${n}.json`, d)));
  await view(page, 'Demandes');
  await page.getByRole('heading', { name: 'À l’académie' }).waitFor();
  await page.getByRole('heading', { name: 'À la commune : Fougères' }).waitFor();
  await page.getByText('moins de cinq écoles').first().waitFor();
  const folded = () => page.locator('summary').count();
  const before = await folded();
  await page.getByLabel('Ces écoles sont d’accord').check();
  await page.waitForFunction((n) => document.querySelectorAll('summary').length > n, before);
  await view(page, 'Pistes');
  await page.getByText('Utile à').first().waitFor();
  assert.equal(await page.getByText('Peuvent en témoigner').count(), 0);
  await page.getByLabel('Les écoles qui l’ont déjà faite sont d’accord').check();
  await page.getByText('Peuvent en témoigner').first().waitFor();
  assert.deepEqual(page.faults, []);
});

test('the view leaves as documents with what the screen shows, and each school as lines', async (t) => {
  const page = await here.visit(t, '#/groupe');
  await drop(page, EIGHT.map((d, n) => file(`${n}.json`, d)));
  await view(page, 'Documents');
  const take = (name) => app.download(page, () => page.getByRole('button', { name }).click());
  const html = await take('Télécharger en HTML');
  assert.match(html.name, /^\d{4}-\d\d-\d\d_plusieurs-ecoles\.html$/);
  for (const words of ['3 écoles, 4 collèges et 1 lycée professionnel', 'Ce que nous partageons']) assert.ok(app.plain(html.text).includes(words), words);
  const csv = await take('CSV : paliers');
  const rows = csv.text.replace('\ufeff', '').trim().split('\r\n').map((row) => row.split(';'));
  assert.deepEqual(rows[1].slice(1), ['8', '1 – bases posées', '2', '2', '2', '2']);
  const lines = await take('CSV : lignes');
  const [head, ...body] = lines.text.replace('\ufeff', '').trim().split('\r\n');
  assert.equal(head, 'school;name;types;commune;pupils;step;date;latest;scope;thematique;sub_theme;criterion;answer;level');
  assert.equal(body.length, EIGHT.reduce((total, d) => total + app.essential(d.school.types).length, 0));
  assert.ok((await take('Télécharger en ODS')).text.startsWith('PK'));
  await view(page, 'Paliers');
  await page.getByLabel('Type').selectOption({ label: 'Collèges' });
  await view(page, 'Documents');
  const few = await take('Télécharger en HTML');
  assert.ok(few.text.includes('rien n’est montré') && !few.text.includes('bases posées'), 'a filter withholds in documents too');
  assert.deepEqual(page.faults, []);
});
