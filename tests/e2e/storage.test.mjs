// Where the work is kept: two tabs on one dossier, two copies on one host, and no storage at all.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import * as app from './app.mjs';

const PATHS = ['/a/paliers/', '/b/paliers/'];
/** A page of another tool that frames the app with few rights. */
const framing = (rights) =>
  `<!doctype html><title>ENT</title><iframe src="index.html" sandbox="${rights}" width="1200" height="900"></iframe>`;
const here = app.setting({
  paths: PATHS,
  pages: { 'frame.html': framing('allow-scripts allow-forms'), 'narrow-frame.html': framing('allow-scripts') },
  // A framed page without an origin of its own reads its scripts across origins.
  headers: { 'access-control-allow-origin': '*' },
});
/** Two questions of one screen: a tab has one open and sees the other's answer on its line. */
const PAIR = app.essential().filter((c, _, all) => all.filter((d) => d.sub_theme === c.sub_theme).length > 1).slice(0, 2);
const ROUNDS = 200;

/** Two tabs on one new dossier, one on each question of the pair. */
async function twoTabs(t) {
  assert.equal(PAIR.length, 2);
  const context = await here.context(t);
  const first = await app.open(context, here.host.url);
  await app.begin(first);
  await app.saved(first);
  await app.go(first, app.addressOf(PAIR[0]));
  await app.question(first, PAIR[0]).waitFor();
  const second = await app.open(context, here.host.url + app.addressOf(PAIR[0]));
  await app.line(second, PAIR[1]).click();
  await app.question(second, PAIR[1]).waitFor();
  return [first, second];
}

/** Chooses a level from the keyboard: the question stays open. */
async function choose(page, criterion, level) {
  await app.fact(page, criterion, level).press('Space');
}

/** Whether a tab shows the answer to the question that the other tab has open. */
async function shows(tab, criterion, level, timeout) {
  const line = tab.getByRole('button', { name: `${criterion.title} ${app.inWords(level)}` });
  return line.waitFor({ timeout }).then(() => true, () => false);
}

/** Reloads a tab, and opens its question again: what it shows then is what is stored. */
async function reopen(tab, criterion) {
  await tab.reload();
  await tab.getByRole('radio').first().waitFor();
  if (!await app.question(tab, criterion).isVisible()) await app.line(tab, criterion).click();
  await app.question(tab, criterion).waitFor();
}

let unseen = 0;

test('two tabs, 200 answers each at the same time: none is lost', async (t) => {
  const tabs = await twoTabs(t);
  let lost = 0;
  for (let n = 0; n < ROUNDS; n += 1) {
    const levels = [n % 4, (n + 1 + Math.floor(n / 4)) % 4];
    await Promise.all(tabs.map((tab, i) => choose(tab, PAIR[i], levels[i])));
    for (const [i, tab] of tabs.entries()) {
      if (await shows(tab, PAIR[1 - i], levels[1 - i], 1_500)) continue;
      unseen += 1;
      await reopen(tab, PAIR[i]);
      lost += !await shows(tab, PAIR[1 - i], levels[1 - i], 500);
    }
  }
  t.diagnostic(`${unseen} of ${2 * ROUNDS} answers were not seen in the other tab without a reload`);
  assert.equal(lost, 0, `${lost} of ${2 * ROUNDS} answers were lost`);
  for (const [i, tab] of tabs.entries()) {
    await app.saved(tab);
    await reopen(tab, PAIR[i]);
    assert.deepEqual(tab.faults, []);
  }
});

test('and each of them showed in the other tab', () => {
  assert.equal(unseen, 0, `${unseen} of ${2 * ROUNDS} answers stayed unseen until a reload`);
});

test('two tabs as fast as keys go: what each chose last is what is kept', async (t) => {
  const tabs = await twoTabs(t);
  await Promise.all(tabs.map((tab, i) => choose(tab, PAIR[i], 0)));
  // Arrows choose as they move; six answers make the round.
  await Promise.all(tabs.map(async (tab, i) => {
    for (let n = 0; n < ROUNDS; n += 1) await tab.keyboard.press('ArrowDown');
    await choose(tab, PAIR[i], 2 + i);
    await app.saved(tab);
  }));
  for (const [i, tab] of tabs.entries()) {
    await tab.getByRole('button', { name: `${PAIR[1 - i].title} ${app.inWords(3 - i)}` }).waitFor();
    assert.ok(await app.fact(tab, PAIR[i], 2 + i).isChecked());
  }
  const third = await app.open(tabs[0].context(), `${here.host.url}#/donnees`);
  const { answers } = (await app.backup(third)).campaigns[0];
  assert.deepEqual(PAIR.map((c) => answers[c.id].level), [2, 3]);
});

test('two tabs write notes and decide actions: every text and every action is kept', async (t) => {
  const context = await here.context(t);
  const first = await app.open(context, here.host.url);
  await app.openDossier(first, app.dossier({ answers: app.everyAnswer(0) }));
  await app.go(first, '#/plan');
  const second = await app.open(context, `${here.host.url}#/plan`);
  const own = async (tab, who) => {
    for (let n = 0; n < 10; n += 1) {
      await tab.getByRole('button', { name: 'Ajouter une action à nous' }).press('Enter');
      await app.at(tab, 'Modifier l’action');
      await tab.getByLabel('Action (comment)').fill(`${who} ${n}`);
      await tab.getByRole('button', { name: 'Revenir au plan' }).press('Enter');
      await app.at(tab, 'Plan d’action');
    }
    await app.saved(tab);
  };
  await Promise.all([own(first, 'Un'), own(second, 'Deux')]);
  await app.go(first, '#/donnees');
  const { plan } = await app.backup(first);
  const expected = ['Deux', 'Un'].flatMap((who) => Array.from({ length: 10 }, (_, n) => `${who} ${n}`));
  assert.deepEqual(plan.map((item) => item.title).sort(), expected.sort());
});

test('undo in one tab never takes back the other’s answer', async (t) => {
  const [first, second] = await twoTabs(t);
  await choose(first, PAIR[0], 1);
  await second.getByRole('button', { name: `${PAIR[0].title} ${app.inWords(1)}` }).waitFor();
  await choose(second, PAIR[1], 2);
  await first.getByRole('button', { name: `${PAIR[1].title} ${app.inWords(2)}` }).waitFor();
  await first.getByRole('banner').getByRole('button', { name: 'Annuler' }).click();
  await second.getByRole('button', { name: `${PAIR[0].title} À répondre` }).waitFor();
  assert.ok(await app.fact(second, PAIR[1], 2).isChecked());

  await choose(first, PAIR[0], 1);
  await second.getByRole('button', { name: `${PAIR[0].title} ${app.inWords(1)}` }).click();
  await choose(second, PAIR[0], 3);
  await app.saved(second);
  await first.getByText('vous voyez ses réponses').waitFor();
  assert.ok(await app.fact(first, PAIR[0], 3).isChecked());
  await first.getByRole('banner').getByRole('button', { name: 'Annuler' }).click();
  await first.getByText('elle est laissée telle quelle').waitFor();
  assert.ok(await app.fact(first, PAIR[0], 3).isChecked());
});

test('erased in one tab, the dossier is closed and named in the other', async (t) => {
  const [first, second] = await twoTabs(t);
  await app.go(first, '#/donnees');
  await first.getByRole('button', { name: 'Effacer :' }).click();
  await second.getByText('Ce dossier a été effacé dans un autre onglet.').waitFor();
  await app.at(second, 'Aucun dossier n’est ouvert');
});

test('two copies under two paths of one host never mix', async (t) => {
  const context = await here.context(t);
  const [one, two] = [await app.open(context, here.host.urls[0]), await app.open(context, here.host.urls[1])];
  await app.openDossier(one, app.dossier({ id: 'meme', school: { name: 'École Une', types: ['elementaire'] } }));
  await app.go(two, '#/donnees');
  await two.getByText('Aucun dossier n’est gardé ici pour l’instant.').waitFor();
  await app.openDossier(two, app.dossier({ id: 'meme', school: { name: 'École Deux', types: ['elementaire'] } }));
  await two.getByRole('button', { name: 'Effacer : École Deux' }).waitFor();
  await two.getByLabel('Affichage').selectOption({ label: 'Sombre' });
  for (const [page, own, other] of [[one, 'École Une', 'École Deux'], [two, 'École Deux', 'École Une']]) {
    await page.reload();
    await page.getByRole('button', { name: `Effacer : ${own}` }).waitFor();
    assert.equal(await page.getByText(other).count(), 0);
  }
  assert.equal(await one.getByLabel('Affichage').inputValue(), '');
  await two.getByRole('button', { name: 'Effacer : École Deux' }).click();
  await two.getByText('Aucun dossier n’est gardé ici pour l’instant.').waitFor();
  await one.reload();
  await one.getByRole('button', { name: 'Effacer : École Une' }).waitFor();
});

/** A profile whose person forbids sites to keep anything. */
async function withoutStorage(t) {
  const folder = await mkdtemp(join(tmpdir(), 'paliers-nothing-'));
  await mkdir(join(folder, 'Default'));
  const forbidden = { profile: { default_content_setting_values: { cookies: 2 } } };
  await writeFile(join(folder, 'Default', 'Preferences'), JSON.stringify(forbidden));
  const context = await app.profile(folder);
  t.after(async () => { await context.close(); await rm(folder, { recursive: true, force: true }); });
  return context;
}

test('where the browser keeps nothing, the app works in memory and offers the file', async (t) => {
  const context = await withoutStorage(t);
  const page = await app.open(context, here.host.url);
  const refused = await page.evaluate(() => { try { return !localStorage; } catch { return true; } });
  assert.ok(refused, 'this browser refuses storage');
  await app.begin(page);
  const alert = page.getByRole('alert').filter({ hasText: 'Ce navigateur refuse de garder les données' });
  await alert.waitFor();
  const questions = app.essential();
  for (const criterion of questions) await app.fact(page, criterion, 1).click();
  await app.at(page, 'Bilan');
  assert.equal(await page.getByRole('status').filter({ hasText: /^Enregistré sur/ }).count(), 0);
  const save = alert.getByRole('button', { name: 'Enregistrer un fichier' });
  const file = await app.download(page, () => save.click());
  assert.match(file.name, /_sauvegarde\.paliers\.json$/);
  assert.equal(Object.keys(JSON.parse(file.text).campaigns[0].answers).length, 16);

  await app.go(page, '#/donnees');
  await app.choose(page, app.dossier({ id: 'autre', answers: app.everyAnswer(3) }));
  await page.getByRole('button', { name: 'Ouvrir ce dossier' }).click();
  await app.go(page, '#/bilan');
  await page.getByRole('banner').getByText('Collège Ada-Lovelace').waitFor();
  await page.getByRole('table', { name: 'Résultats par thématique' }).getByText('3 – ancré').first().waitFor();

  await app.trap(page);
  await app.at(page, 'Paliers s’est arrêté.');
  const given = [];
  page.on('download', (download) => given.push(download.path().then((path) => readFile(path, 'utf8'))));
  await page.getByRole('button', { name: 'Télécharger mes données' }).click();
  await page.getByText('2 fichier(s) enregistré(s)').waitFor();
  while (given.length < 2) await page.waitForEvent('download');
  const rescued = (await Promise.all(given)).map((text) => JSON.parse(text));
  assert.ok(rescued.some((one) => one.id === 'autre'), 'the dossier that was open, only in memory, is given back');
  assert.ok(rescued.some((one) => one.id === JSON.parse(file.text).id), 'and the one before it');
});

/** The app in a sandboxed frame, with one answer and the banner. */
async function framed(t, name) {
  const page = await app.open(await here.context(t), here.host.url + name);
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: 'Commencer', exact: true }).click();
  await frame.getByRole('checkbox', { name: 'Collège' }).check();
  await frame.getByRole('button', { name: 'Répondre aux questions' }).click();
  const [first, second] = app.essential();
  await app.fact(frame, first, 2).click({ timeout: 3_000 });
  await app.question(frame, second).waitFor();
  const alert = frame.getByRole('alert').filter({ hasText: 'Ce navigateur refuse de garder les données' });
  return { frame, save: alert.getByRole('button', { name: 'Enregistrer un fichier' }) };
}

test('in a sandboxed frame the app works in memory, under the banner', async (t) => {
  const { frame, save } = await framed(t, 'frame.html');
  await save.waitFor();
  await frame.getByRole('link', { name: 'Bilan', exact: true }).click();
  await frame.getByRole('table', { name: 'Résultats par thématique' }).waitFor();
});

test('in a sandboxed frame, which cannot download, the text of the file is shown with « Copier »', async (t) => {
  const { frame, save } = await framed(t, 'frame.html');
  await save.click();
  await frame.getByRole('button', { name: 'Copier' }).waitFor({ timeout: 3_000 });
  assert.equal(await frame.getByText('enregistrée dans vos téléchargements').count(), 0);
});

test('in a sandboxed frame, which cannot send forms, the buttons that go on still do', async (t) => {
  await framed(t, 'narrow-frame.html');
});
