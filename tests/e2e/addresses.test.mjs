// Addresses: back and forward never lose an answer, a reload stays, what is mistyped is forgiven or told.
import assert from 'node:assert/strict';
import test from 'node:test';
import * as app from './app.mjs';

const here = app.setting();
const QUESTIONS = app.essential();
const [FIRST, SECOND] = QUESTIONS;

test('back and forward never lose an answer', async (t) => {
  const page = await here.visit(t);
  await app.begin(page);
  await app.go(page, app.addressOf(FIRST));
  await app.fact(page, FIRST, 2).click();
  await app.fact(page, SECOND, 1).click();
  await app.question(page, QUESTIONS[2]).waitFor();
  const third = page.url();
  for (const [back, criterion, level] of [['goBack', SECOND, 1], ['goBack', FIRST, 2], ['goForward', SECOND, 1]]) {
    await page[back]();
    await app.fact(page, criterion, level).waitFor();
    assert.ok(await app.fact(page, criterion, level).isChecked(), `${back}: ${criterion.id}`);
  }
  await app.fact(page, SECOND, 3).click();
  await app.question(page, QUESTIONS[2]).waitFor();
  assert.equal(page.url(), third);
  await page.goBack();
  assert.ok(await app.fact(page, SECOND, 3).isChecked());
  await app.saved(page);
  await page.getByRole('link', { name: 'Mes dossiers' }).click();
  const { answers } = (await app.backup(page)).campaigns[0];
  assert.deepEqual([answers[FIRST.id].level, answers[SECOND.id].level], [2, 3]);
  assert.deepEqual(page.faults, []);
});

test('Back from the second question shows the first one again', async (t) => {
  const page = await here.visit(t);
  await app.begin(page);
  await app.fact(page, FIRST, 2).click();
  await app.question(page, SECOND).waitFor();
  await page.goBack();
  await app.question(page, FIRST).waitFor({ timeout: 2_000 });
});

const LEAVE = {
  Back: (page) => page.goBack(),
  'a link': (page) => page.getByRole('link', { name: 'Bilan', exact: true }).click(),
  'a reload': (page) => page.reload(),
};
for (const [name, leave] of Object.entries(LEAVE)) {
  test(`text typed a moment before ${name} is kept`, async (t) => {
    const page = await here.visit(t);
    await app.begin(page);
    await app.fact(page, FIRST, 2).click();
    await app.question(page, SECOND).getByRole('radio', { name: 'À vérifier' }).click();
    await app.saved(page);
    await app.question(page, SECOND).getByLabel('Qui vérifie ?').fill('Mme Diallo');
    await leave(page);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await app.go(page, app.addressOf(QUESTIONS[2]));
    await app.question(page, QUESTIONS[2]).waitFor();
    await page.reload();
    await app.go(page, app.addressOf(SECOND));
    assert.equal(await app.question(page, SECOND).getByLabel('Qui vérifie ?').inputValue(), 'Mme Diallo');
  });
}

test('« Enregistré » is not said while typed text still waits', async (t) => {
  const page = await here.visit(t);
  await app.begin(page);
  const group = app.question(page, FIRST);
  await group.getByRole('radio', { name: 'À vérifier' }).click();
  await app.saved(page);
  const field = group.getByLabel('Qui vérifie ?');
  // In one turn of the page: the stroke, then what the status says.
  const said = await field.evaluate(async (input) => {
    input.value = 'M';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return document.querySelector('[role=status]').textContent;
  });
  assert.doesNotMatch(said, /^Enregistré/);
  await app.saved(page);
});

test('a reload stays on the screen', async (t) => {
  const page = await here.visit(t);
  await app.tryExample(page);
  for (const [address, title] of [['#/ecole', 'Votre école'], ['#/bilan', 'Bilan'], ['#/plan', 'Plan d’action'],
    ['#/rapport', 'Rapport'], ['#/donnees', 'Mes dossiers'], ['#/aide', 'Aide']]) {
    await app.go(page, address);
    await app.at(page, title);
    await page.reload();
    await app.at(page, title);
    assert.ok(page.url().endsWith(address), page.url());
  }
  await app.go(page, app.addressOf(QUESTIONS[8]));
  await app.question(page, QUESTIONS[8]).waitFor();
  await page.reload();
  await app.question(page, QUESTIONS[8]).waitFor();
  await app.go(page, '#/plan');
  const link = page.getByRole('link', { name: 'Modifier :' }).first();
  const title = (await link.getAttribute('aria-label')).replace(/^Modifier\s:\s/, '');
  await link.click();
  await app.at(page, 'Modifier l’action');
  await page.reload();
  await app.at(page, 'Modifier l’action');
  assert.equal(await page.getByLabel('Action (comment)').inputValue(), title);
  assert.deepEqual(page.faults, []);
});

test('a tab keeps its own dossier', async (t) => {
  const page = await here.visit(t);
  await app.openDossier(page, app.dossier({ id: 'un', school: { name: 'École Une', types: ['elementaire'] } }));
  const other = await app.open(page.context(), `${here.host.url}#/donnees`);
  await app.openDossier(other, app.dossier({ id: 'deux', school: { name: 'École Deux', types: ['elementaire'] } }));
  const third = await app.open(page.context(), `${here.host.url}#/bilan`);
  await third.getByRole('banner').getByText('École Deux').waitFor();
  await page.reload();
  await page.getByRole('banner').getByText('École Une').waitFor();
  assert.match(await page.title(), /^Mes dossiers – École Une – Paliers$/);
});

test('a trailing slash, case and unknown keys are forgiven', async (t) => {
  const page = await here.visit(t);
  await app.tryExample(page);
  for (const [address, title] of [['#/Bilan/', 'Bilan'], ['#/PLAN?inconnu=1', 'Plan d’action'], ['#/AIDE/', 'Aide'],
    ['#/donnees/?a', 'Mes dossiers'], ['#', 'Quarante minutes'], ['#/bilan?par=rien', 'Bilan']]) {
    await app.go(page, address);
    await app.at(page, title);
  }
  await app.go(page, app.addressOf(FIRST).replace('acces', 'Acces').replace('egalite', 'EGALITE/'));
  await app.question(page, FIRST).waitFor();
});

test('an unknown address says so and leads home', async (t) => {
  const page = await here.visit(t);
  await app.tryExample(page);
  for (const address of ['#/nulle-part', '#/bilan/encore', '#/plan/a%20b', '#/questions/acces/nulle-part',
    '#/questions/inconnue', '#main', '#/%E0%A4%A', '#/../../etc']) {
    await app.go(page, '#/aide');
    await app.at(page, 'Aide');
    await app.go(page, address);
    await app.at(page, 'Cette adresse ne mène à aucun écran');
  }
  await app.go(page, '#/plan/inconnu');
  await app.at(page, 'Cette action n’est plus dans le plan');
  await app.go(page, '#/nulle-part');
  await page.getByRole('link', { name: 'Revenir à l’accueil' }).click();
  await app.at(page, 'Quarante minutes');
  assert.deepEqual(page.faults, []);
});

test('a screen that needs a dossier and has none offers to begin or to open a file', async (t) => {
  const page = await here.visit(t, '#/plan');
  await app.at(page, 'Aucun dossier n’est ouvert');
  await page.getByLabel('Ouvrir un fichier').waitFor();
  for (const address of ['#/bilan', '#/questions', '#/rapport', '#/ecole', '#/questions/acces/egalite']) {
    await app.go(page, address);
    await app.at(page, 'Aucun dossier n’est ouvert');
  }
  await page.getByRole('button', { name: 'Commencer', exact: true }).click();
  await app.at(page, 'Votre école ou établissement');
});

test('a line says the answer that was given', async (t) => {
  const page = await here.visit(t);
  await app.begin(page);
  const pair = QUESTIONS.filter((c) => c.sub_theme === QUESTIONS[3].sub_theme);
  assert.ok(pair.length > 1);
  await app.go(page, app.addressOf(pair[0]));
  await app.fact(page, pair[0], 2).click();
  await app.question(page, pair[1]).waitFor();
  await page.getByRole('button', { name: app.inWords(2) }).waitFor();
});
