// A school that has written a great deal: each screen that shows it stays light, everything is reached by pages and
// folds, nothing is cut off, and axe finds nothing. Documents to print are as long as their paper.
import assert from 'node:assert/strict';
import test from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import * as app from './app.mjs';
import { ACTIONS, ACTORS, INDICATORS, IRRITANTS, big } from './big.mjs';

const here = app.setting();
const LIGHT = 355;
const dossier = big();
const THEMATIQUES = app.FRAMEWORK.thematiques.map(({ id }) => id);
const SUB_THEMES = [...new Set(app.FRAMEWORK.criteria.map(app.addressOf))];
const STEPS = ['preparer', 'feuilles', 'cadre', 'regles', 'marche', 'accord', 'avis', 'regard', 'priorites', 'actions', 'demandes', 'cloture', 'relecture'];
const PARTS = ['roles', 'contacts', 'exercices'];
const MODELS = ['phare', 'pret', 'charte', 'familles', 'incident', 'mission', 'continuite'];

/** What shows the dossier, in the order of the routes. */
const ADDRESSES = [
  '#/', '#/ecole', ...SUB_THEMES, '#/bilan', '#/bilan?voir=evolution', '#/bilan?voir=reponses', '#/bilan?par=champ', '#/bilan?par=selfie',
  ...THEMATIQUES.map((id) => `#/objectifs?thematique=${id}`),
  '#/plan', '#/plan?page=4', '#/plan?pistes=toutes', '#/plan?vue=suivi', '#/plan?vue=suivi&page=2', '#/plan?echeance=passee', '#/plan?vue=calendrier',
  '#/plan?vue=calendrier&page=2', '#/plan?vue=demandes', '#/plan/p5', '#/plan/p7',
  '#/plan?vue=indicateurs', '#/plan?vue=indicateurs&page=2', '#/plan?vue=indicateurs&ligne=i3', '#/plan?vue=annuaire', '#/plan?vue=annuaire&page=3',
  '#/ateliers', '#/ateliers?atelier=w0', '#/ateliers?atelier=w0&page=2', '#/ateliers?atelier=w0&temps=2&n=30', '#/ateliers?atelier=w0&temps=3&n=2',
  '#/reunion', ...STEPS.map((step) => `#/reunion?voir=${step}`),
  '#/documents', ...MODELS.map((model) => `#/documents?papier=${model}0`), ...PARTS.map((part) => `#/documents?papier=continuite0&voir=${part}`),
  '#/donnees', '#/donnees?voir=animateur', '#/referentiel', `#/referentiel/${app.FRAMEWORK.criteria[0].id}`,
];

/** One sous-thématique is read by axe as another. */
const READ = ADDRESSES.filter((address) => !SUB_THEMES.includes(address) || address === SUB_THEMES[0]);

async function opened(t) {
  const page = await here.visit(t, '#/donnees');
  await app.openDossier(page, dossier);
  return page;
}

/** Goes to an address and waits until its screen stands. */
async function come(page, address) {
  await page.evaluate((hash) => { location.hash = hash; }, address);
  await page.waitForFunction(() => {
    const title = document.querySelector('main h1');
    return title && !title.textContent.startsWith('Un instant');
  });
  await page.waitForTimeout(60);
}

test(`every screen of a big dossier has at most ${LIGHT} nodes`, async (t) => {
  const page = await opened(t);
  const heavy = [];
  for (const address of ADDRESSES) {
    await come(page, address);
    const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
    t.diagnostic(`${nodes} ${address}`);
    if (nodes > LIGHT) heavy.push(`${nodes} ${address}`);
  }
  assert.deepEqual(heavy, []);
  assert.deepEqual(page.faults, []);
});

for (const [width, colorScheme] of [[1280, 'light'], [360, 'dark']]) {
  test(`axe finds nothing on a big dossier, ${width} px, ${colorScheme}`, async (t) => {
    const page = await opened(t);
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    const found = [];
    for (const address of READ) {
      await come(page, address);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      found.push(...violations.flatMap(({ id, nodes }) => nodes.map((node) => `${address} ${id}: ${node.html.slice(0, 100)}`)));
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (beyond > 0) found.push(`${address} scrolls sideways by ${beyond} px`);
    }
    assert.deepEqual(found, []);
  });
}

/** The texts of a list over all its pages, each turned by its link. */
async function overPages(page, read) {
  const all = [...await read()];
  const pages = page.getByRole('navigation', { name: 'Pages' }).getByRole('link');
  for (let n = 2; n <= await pages.count(); n += 1) {
    await pages.filter({ hasText: new RegExp(`^Page ${n}$`) }).click();
    await page.locator('nav a[aria-current=page]').filter({ hasText: new RegExp(`^Page ${n}$`) }).waitFor();
    all.push(...await read());
  }
  return new Set(all);
}

test('everything is reached: actions, indicators, contacts, cards, irritants, axes', async (t) => {
  const page = await opened(t);
  const rows = (caption, column) => async () => (await app.table(page, caption)).body.map((row) => row[column].replace(/ Modifier$/, ''));
  for (const [address, caption, column] of [['#/plan', 'Plan d’action', 2], ['#/plan?vue=suivi', 'Plan d’action', 2]]) {
    await come(page, address);
    const titles = await overPages(page, rows(caption, column));
    assert.deepEqual(dossier.plan.filter(({ title }) => !titles.has(app.plain(title))), [], address);
    assert.equal(titles.size, ACTIONS);
  }
  await come(page, '#/plan?vue=calendrier');
  const open = dossier.plan.filter(({ state }) => state !== 'done');
  assert.equal((await overPages(page, rows('Calendrier du plan', 1))).size, open.length);
  await come(page, '#/plan?vue=indicateurs');
  assert.equal((await overPages(page, rows('Tableau de suivi', 0))).size, INDICATORS);
  await come(page, '#/plan?vue=annuaire');
  assert.equal((await overPages(page, rows('Annuaire', 0))).size, ACTORS);
  await come(page, '#/ateliers?atelier=w0');
  const cards = () => page.getByRole('combobox', { name: /^Thématique :/ }).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  assert.equal((await overPages(page, cards)).size, dossier.workshops[0].cards.length);
  for (const [temps, what] of [[2, dossier.workshops[0].cards.filter(({ kind }) => kind === 'stuck')], [3, dossier.workshops[0].axes]]) {
    await come(page, `#/ateliers?atelier=w0&temps=${temps}`);
    for (const [n, { text }] of what.entries()) {
      await page.getByRole('heading', { level: 2, name: text, exact: true }).waitFor();
      if (n + 1 < IRRITANTS) await page.getByRole('link', { name: 'Suivant' }).click();
    }
  }
  assert.deepEqual(page.faults, []);
});

test('what was put off unfolds, and is proposed again one after the other', async (t) => {
  const page = await opened(t);
  await come(page, '#/plan');
  const number = dossier.set_aside.length;
  await page.getByText(`Pas maintenant (${number} pistes)`).click();
  const again = page.getByRole('button', { name: 'Proposer à nouveau :' });
  await again.first().waitFor();
  assert.equal(await again.count(), number);
  assert.ok(await page.evaluate(() => document.querySelectorAll('*').length) <= LIGHT);
  for (const left of [number - 1, number - 2]) {
    await again.first().click();
    await page.getByText(`Pas maintenant (${left} pistes)`).waitFor();
    assert.equal(await again.count(), left);
  }
});
