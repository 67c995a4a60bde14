// Every screen in light and dark, wide and narrow: no axe violation, few nodes, no sideways scroll, a title.
import assert from 'node:assert/strict';
import test from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import * as app from './app.mjs';
import { SCREENS, screen } from './screens.mjs';

const here = app.setting();
const QUESTIONS = app.essential();
const LIGHT = 355;
const SIZES = [[1280, 800], [360, 740]];
const WIDTHS = [320, 360, 1280];
const THEMES = ['light', 'dark'];

/** What axe finds, as « rule: target » lines. */
async function violations(page) {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.html.slice(0, 120)}`));
}

/** Everything that is wrong with a screen, in every theme and size. */
async function faults(page, most) {
  const found = new Set();
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
  if (nodes > most) found.add(`${nodes} nodes, at most ${most}`);
  const titles = await page.getByRole('heading', { level: 1 }).count();
  if (titles !== 1) found.add(`${titles} h1`);
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height });
    for (const theme of THEMES) {
      await page.emulateMedia({ colorScheme: theme });
      for (const violation of await violations(page)) found.add(`${width} px, ${theme}: ${violation}`);
    }
  }
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const beyond = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      const out = [...document.querySelectorAll('main *')].find((e) => e.getBoundingClientRect().right > clientWidth + 1 && !e.closest('svg'));
      return scrollWidth > clientWidth ? `${scrollWidth - clientWidth} px, from ${out?.outerHTML.slice(0, 100)}` : '';
    });
    if (beyond) found.add(`scrolls sideways at ${width} px by ${beyond}`);
  }
  return { nodes, found: [...found] };
}

for (const [name, [come, title, most = LIGHT]] of Object.entries(SCREENS)) {
  test(`${name}: no axe violation, at most ${most} nodes, no sideways scroll, its title`, async (t) => {
    const page = await here.visit(t);
    await page.getByRole('button', { name: 'Commencer', exact: true }).waitFor();
    await come(page);
    const { nodes, found } = await faults(page, most);
    t.diagnostic(`${nodes} nodes`);
    assert.deepEqual(found, []);
    assert.equal(await page.title(), title);
  });
}

test('référentiel missing: no axe violation, its title', async (t) => {
  const host = await app.host({ change: (file, bytes) => (file.startsWith('frameworks/') ? null : bytes) });
  t.after(() => host.close());
  const page = await app.open(await here.context(t), `${host.url}#/bilan`);
  await app.at(page, 'Les questions n’ont pas pu être chargées');
  assert.deepEqual((await faults(page, LIGHT)).found, []);
  assert.equal(await page.title(), 'Bilan – Paliers');
});

test('rescue screen: no axe violation', async (t) => {
  const host = await app.host({ change: (file, bytes) => (file.endsWith('.wasm') ? bytes.subarray(1) : bytes) });
  t.after(() => host.close());
  const page = await app.open(await here.context(t), host.url);
  await app.at(page, 'Paliers s’est arrêté.');
  assert.deepEqual((await faults(page, LIGHT)).found, []);
});

test('the theme chosen in the page wins over the system’s, and is kept', async (t) => {
  const page = await here.visit(t, '', { colorScheme: 'light' });
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.getByLabel('Affichage').waitFor();
  const light = await ground();
  await page.getByLabel('Affichage').selectOption({ label: 'Sombre' });
  const dark = await ground();
  assert.notEqual(dark, light);
  await page.reload();
  await page.getByLabel('Affichage').waitFor();
  assert.equal(await ground(), dark);
  assert.equal(await page.getByLabel('Affichage').evaluate((select) => select.selectedOptions[0].label), 'Sombre');
  assert.deepEqual(await violations(page), []);
  await page.getByLabel('Affichage').selectOption({ label: 'Comme le système' });
  assert.equal(await ground(), light);
});

test('every control is at least 44 px high to the touch on a phone', async (t) => {
  const page = await here.visit(t, '', { viewport: { width: 360, height: 740 }, hasTouch: true });
  await app.tryExample(page);
  const small = new Set();
  for (const [address, title] of [['#/', 'Quarante'], ['#/ecole', 'Votre'], [app.addressOf(QUESTIONS[0]), ''],
    ['#/bilan', 'Bilan'], ['#/objectifs', 'Objectifs'], ['#/bilan?voir=evolution', 'Bilan'], ['#/plan', 'Plan'], ['#/donnees', 'Mes dossiers']]) {
    await screen(page, address, title);
    const found = await page.evaluate(() => [...document.querySelectorAll('button, select, summary, input, textarea, nav a')]
      .map((control) => control.closest('label') ?? control)
      .map((target) => [target, target.getBoundingClientRect()])
      .filter(([, { width, height }]) => width > 0 && height > 0 && height < 43.5)
      .map(([target, { height }]) => `${target.innerText.slice(0, 40)}: ${Math.round(height)} px`));
    for (const words of found) small.add(`${address} ${words}`);
  }
  assert.deepEqual([...small], []);
});

test('status words, headings and landmarks are said as they are seen', async (t) => {
  const page = await here.visit(t);
  await app.tryExample(page);
  assert.equal(await page.getByRole('status').innerText(), 'Enregistré sur cet ordinateur');
  for (const role of ['banner', 'main', 'contentinfo', 'navigation']) assert.ok(await page.getByRole(role).count() >= 1, role);
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'fr');
  await page.getByRole('link', { name: 'Bilan', exact: true }).and(page.locator('[aria-current=page]')).waitFor();
  await page.getByRole('link', { name: 'Accessibilité : non conforme' }).waitFor();
});
