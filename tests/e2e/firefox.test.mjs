// The single file in Firefox ESR, from a disk: the main journey again. Playwright drives no Firefox of Debian's; Puppeteer does.
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import * as app from './app.mjs';

const FILE = pathToFileURL(join(app.DIST, 'paliers.html')).href;

/** Firefox ESR from Debian, or the one that FIREFOX names, which saves what it downloads in `folder`. */
async function launch(t) {
  const folder = await mkdtemp(join(tmpdir(), 'paliers-firefox-'));
  const extraPrefsFirefox = { 'browser.download.folderList': 2, 'browser.download.dir': folder, 'intl.accept_languages': 'fr-FR' };
  const executablePath = process.env.FIREFOX ?? '/usr/bin/firefox-esr';
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, extraPrefsFirefox });
  t.after(async () => { await browser.close(); await rm(folder, { recursive: true, force: true }); });
  return { browser, folder };
}

async function doubleClick(browser) {
  const page = await browser.newPage();
  page.setDefaultTimeout(15_000);
  page.faults = [];
  page.on('pageerror', (error) => page.faults.push(String(error)));
  page.on('console', (message) => { if (message.type() === 'error') page.faults.push(message.text()); });
  await page.goto(FILE);
  return page;
}

const press = async (page, role, name) => (await page.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`)).click();
const says = (page, words) => page.locator(`::-p-text(${words})`).wait();

/** The text of the file that a gesture saves, once it is whole. */
async function saved(folder, ending, gesture) {
  const here = async () => (await readdir(folder)).filter((name) => name.endsWith(ending));
  const before = await here();
  await gesture();
  for (let tries = 0; tries < 300; tries += 1) {
    const [name] = (await here()).filter((one) => !before.includes(one));
    const bytes = name && await readFile(join(folder, name));
    if (bytes?.length) return { path: join(folder, name), bytes };
    await pause(100);
  }
  throw new Error(`nothing that ends with ${ending} was saved`);
}

test('in Firefox too: positioned, written to a file, a document made, opened again', async (t) => {
  const { browser, folder } = await launch(t);
  const page = await doubleClick(browser);
  await says(page, 'Rien n’est gardé sur cet ordinateur.');
  await press(page, 'button', 'Commencer');
  await press(page, 'checkbox', 'Collège');
  await press(page, 'button', 'Répondre aux questions');
  for (const criterion of app.essential()) {
    await says(page, criterion.question);
    await (await page.$$('::-p-aria([role="radio"])'))[1].click();
  }
  await says(page, 'La prochaine marche');
  const odt = await saved(folder, '.odt', async () => {
    await page.evaluate(() => { location.hash = '#/rapport'; });
    await press(page, 'button', 'Télécharger en ODT');
  });
  assert.equal(odt.bytes.subarray(0, 2).toString(), 'PK');
  const file = await saved(folder, '.json', () => press(page, 'button', 'Enregistrer le fichier'));
  const { answers } = JSON.parse(file.bytes).campaigns[0];
  assert.deepEqual(Object.values(answers).map((answer) => answer.level), app.essential().map(() => 1));

  const again = await doubleClick(browser);
  await again.evaluate(() => { location.hash = '#/donnees'; });
  // Firefox adds its own words to the name of this one.
  const field = await again.waitForSelector('input[type=file]');
  await field.uploadFile(file.path);
  await press(again, 'button', 'Ouvrir ce dossier');
  await says(again, 'Dans votre fichier');
  assert.deepEqual([...page.faults, ...again.faults], []);
});
