// What leaves the device (nothing), what may run (only what was built), and what happens when something is damaged,
// missing, stopped or cut.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import test from 'node:test';
import * as app from './app.mjs';
import { SUB_PATH } from './server.mjs';

const here = app.setting();
const SCREENS = [['#/', 'Quarante minutes'], ['#/ecole', 'Votre école'], ['#/bilan', 'Bilan'], ['#/plan', 'Plan d’action'],
  ['#/plan?pistes=toutes', 'Plan d’action'], ['#/rapport', 'Rapport'], ['#/donnees', 'Mes dossiers'], ['#/aide', 'Aide'],
  ['#/animer', 'Animer une réunion'],
  ['#/accessibilite', 'Accessibilité'], ['#/mentions-legales', 'Mentions légales'],
  ['#/donnees-personnelles', 'Données personnelles'], ['#/plan-du-site', 'Plan du site'],
  ['#/nulle-part', 'Cette adresse ne mène à aucun écran']];

/** A file of the build, by how its name begins and ends. */
function built(pattern) {
  const name = readdirSync(app.DIST).find((file) => pattern.test(file));
  assert.ok(name, `dist has a file ${pattern}`);
  return name;
}

/** A host that answers one file with other bytes, for the length of a test. */
async function altered(t, name, change) {
  const host = await app.host({ change: (file, bytes) => (file === name ? change(bytes) : bytes) });
  t.after(() => host.close());
  return host;
}

function flipped(bytes) {
  const copy = Buffer.from(bytes);
  copy[Math.floor(copy.length / 2)] ^= 1;
  return copy;
}

/** A person's page on another host than the file's. */
async function at(t, host) {
  return app.open(await here.context(t), host.url);
}

test('a whole visit asks only for files of its own folder, keeps no cookie and logs no error', async (t) => {
  const host = await app.host();
  t.after(() => host.close());
  const context = await here.context(t);
  const asked = [];
  context.on('request', (request) => asked.push(request.url()));
  const visitor = await app.open(context, host.url);
  await app.begin(visitor);
  for (const [index, criterion] of app.essential().entries()) await app.fact(visitor, criterion, index % 4).click();
  await app.at(visitor, 'Bilan');
  await app.go(visitor, '#/plan');
  await visitor.getByRole('button', { name: 'Décider :' }).first().click();
  await visitor.getByRole('link', { name: 'Modifier :' }).first().click();
  await app.at(visitor, 'Modifier l’action');
  for (const [address, title] of SCREENS) {
    await app.go(visitor, address);
    await app.at(visitor, title);
  }
  await app.go(visitor, '#/donnees');
  await app.backup(visitor);
  await visitor.reload();
  await app.at(visitor, 'Mes dossiers');
  assert.deepEqual(asked.filter((url) => !url.startsWith(host.url) && !url.startsWith('blob:')), []);
  assert.ok(host.requests.length > 8, 'the host saw the visit');
  assert.deepEqual(host.requests.filter((path) => !path.startsWith(SUB_PATH)), []);
  assert.deepEqual(await context.cookies(), []);
  assert.equal(await visitor.evaluate(() => document.cookie), '');
  assert.deepEqual(visitor.faults, []);
});

test('the content security policy allows no inline and no evaluated script', async (t) => {
  const page = await here.visit(t);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|\*|https?:/);
  assert.equal(await page.locator('[style], script:not([src])').count(), 0);
  await page.evaluate(() => {
    document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = 1' }));
    document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.ran = 2">');
  });
  await assert.rejects(page.evaluate(() => new Promise((done, fail) => {
    const image = Object.assign(new Image(), { onload: done, onerror: () => fail(new Error('refused')) });
    image.src = 'http://127.0.0.1:9/pixel.png';
  })));
  assert.equal(await page.evaluate(() => window.ran), undefined);
});

for (const [what, pattern] of [['js', /^paliers-[0-9a-f]+\.js$/], ['wasm', /^paliers-[0-9a-f]+_bg\.wasm$/]]) {
  test(`one flipped byte in the ${what} is refused, and the rescue screen comes`, async (t) => {
    const host = await altered(t, built(pattern), flipped);
    const page = await at(t, host);
    await app.at(page, 'Paliers s’est arrêté.');
    assert.equal(await page.getByRole('button', { name: 'Commencer', exact: true }).count(), 0);
    await page.getByRole('button', { name: 'Télécharger mes données' }).click();
    await page.getByRole('status').filter({ hasText: 'Aucun dossier n’a été trouvé' }).waitFor();
    await page.getByRole('button', { name: 'Recharger la page' }).waitFor();
  });
}

test('one flipped byte in the script that starts is refused', async (t) => {
  const host = await altered(t, built(/^start-[0-9a-f]+\.js$/), flipped);
  const page = await at(t, host);
  await page.waitForLoadState('networkidle');
  assert.equal(await page.getByRole('button').count(), 0, 'nothing of the app runs');
  assert.match(page.faults.join(), /integrity/);
});

test('one flipped byte in a style sheet is refused, and the page still works', async (t) => {
  const name = built(/^components-[0-9a-f]+\.css$/);
  const host = await altered(t, name, flipped);
  const page = await at(t, host);
  await app.begin(page);
  assert.match(page.faults.join(), /integrity/);
  const sheets = await page.evaluate(() => [...document.styleSheets].map((sheet) => sheet.href));
  assert.ok(sheets.length > 0 && !sheets.some((href) => href.endsWith(name)), 'the damaged sheet is not applied');
});

const FRAMEWORK_FILE = 'frameworks/egn-2020.json';
for (const [what, change, why] of [
  ['missing', () => null, /egn-2020\.json, ne vient pas/],
  ['truncated', (bytes) => bytes.subarray(0, bytes.length / 2), /abîmé/],
  ['foreign', () => Buffer.from('{"format": "autre"}'), /n’est pas un référentiel de Paliers/],
  ['newer', (bytes) => Buffer.from(bytes.toString().replace(/"schema":\s*1/, '"schema":2')), /version plus récente/],
  ['a page of the host', () => Buffer.from('<!doctype html><title>404</title>'), /abîmé/],
]) {
  test(`a référentiel that is ${what} gives a clear page, and « Réessayer » once it is back`, async (t) => {
    let broken = true;
    const host = await altered(t, FRAMEWORK_FILE, (bytes) => (broken ? change(bytes) : bytes));
    const page = await at(t, host);
    await page.getByRole('button', { name: 'Commencer', exact: true }).click();
    await app.at(page, 'Les questions n’ont pas pu être chargées');
    await page.getByText(why).waitFor();
    const again = page.getByRole('button', { name: 'Réessayer' });
    await again.click();
    await app.at(page, 'Les questions n’ont pas pu être chargées');
    broken = false;
    // The first retry may still be on its way, and bring the mended file itself.
    const back = page.getByRole('heading', { level: 1, name: 'Aucun dossier n’est ouvert' });
    await again.click({ timeout: 2_000 }).catch(() => back.waitFor());
    await app.at(page, 'Aucun dossier n’est ouvert');
    await page.getByRole('button', { name: 'Commencer', exact: true }).click();
    await app.at(page, 'Votre école ou établissement');
  });
}

test('one flipped byte in a part of the app is refused: its screen says so, and comes once the part is whole', async (t) => {
  const part = built(/^split-after-.*\.wasm$/);
  let damaged = true;
  const host = await altered(t, part, (bytes) => (damaged ? flipped(bytes) : bytes));
  const visitor = await at(t, host);
  await app.begin(visitor);
  await app.go(visitor, '#/bilan');
  await app.at(visitor, 'Cette page n’est pas arrivée');
  // An idle app asks for its parts by itself; then it waits to be told.
  await visitor.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('ecole.paliers.json')));
  damaged = false;
  await visitor.getByRole('button', { name: 'Essayer à nouveau' }).click();
  await app.at(visitor, 'Bilan');
});

test('after a trap, « Télécharger mes données » gives a file that opens again', async (t) => {
  const page = await here.visit(t);
  await app.begin(page);
  const [first, second] = app.essential();
  await app.fact(page, first, 3).click();
  await app.question(page, second).waitFor();
  await app.saved(page);
  await app.trap(page);
  await app.at(page, 'Paliers s’est arrêté.');
  assert.ok(await page.evaluate(() => document.activeElement.matches('h1')), 'the focus is on the title');
  const save = page.getByRole('button', { name: 'Télécharger mes données' });
  const file = await app.download(page, () => save.click());
  await page.getByRole('status').filter({ hasText: '1 fichier(s) enregistré(s)' }).waitFor();

  const elsewhere = await here.visit(t, '#/donnees');
  await app.openDossier(elsewhere, file.text);
  await app.go(elsewhere, app.addressOf(first));
  await app.fact(elsewhere, first, 3).waitFor();
  assert.ok(await app.fact(elsewhere, first, 3).isChecked());

  await page.getByRole('button', { name: 'Recharger la page' }).click();
  await app.go(page, app.addressOf(first));
  await app.fact(page, first, 3).waitFor();
  assert.ok(await app.fact(page, first, 3).isChecked(), 'and nothing was lost here');
});

test('a trap on any screen gives the data back', async (t) => {
  const page = await here.visit(t);
  await app.tryExample(page);
  for (const [address, title] of SCREENS) {
    await app.go(page, address);
    await app.at(page, title);
    await app.trap(page);
    await app.at(page, 'Paliers s’est arrêté.');
    const save = page.getByRole('button', { name: 'Télécharger mes données' });
    const file = await app.download(page, () => save.click());
    assert.equal(JSON.parse(file.text).format, 'paliers-dossier', address);
    await page.reload();
    await app.at(page, title);
  }
});

test('an ordinary error of an extension or of a page script does not stop the app', async (t) => {
  const page = await here.visit(t);
  await app.begin(page);
  await page.evaluate(() => {
    const error = new TypeError('not ours');
    dispatchEvent(new ErrorEvent('error', { error, message: error.message }));
  });
  const [first, second] = app.essential();
  await app.fact(page, first, 1).click();
  await app.question(page, second).waitFor();
});

test('once idle, the network may drop: answering, printing and every screen still work', async (t) => {
  const page = await here.visit(t);
  await page.waitForResponse((response) => response.url().endsWith('ecole.paliers.json'));
  await page.context().setOffline(true);
  await app.begin(page);
  for (const [index, criterion] of app.essential().entries()) await app.fact(page, criterion, (index + 1) % 4).click();
  await app.at(page, 'Bilan');
  await app.go(page, '#/plan');
  await page.getByRole('button', { name: 'Décider :' }).first().click();
  await app.saved(page);
  for (const [address, title] of SCREENS) {
    await app.go(page, address);
    await app.at(page, title);
  }
  await app.go(page, '#/rapport');
  await page.getByRole('table', { name: 'Plan d’action' }).waitFor();
  assert.ok((await page.pdf()).length > 10_000);
  await app.go(page, '#/');
  await app.tryExample(page);
  // The browser asks for the icon of the tab at each address, by itself.
  assert.deepEqual(page.faults, []);
});

test('where the browser can keep files, the app also starts again without network', { timeout: 40_000 }, async (t) => {
  const page = await here.visit(t);
  await app.begin(page);
  await app.fact(page, app.essential()[0], 2).click();
  await app.saved(page);
  await page.evaluate(async () => {
    const kept = async () => {
      const names = await caches.keys();
      const files = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return ['.wasm', 'egn-2020.json', location.pathname].every((end) => files.flat().some(({ url }) => url.endsWith(end)));
    };
    while (!await kept()) await new Promise((again) => { setTimeout(again, 100); });
  });
  await page.context().setOffline(true);
  await page.reload();
  await app.go(page, app.addressOf(app.essential()[0]));
  await app.fact(page, app.essential()[0], 2).waitFor();
  assert.ok(await app.fact(page, app.essential()[0], 2).isChecked());
  await app.go(page, '#/bilan');
  await app.at(page, 'Bilan');
});
