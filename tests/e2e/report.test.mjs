// The report: the screen, the paper and the files say the same; each button gives one file; notes only when asked for.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import * as app from './app.mjs';

const here = app.setting();
const NOTE = 'Une note dite à tous';
const PRIVATE = 'Une note gardée pour moi';
const PARTS = ['Les deux pages pour le conseil', 'Les résultats', 'Les questions et nos réponses', 'Le plan d’action',
  'Ce que nous demandons, et à qui'];

function item(action) {
  return { id: action.id.replaceAll('.', '-'), action: action.id, criterion: action.criterion, to: action.to,
    thematique: action.id.split('.')[0], axis: action.axis, title: `${action.title} ${'et encore un peu plus '.repeat(4)}`,
    how: action.steps, leads: action.leads, involved: action.involved, period: action.period, horizon: action.horizon,
    indicators: action.indicators, success: action.success_factors, state: 'todo', sequence: 1, note: NOTE };
}

/** Every question answered or to check, thirty actions, an opinion that differs on every other question. */
const full = app.dossier({
  id: 'plein',
  answers: Object.fromEntries(app.FRAMEWORK.criteria.map((c, i) => [c.id, {
    ...(i % 4 === 3 ? { level: null, status: 'unknown', check: { who: 'La personne référente et la gestionnaire du site', by: '2026-12-04' } } : { level: i % 3 }),
    dissent: i % 2 ? undefined : 'Deux personnes disent autre chose, et longuement. '.repeat(12),
    note: NOTE, private_note: PRIVATE,
  }])),
  campaign: { scope: 'complete', participants: { direction: 2, enseignants: 14, 'vie-scolaire': 2, agents: 2, accompagnement: 3, eleves: 8, parents: 5, collectivite: 2, partenaires: 1 } },
  plan: app.FRAMEWORK.actions.slice(0, 30).map(item),
});
const small = app.dossier({ id: 'petit', answers: app.everyAnswer((c, i) => ({ level: 1 + i % 3, note: NOTE, private_note: PRIVATE })),
  plan: app.FRAMEWORK.actions.slice(0, 2).map(item) });

async function report(t, dossier, host = here.host) {
  const page = await app.open(await here.context(t), `${host.url}#/donnees`);
  await app.at(page, 'Mes dossiers');
  await app.openDossier(page, dossier);
  await app.go(page, '#/rapport');
  await app.at(page, 'Rapport – Collège Ada-Lovelace');
  return page;
}

/** The file that a button gives, as bytes. */
async function made(page, name) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name, exact: true }).click()]);
  await page.getByRole('status').filter({ hasText: `Enregistré dans vos téléchargements : ${file.suggestedFilename()}` }).waitFor();
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

const text = async (page, name) => (await made(page, name)).bytes.toString('utf8');

async function choose(page, ...wanted) {
  for (const part of PARTS) await page.getByRole('checkbox', { name: part }).setChecked(wanted.includes(part));
}

/** The pages of a PDF as texts, and whether it is tagged. */
async function pdf(page) {
  const folder = await mkdtemp(join(tmpdir(), 'paliers-pdf-'));
  const file = join(folder, 'rapport.pdf');
  await writeFile(file, await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true }));
  const read = (...options) => execFileSync('pdftotext', [...options, file, '-'], { encoding: 'utf8' });
  const pages = read('-raw').split('\f').slice(0, -1).map(app.plain);
  const tagged = /Tagged: +yes/.test(execFileSync('pdfinfo', [file], { encoding: 'utf8' }));
  await rm(folder, { recursive: true });
  return { pages, tagged };
}

test('each button gives one file, and the file is what it says', async (t) => {
  const page = await report(t, small);
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  for (const [button, ending, mime] of [
    ['Télécharger en ODT', 'rapport.odt', 'application/vnd.oasis.opendocument.text'],
    ['Télécharger en ODS', 'donnees.ods', 'application/vnd.oasis.opendocument.spreadsheet'],
  ]) {
    const { name, bytes } = await made(page, button);
    assert.match(name, new RegExp(`^college-ada-lovelace_\\d{4}-\\d\\d-\\d\\d_${ending.replace('.', '\\.')}$`));
    assert.equal(bytes.subarray(0, 4).toString('latin1'), 'PK\u0003\u0004');
    assert.equal(bytes.subarray(30, 38 + mime.length).toString('latin1'), `mimetype${mime}`);
  }
  for (const [button, ending, header] of [
    ['CSV : réponses', 'reponses.csv', 'Code;Thématique;'],
    ['CSV : résultats', 'resultats.csv', 'Thématique;Palier;'],
    ['CSV : plan', 'plan.csv', 'Thématique;Axe d’amélioration (quoi);'],
  ]) {
    const { name, bytes } = await made(page, button);
    assert.ok(name.endsWith(ending), name);
    assert.ok(bytes.toString('utf8').startsWith(`\ufeff${header}`), button);
  }
  const html = await text(page, 'Télécharger en HTML');
  assert.match(html, /^<!DOCTYPE html>\n<html lang="fr">/);
  assert.doesNotMatch(html.replaceAll('xmlns="http://www.w3.org/2000/svg"', ''), /<script|<link|<img|@import|src=|href=|https?:/);
  assert.deepEqual(asked.filter((url) => !url.startsWith(here.host.url) && !url.startsWith('blob:')), []);
  assert.deepEqual(page.faults, []);
});

test('the screen holds the titles of the page of HTML, in order, for the parts that are chosen', async (t) => {
  const page = await report(t, small);
  for (const wanted of [PARTS, PARTS.slice(1, 3), PARTS.slice(3)]) {
    await choose(page, ...wanted);
    const html = await text(page, 'Télécharger en HTML');
    const titles = await page.evaluate((source) => [...new DOMParser().parseFromString(source, 'text/html').querySelectorAll('h1, h2, h3, h4, h5')].map((h) => [h.tagName, h.textContent]), html);
    const shown = await page.locator('main').locator('h1, h2, h3, h4, h5').evaluateAll((all) => all.map((h) => [h.tagName, h.textContent]));
    assert.deepEqual(shown, titles);
    assert.ok(titles.length > 8);
  }
  await choose(page);
  await page.getByText('Aucune partie n’est choisie.').first().waitFor();
  await page.getByRole('button', { name: 'Télécharger en ODT' }).click();
  await page.getByRole('status').filter({ hasText: 'Choisissez-en au moins une' }).waitFor();
});

test('notes are in the files and on the screen only when they are ticked; private notes never', async (t) => {
  const page = await report(t, small);
  await choose(page, ...PARTS);
  for (const ticked of [false, true]) {
    await page.getByRole('checkbox', { name: 'Avec les notes' }).setChecked(ticked);
    const files = [await page.locator('main').innerText()];
    for (const button of ['Télécharger en ODT', 'Télécharger en ODS', 'Télécharger en HTML', 'CSV : réponses', 'CSV : plan']) files.push(await text(page, button));
    assert.deepEqual(files.map((file) => file.includes(NOTE)), files.map(() => ticked));
    assert.ok(files.every((file) => !file.includes(PRIVATE)));
  }
});

test('a document can be stopped, and asked for again', async (t) => {
  let arrive;
  const late = new Promise((done) => { arrive = done; });
  const host = await app.host({ change: (file, bytes) => (/^documents-.*\.wasm$/.test(file) ? late.then(() => bytes) : bytes) });
  t.after(() => host.close());
  const page = await report(t, small, host);
  const files = [];
  page.on('download', (file) => files.push(file.suggestedFilename()));
  await page.getByRole('button', { name: 'Télécharger en ODT' }).click();
  await page.getByRole('progressbar').waitFor();
  await page.getByRole('status').filter({ hasText: 'Le document se prépare' }).waitFor();
  await page.getByRole('button', { name: 'Arrêter' }).click();
  await page.getByRole('status').filter({ hasText: 'Arrêté. Aucun fichier n’a été fait.' }).waitFor();
  assert.equal(await page.getByRole('progressbar').count(), 0);
  arrive();
  assert.match(await text(page, 'Télécharger en HTML'), /^<!DOCTYPE html>/);
  assert.deepEqual(files.length, 1, 'what was stopped gave no file');
});

test('once the report was open, documents are made without the network', async (t) => {
  const page = await report(t, small);
  await page.waitForFunction(() => {
    const arrived = performance.getEntriesByType('resource').filter(({ responseEnd }) => responseEnd).map(({ name }) => name);
    return [/documents-.*wasm$/, /ecole\.paliers\.json$/].every((file) => arrived.some((name) => file.test(name)));
  });
  await page.context().setOffline(true);
  assert.equal((await made(page, 'Télécharger en ODT')).bytes.subarray(0, 2).toString(), 'PK');
  await app.go(page, '#/bilan');
  await app.at(page, 'Bilan');
  await app.go(page, '#/rapport');
  assert.match(await text(page, 'Télécharger en HTML'), /^<!DOCTYPE html>/);
  assert.deepEqual(page.faults, []);
});

for (const [what, pattern, change] of [
  ['is missing', /^documents-.*\.wasm$/, () => null],
  ['is damaged', /^documents-.*\.wasm$/, (bytes) => bytes.subarray(1)],
  ['has a damaged script', /^documents-.*\.js$/, (bytes) => Buffer.concat([bytes, Buffer.from('\n//')])],
]) {
  test(`a worker that ${what} gives a clear message, and nothing is lost`, async (t) => {
    const host = await app.host({ change: (file, bytes) => (pattern.test(file) ? change(bytes) : bytes) });
    t.after(() => host.close());
    const page = await report(t, small, host);
    await page.getByRole('button', { name: 'Télécharger en ODT' }).click();
    await page.getByRole('status').filter({ hasText: 'Le document n’a pas pu être fait. Vos réponses sont là' }).waitFor();
    await app.go(page, '#/bilan');
    await app.at(page, 'Bilan');
  });
}

test('a browser without workers says so', async (t) => {
  const context = await here.context(t);
  await context.addInitScript(() => { delete window.Worker; });
  const page = await app.open(context, `${here.host.url}#/donnees`);
  await app.openDossier(page, small);
  await app.go(page, '#/rapport');
  await page.getByRole('button', { name: 'Télécharger en ODS' }).click();
  await page.getByRole('status').filter({ hasText: 'Le document n’a pas pu être fait' }).waitFor();
});

test('on paper, the two pages for the conseil are two, even for a full dossier; the PDF is tagged', async (t) => {
  for (const dossier of [full, small, null]) {
    const page = await report(t, dossier ?? small);
    if (!dossier) {
      await app.go(page, '#/');
      await app.tryExample(page);
      await app.go(page, '#/rapport');
      await app.at(page, 'Rapport – École des Trois-Chênes');
    }
    await choose(page, PARTS[0]);
    await page.getByRole('heading', { level: 2 }).nth(1).waitFor();
    const { pages, tagged } = await pdf(page);
    assert.equal(pages.length, 2, `${dossier?.id}: ${pages.slice(2).join()}`);
    assert.match(pages[0], /Où en sont les thématiques/);
    assert.match(pages[1], /^Pour le .*: la suite .*Qui a participé/);
    assert.ok(tagged);
    assert.ok(!pages.join().includes('Télécharger'), 'what is for the screen is not printed');
    if (dossier === full) {
      assert.match(pages[1], /Et \d+ autres actions dans le rapport complet/);
      assert.match(pages[1], /Et \d+ autres avis dans le rapport complet/);
      assert.match(pages[1], /Et \d+ autres réponses dans le rapport complet/);
    }
    const html = await page.context().newPage();
    await html.setContent(await text(page, 'Télécharger en HTML'));
    assert.equal((await pdf(html)).pages.length, 2, 'and so does the page of HTML');
  }
});

test('on paper, a full report has its titles in order and repeats the header of a long table', async (t) => {
  const page = await report(t, full);
  await choose(page, ...PARTS);
  await page.getByRole('heading', { level: 2, name: 'Méthode' }).waitFor();
  const titles = await page.locator('main').locator('h1, h2').allInnerTexts();
  const { pages } = await pdf(page);
  const whole = pages.join(' ');
  let at = 0;
  for (const title of titles.map(app.plain)) {
    const found = whole.indexOf(title, at);
    assert.ok(found >= at, `« ${title} » is in its place`);
    at = found + title.length;
  }
  const plan = pages.filter((words) => words.includes('Indicateurs et facteurs de réussite'));
  assert.ok(plan.length > 1, 'the header of the plan is on each of its pages');
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
  t.diagnostic(`${nodes} nodes, ${pages.length} pages`);
  assert.ok(nodes <= 2_500, `${nodes} nodes`);
});
