// The single file: opened from a disk without a host, it does what the folder does, and keeps nothing but the person's file.
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import * as app from './app.mjs';

const here = app.setting();
const FILE = join(app.DIST, 'paliers.html');
const MOST = 1.2 * 1024 * 1024;
const SCREENS = [
  ['#/objectifs', 'Objectifs'], ['#/plan', 'Plan d’action'], ['#/ateliers', 'Ateliers'], ['#/rapport', 'Rapport'],
  ['#/groupe', 'Plusieurs écoles'], ['#/referentiel', 'Les questions et leurs paliers'], ['#/donnees', 'Mes dossiers'], ['#/aide', 'Aide'],
];

const status = (page, words) => page.getByRole('status').filter({ hasText: words });

/** The page by its file, as a double-click opens it; every address it asks for outside itself. */
async function doubleClick(t) {
  const context = await here.context(t);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const asked = [];
  page.on('request', (request) => { if (!/^(blob|data):/.test(request.url())) asked.push(request.url()); });
  page.faults = [];
  page.on('pageerror', (error) => page.faults.push(String(error)));
  page.on('console', (message) => { if (message.type() === 'error') page.faults.push(message.text()); });
  await page.goto(pathToFileURL(FILE).href);
  return { page, asked };
}

/** A college answers L’essentiel, from the welcome to its bilan. */
async function position(page) {
  await page.getByRole('button', { name: 'Commencer', exact: true }).click();
  await app.at(page, 'Votre école ou établissement');
  assert.ok(await page.getByRole('checkbox', { name: 'Poste prêté' }).isChecked());
  await page.getByRole('checkbox', { name: 'Collège' }).check();
  await page.getByRole('button', { name: 'Répondre aux questions' }).click();
  for (const criterion of app.essential()) await app.fact(page, criterion, 1).click();
  await app.at(page, 'Bilan');
}

test('a double-click is enough: positioned, planned, written to a file, opened again, and nothing asked of anyone', async (t) => {
  const { page, asked } = await doubleClick(t);
  await page.getByText('Rien n’est gardé sur cet ordinateur.').waitFor();
  await position(page);
  const results = await app.table(page, 'Résultats par thématique');
  for (const [address, title] of SCREENS) {
    await app.go(page, address);
    await app.at(page, title);
  }
  await app.go(page, '#/rapport');
  const odt = await app.download(page, () => page.getByRole('button', { name: 'Télécharger en ODT' }).click());
  assert.match(odt.name, /\.odt$/);
  await status(page, 'Pas encore dans votre fichier').waitFor();
  const file = await app.download(page, () => page.getByRole('button', { name: 'Enregistrer le fichier' }).click());
  await status(page, 'Dans votre fichier').waitFor();

  const again = await doubleClick(t);
  await app.go(again.page, '#/donnees');
  await app.choose(again.page, file.text);
  await again.page.getByRole('button', { name: 'Ouvrir ce dossier' }).click();
  await status(again.page, 'Dans votre fichier').waitFor();
  await app.go(again.page, '#/bilan');
  assert.deepEqual(await app.table(again.page, 'Résultats par thématique'), results);
  assert.deepEqual([...asked, ...again.asked].filter((url) => !url.startsWith(pathToFileURL(FILE).href)), []);
  assert.deepEqual([...page.faults, ...again.page.faults], []);
});

test('work that no file holds is not left without a question', async (t) => {
  const { page } = await doubleClick(t);
  await position(page);
  const dialogs = [];
  page.on('dialog', (dialog) => { dialogs.push(dialog.type()); dialog.dismiss(); });
  await page.close({ runBeforeUnload: true });
  await page.waitForTimeout(500);
  assert.deepEqual(dialogs, ['beforeunload']);
});

test('a host that announces another encoding spoils nothing, and there the browser keeps the work', async (t) => {
  const page = await app.open(await here.context(t), `${here.host.url}paliers.html`);
  await app.tryExample(page);
  await app.go(page, '#/plan');
  await app.at(page, 'Plan d’action');
  assert.deepEqual(page.faults, []);
});

test('the site gives it to whoever prepares a stick, and it does not offer itself', async (t) => {
  const page = await app.open(await here.context(t), `${here.host.url}#/animer`);
  await app.at(page, 'Animer une réunion');
  const link = (of) => of.getByRole('link', { name: 'paliers.html' });
  const [came] = await Promise.all([page.waitForEvent('download'), link(page).click()]);
  assert.equal(came.suggestedFilename(), 'paliers.html');
  assert.ok(readFileSync(await came.path()).equals(readFileSync(FILE)));

  const { page: stick } = await doubleClick(t);
  await app.go(stick, '#/animer');
  await app.at(stick, 'Animer une réunion');
  await stick.getByText('Un fichier, paliers.html').waitFor();
  assert.equal(await link(stick).count(), 0);
});

test('it is light enough for a message', () => {
  assert.ok(statSync(FILE).size <= MOST, `${statSync(FILE).size} bytes`);
});
