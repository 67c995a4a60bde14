// « Poste prêté »: nothing of a dossier reaches the disk of this computer, and the person's file is the one that counts.
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import * as app from './app.mjs';

const here = app.setting();
const MARK = 'Zinzolin-Quatre-Vents';
const QUARTER = 15 * 60_000;

const tick = (page) => page.getByRole('checkbox', { name: 'Poste prêté' });
const status = (page, words) => page.getByRole('status').filter({ hasText: words });
const nothingKept = (page) => page.getByText('Rien n’est gardé sur cet ordinateur.');

/** From the welcome: the school's screen, ticked. */
async function borrow(page) {
  await page.getByRole('button', { name: 'Commencer', exact: true }).click();
  await app.at(page, 'Votre école ou établissement');
  await tick(page).check();
  await nothingKept(page).waitFor();
}

/** The name, a note and a few answers, all with the mark; then what each screen does on arrival. */
async function work(page) {
  await page.getByRole('checkbox', { name: 'Collège' }).check();
  await page.getByLabel('Nom', { exact: true }).fill(`Collège ${MARK}`);
  await page.getByRole('button', { name: 'Répondre aux questions' }).click();
  const questions = app.essential();
  await app.question(page, questions[0]).waitFor();
  await page.getByText('Ajouter une note').click();
  await page.getByLabel('Note', { exact: true }).fill(`Une note de ${MARK}`);
  for (const criterion of questions) await app.fact(page, criterion, 2).click();
  await app.at(page, 'Bilan');
  for (const [address, title] of [['#/plan', 'Plan d’action'], ['#/rapport', 'Rapport'], ['#/donnees', 'Mes dossiers']]) {
    await app.go(page, address);
    await app.at(page, title);
  }
}

async function files(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const nested = entries.filter((e) => !e.isSymbolicLink()).map((e) =>
    (e.isDirectory() ? files(join(folder, e.name)) : [join(folder, e.name)]));
  return (await Promise.all(nested)).flat();
}

/** The files of a folder that hold the mark, in either of the two ways a browser writes text. */
async function marked(folder) {
  const marks = [Buffer.from(MARK, 'utf8'), Buffer.from(MARK, 'utf16le')];
  const found = [];
  for (const file of await files(folder)) {
    const bytes = await readFile(file).catch(() => Buffer.alloc(0));
    if (marks.some((mark) => bytes.includes(mark))) found.push(file);
  }
  return found;
}

/** A whole session in a profile of its own, closed as a person closes it. Leaves the folder to be looked at. */
async function session(t, before) {
  const folder = await mkdtemp(join(tmpdir(), 'paliers-borrowed-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const context = await app.profile(folder, { downloadsPath: undefined });
  const page = await app.open(context, here.host.url);
  await before(page);
  await work(page);
  const note = page.getByRole('button', { name: 'Sauvegarde complète' }).first();
  const file = await app.download(page, () => note.click());
  assert.ok(file.text.includes(`Collège ${MARK}`) && file.text.includes(`Une note de ${MARK}`), 'the work was done');
  await page.waitForTimeout(1_000);
  await context.close();
  assert.deepEqual(page.faults, []);
  return folder;
}

test('a session on a borrowed computer leaves nothing of the dossier in the browser’s folder', async (t) => {
  assert.deepEqual(await marked(await session(t, borrow)), []);
});

test('the same session without the tick does leave it', async (t) => {
  const begin = async (page) => {
    await page.getByRole('button', { name: 'Commencer', exact: true }).click();
    await app.at(page, 'Votre école ou établissement');
  };
  assert.notEqual((await marked(await session(t, begin))).length, 0);
});

test('the app asks for the file, warns on leaving until it has it, and says where the work is', async (t) => {
  const context = await here.context(t);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.clock.install();
  await page.goto(here.host.url);
  await borrow(page);
  await page.getByRole('checkbox', { name: 'Collège' }).check();
  await status(page, 'Pas encore dans votre fichier').waitFor();
  await page.clock.fastForward(QUARTER);
  await page.getByText('15 minutes de travail ne sont pas encore dans votre fichier').waitFor();
  await page.clock.fastForward(QUARTER);
  await page.getByText('30 minutes de travail ne sont pas encore dans votre fichier').waitFor();

  const asked = [];
  page.on('dialog', (dialog) => { asked.push(dialog.type()); dialog.dismiss(); });
  await page.close({ runBeforeUnload: true });
  await page.waitForTimeout(300);
  assert.deepEqual(asked, ['beforeunload']);

  const file = await app.download(page, () => page.getByRole('button', { name: 'Enregistrer le fichier' }).click());
  assert.match(file.name, /\.paliers\.json$/);
  await status(page, 'Dans votre fichier').waitFor();
  assert.equal(await page.getByText('ne sont pas encore dans votre fichier').count(), 0);
  await page.clock.fastForward(2 * QUARTER);
  await status(page, 'Dans votre fichier').waitFor();
  await page.close({ runBeforeUnload: true });
  if (!page.isClosed()) await page.waitForEvent('close');
  assert.deepEqual(asked, ['beforeunload'], 'it leaves without a question');
});

test('the tab stays borrowed when the page is loaded again, and the file goes on', async (t) => {
  const page = await here.visit(t);
  await borrow(page);
  await page.getByRole('checkbox', { name: 'Collège' }).check();
  await page.getByLabel('Nom', { exact: true }).fill('Collège du Prêt');
  await status(page, 'Pas encore dans votre fichier').waitFor();
  const file = await app.download(page, () => page.getByRole('button', { name: 'Enregistrer le fichier' }).click());
  await status(page, 'Dans votre fichier').waitFor();
  await page.reload();
  await nothingKept(page).waitFor();
  await app.go(page, '#/donnees');
  await page.getByText('Ceux que d’autres gardent sur cet ordinateur ne sont pas lus.').waitFor();
  await app.choose(page, file.text);
  await page.getByRole('button', { name: 'Ouvrir ce dossier' }).click();
  await status(page, 'Dans votre fichier').waitFor();
  await page.getByRole('button', { name: 'Effacer : Collège du Prêt' }).waitFor();

  const beside = await app.open(page.context(), `${here.host.url}#/donnees`);
  await beside.getByText('Aucun dossier n’est gardé ici pour l’instant.').waitFor();
  assert.ok(!await tick(beside).isChecked(), 'another tab says for itself');
});

test('ticked later, it erases what was kept and says what may remain; unticked, it keeps again', async (t) => {
  const page = await here.visit(t);
  await app.openDossier(page, app.dossier({ id: 'tard', school: { name: 'Collège Tardif', types: ['college'] } }));
  await tick(page).check();
  await page.getByText('Des restes, invisibles à l’écran, peuvent demeurer').waitFor();
  await status(page, 'Pas encore dans votre fichier').waitFor();
  await page.getByRole('button', { name: 'Effacer : Collège Tardif' }).waitFor();
  const beside = await app.open(page.context(), `${here.host.url}#/donnees`);
  await beside.getByText('Aucun dossier n’est gardé ici pour l’instant.').waitFor();

  await tick(page).uncheck();
  await app.saved(page);
  await beside.reload();
  await beside.getByRole('button', { name: 'Effacer : Collège Tardif' }).waitFor();
  assert.deepEqual(page.faults, []);
});

test('several dossiers live side by side in memory, and each waits for its file', async (t) => {
  const page = await here.visit(t);
  await borrow(page);
  await page.getByRole('checkbox', { name: 'Collège' }).check();
  await page.getByLabel('Nom', { exact: true }).fill('Collège Un');
  await status(page, 'Pas encore dans votre fichier').waitFor();
  await app.go(page, '#/donnees');
  await app.choose(page, app.dossier({ id: 'deux', school: { name: 'Collège Deux', types: ['college'] } }));
  await page.getByRole('button', { name: 'Ouvrir ce dossier' }).click();
  await status(page, 'Dans votre fichier').waitFor();
  await page.getByRole('button', { name: 'Ouvrir : Collège Un' }).click();
  await status(page, 'Pas encore dans votre fichier').waitFor();
});
