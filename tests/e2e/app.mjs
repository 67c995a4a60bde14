// What every browser test needs: the built folder on a bare host, Debian's Chromium, a page that tells its faults, and
// the gestures of a person, by roles and visible names.
import { after, before } from 'node:test';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from './server.mjs';

export const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
export const FRAMEWORK = JSON.parse(readFileSync(`${DIST}/frameworks/egn-2020.json`, 'utf8'));
/** A gesture that has not succeeded by then never will. */
const PATIENCE = 10_000;
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
const PERSON = { locale: 'fr-FR', timezoneId: 'Europe/Paris', acceptDownloads: true };

/** Chromium from Debian, or the one that CHROMIUM names. */
export function launch(options = {}) {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: FLAGS, ...options });
}

/** A browser that keeps its profile in a folder, as a person's does. */
export function profile(folder, options = {}) {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  return chromium.launchPersistentContext(folder, { executablePath, args: FLAGS, ...PERSON, ...options });
}

/** The built app on a bare host. */
export function host(options) {
  return serve(DIST, options);
}

/** A page whose console errors, CSP reports and dialogs are collected in `page.faults`. */
export async function open(context, url) {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.faults = [];
  page.on('console', (message) => {
    if (message.type() === 'error') page.faults.push(`${message.text()} ${message.location().url}`.trim());
  });
  page.on('pageerror', (error) => page.faults.push(String(error)));
  page.on('dialog', (dialog) => { page.faults.push(`dialog: ${dialog.message()}`); dialog.dismiss().catch(() => {}); });
  await page.goto(url);
  return page;
}

/** One browser and one host for a file of tests; `visit` gives a test its own context and its first page. */
export function setting(options) {
  const here = {};
  before(async () => { [here.browser, here.host] = await Promise.all([launch(), host(options)]); });
  after(async () => { await here.browser.close(); await here.host.close(); });
  here.context = async (t, contextOptions = {}) => {
    const context = await here.browser.newContext({ ...PERSON, ...contextOptions });
    t.after(() => context.close());
    return context;
  };
  here.visit = async (t, address = '', contextOptions = {}) =>
    open(await here.context(t, contextOptions), here.host.url + address);
  return here;
}

/** Text as the contract compares it: ’ as ', no-break spaces as spaces. */
export function plain(text) {
  return text.replaceAll('’', "'").replace(/\s+/g, ' ').trim();
}

/** Waits for the screen whose first heading is `name`. */
export async function at(page, name) {
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** A text as part of a regular expression. */
export const literal = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Waits until the app says that the work is kept. */
export async function saved(page) {
  await page.getByRole('status').filter({ hasText: /^Enregistré sur/ }).waitFor();
}

/** Goes to a screen of this page by its address, as a bookmark does. */
export async function go(page, address) {
  await page.evaluate((hash) => { location.hash = hash; }, address);
}

/** The questions of L'essentiel, in order, for a school of these types. */
export function essential(types = ['college']) {
  const asked = (c) => c.essential && (!c.applies_to?.length || c.applies_to.some((type) => types.includes(type)));
  return FRAMEWORK.criteria.filter(asked);
}

/** The address of a question's screen. */
export function addressOf(criterion) {
  const [thematique, subTheme] = criterion.sub_theme.split('.');
  return `#/questions/${thematique}/${subTheme}`;
}

/** The open question, as the group of its radios. */
export function question(page, criterion) {
  return page.getByRole('group', { name: criterion.question });
}

/** The radio of a level of the open question. */
export function fact(page, criterion, level) {
  const { text } = criterion.levels.find((l) => l.level === level);
  return question(page, criterion).getByRole('radio', { name: text });
}

/** The line of a closed question. */
export function line(page, criterion) {
  return page.getByRole('button', { name: criterion.title });
}

/** What a line, or a cell, says of a level. */
export function inWords(level) {
  const { name } = FRAMEWORK.tiers[level];
  return level === 0 ? name[0].toUpperCase() + name.slice(1) : `${level} – ${name}`;
}

/** From the welcome: a dossier of these types, on its first question. */
export async function begin(page, types = ['Collège']) {
  await page.getByRole('button', { name: 'Commencer', exact: true }).click();
  await at(page, 'Votre école ou établissement');
  for (const type of types) await page.getByRole('checkbox', { name: type }).check();
  await page.getByRole('button', { name: 'Répondre aux questions' }).click();
  await page.getByRole('radio').first().waitFor();
}

/** From the welcome: the imagined school. */
export async function tryExample(page) {
  await page.getByRole('button', { name: 'Essayer avec un exemple' }).click();
  await at(page, 'Bilan');
  await saved(page);
}

/** Chooses a file in « Ouvrir un fichier ». */
export async function choose(page, text, name = 'dossier.paliers.json') {
  const buffer = Buffer.isBuffer(text) ? text : Buffer.from(typeof text === 'string' ? text : JSON.stringify(text));
  await page.getByLabel('Ouvrir un fichier').setInputFiles({ name, mimeType: 'application/json', buffer });
}

/** Opens a dossier that is unknown on this computer. */
export async function openDossier(page, dossier) {
  await choose(page, dossier);
  await page.getByRole('button', { name: 'Ouvrir ce dossier' }).click();
  await page.getByText('Le dossier est ouvert et gardé sur cet ordinateur.').waitFor();
  await saved(page);
}

/** A dossier file, with what a test changes in it. */
export function dossier({ answers = {}, campaign = {}, ...changes } = {}) {
  return {
    format: 'paliers-dossier', schema: 1, id: 'essai', framework: { id: FRAMEWORK.id, version: FRAMEWORK.version },
    school: { name: 'Collège Ada-Lovelace', uai: '', types: ['college'], academie: '', commune: '', pupils: 400 },
    campaigns: [{
      id: 'automne', name: 'Point d’étape de novembre 2026', date: '2026-11-12', scope: 'essential', participants: {},
      answers, ...campaign,
    }],
    targets: { thematiques: {}, criteria: {} }, set_aside: [], plan: [],
    workshops: [], meetings: [], indicators: [], actors: [], history: [], ...changes,
  };
}

/** The same level, or the level that `of(criterion, index)` gives, to every question of L'essentiel. */
export function everyAnswer(of, types) {
  return Object.fromEntries(essential(types).map((c, i) => [c.id, typeof of === 'number' ? { level: of } : of(c, i)]));
}

/** What a gesture downloads: its name and its text. */
export async function download(page, gesture) {
  const [file] = await Promise.all([page.waitForEvent('download'), gesture()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

/** The full backup, as a dossier. */
export async function backup(page) {
  const button = page.getByRole('button', { name: 'Sauvegarde complète' }).first();
  return JSON.parse((await download(page, () => button.click())).text);
}

/** The cells of a table named by its caption, head and body, as the contract compares them. */
export async function table(page, caption) {
  const named = page.getByRole('table', { name: caption });
  await named.waitFor();
  const cells = await named.getByRole('row').evaluateAll((rows) => rows.map((row) => [...row.cells].map((c) => c.innerText)));
  const [head, ...body] = cells.map((row) => row.map(plain));
  return { head, body };
}

/** A real trap of WebAssembly, reported as the browser reports one. */
export function trap(page) {
  return page.evaluate(() => {
    const unreachable = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 116, 0, 0,
      10, 5, 1, 3, 0, 0, 11]);
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(unreachable));
    try { exports.t(); } catch (error) { dispatchEvent(new ErrorEvent('error', { error, message: String(error) })); }
  });
}
