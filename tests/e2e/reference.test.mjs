// The référentiel: browsing, searching, one question, sources, glossary, paper, files of others, versions.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import * as app from './app.mjs';

const here = app.setting();
const { FRAMEWORK } = app;
const [FIRST] = app.essential();
const VARIANT = JSON.parse(readFileSync(`${app.DIST}/frameworks/paliers-academiques.json`, 'utf8'));
const SMALL = readFileSync(fileURLToPath(new URL('../corpus/framework-1-small.json', import.meta.url)), 'utf8');
const TITLE = 'Les questions et leurs paliers';

async function read(t, address, title = TITLE, options) {
  const page = await here.visit(t, address, options);
  await app.at(page, title);
  return page;
}

const listed = (criteria) => criteria.map((c) => c.title);
/** The titles of the questions that are listed. */
const titles = (page) => page.getByRole('main').locator('.asked').getByRole('link').allInnerTexts();

test('questions are browsed by thématique, champ and SELFIE area, for a type of school', async (t) => {
  const page = await read(t, '#/referentiel');
  const of = (id) => FRAMEWORK.criteria.filter((c) => c.sub_theme.startsWith(`${id}.`));
  assert.deepEqual(await titles(page), listed(of('acces')));
  const groups = page.getByRole('navigation', { name: 'Groupes de questions' });
  await groups.getByRole('link', { name: 'Gouvernance' }).click();
  await page.getByRole('heading', { level: 2, name: 'Gouvernance et anticipation' }).waitFor();
  assert.deepEqual(await titles(page), listed(of('gouvernance')));
  await page.reload();
  await page.getByRole('heading', { level: 2, name: 'Gouvernance et anticipation' }).waitFor();
  await page.getByLabel('Ranger les questions').selectOption({ label: 'Par champ d’action académique' });
  await groups.getByRole('link', { name: 'Formation' }).click();
  await page.getByRole('heading', { level: 2, name: 'Formation' }).waitFor();
  assert.deepEqual(await titles(page), listed(FRAMEWORK.criteria.filter((c) => c.crosswalk.creteil.includes('formation'))));
  await page.getByText('Ces correspondances sont proposées.').waitFor();
  await page.getByLabel('Celles que l’on pose dans').selectOption({ label: 'Une école' });
  const asked = FRAMEWORK.criteria.filter((c) => c.crosswalk.creteil.includes('formation')
    && (!c.applies_to.length || c.applies_to.some((type) => ['maternelle', 'elementaire'].includes(type))));
  await page.getByText(`Formation (${asked.length})`).waitFor();
  assert.deepEqual(await titles(page), listed(asked));
  await page.getByLabel('Ranger les questions').selectOption({ label: 'Par domaine de SELFIE' });
  await page.getByRole('heading', { level: 2, name: 'Direction et pilotage' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { level: 2, name: 'Formation' }).waitFor();
  assert.deepEqual(page.faults, []);
});

test('a search forgives accents and case, is paged, and leads to the question, by the keyboard alone', async (t) => {
  const page = await read(t, '#/referentiel');
  await page.getByLabel('Chercher dans').focus();
  await page.keyboard.type('DONNEES eleves');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: /résultats? pour « donnees eleves »/ }).and(page.locator(':focus')).waitFor();
  const criterion = FRAMEWORK.criteria.find((c) => /données de nos élèves/.test(c.title));
  await page.getByRole('link', { name: criterion.title }).first().focus();
  await page.keyboard.press('Enter');
  await app.at(page, criterion.title);
  assert.ok(await page.getByRole('heading', { level: 1 }).evaluate((h) => h === document.activeElement));
  await page.goBack();
  assert.equal(await page.getByLabel('Chercher dans').inputValue(), 'donnees eleves');
  await app.go(page, '#/referentiel?q=les');
  await page.getByText('Page 1 sur').waitFor();
  const first = await page.locator('.asked li').first().innerText();
  await page.getByRole('link', { name: 'Page suivante' }).click();
  await page.getByText('Page 2 sur').waitFor();
  assert.notEqual(await page.locator('.asked li').first().innerText(), first);
  await app.go(page, '#/referentiel?q=%C3%A9l%C3%A8ve');
  await page.getByText('« élève »').waitFor();
  await app.go(page, '#/referentiel?q=zzz');
  await page.getByText('Rien ne contient « zzz ».').waitFor();
  await page.getByRole('link', { name: 'Revoir toutes les questions' }).click();
  await page.getByRole('heading', { level: 2, name: FRAMEWORK.thematiques[0].title }).waitFor();
  assert.deepEqual(page.faults, []);
});

test('one question says its facts, its actions, its sources, and how to answer it', async (t) => {
  const address = `#/referentiel/${FIRST.id}`;
  const page = await read(t, address, FIRST.title);
  const main = page.getByRole('main');
  const text = app.plain(await main.innerText());
  for (const { text: fact, signs } of FIRST.levels) for (const words of [fact, ...signs]) assert.ok(text.includes(app.plain(words)), words);
  for (const words of [FIRST.question, FIRST.decide, ...FIRST.proofs]) assert.ok(text.includes(app.plain(words)), words);
  for (const id of FIRST.sources) assert.ok(text.includes(app.plain(FRAMEWORK.propositions.find((p) => p.id === id).title)), id);
  assert.equal(await page.getByRole('link', { name: 'Répondre à cette question' }).count(), 0);
  const step = FRAMEWORK.actions.find((a) => a.criterion === FIRST.id && a.to === 2 && a.reach === 'etablissement');
  assert.equal(await page.getByText(step.title).count(), 0);
  await page.getByText('De « bases posées » à « partagé »').click();
  await page.getByRole('heading', { name: step.title }).waitFor();
  const next = FRAMEWORK.criteria[FRAMEWORK.criteria.findIndex((c) => c.id === FIRST.id) + 1];
  await page.getByRole('link', { name: 'Question suivante' }).click();
  await app.at(page, next.title);
  await app.go(page, '#/referentiel/inconnue');
  await app.at(page, 'Cette question n’est pas dans ce référentiel');
  const pair = app.essential().find((c, i, all) => all[i - 1]?.sub_theme === c.sub_theme);
  await app.go(page, '#/donnees');
  await app.openDossier(page, app.dossier());
  await app.go(page, `#/referentiel/${pair.id}`);
  await page.getByRole('link', { name: 'Répondre à cette question' }).click();
  await app.question(page, pair).waitFor();
  assert.deepEqual(page.faults, []);
});

test('sources are counted and each entry says what answers it, or why nothing does', async (t) => {
  const page = await read(t, '#/referentiel?voir=sources', 'Les sources, et ce qui y répond');
  const { body } = await app.table(page, 'Couverture des sources');
  const whole = body.at(-1);
  assert.deepEqual(whole.slice(0, 2), ['Ensemble', String(FRAMEWORK.propositions.length)]);
  const national = FRAMEWORK.propositions.filter((p) => p.document === body[0][0]);
  assert.equal(body[0][1], String(national.length));
  await page.getByLabel('Document').selectOption({ label: body[0][0] });
  await page.getByText(national[0].title).waitFor();
  const silent = FRAMEWORK.propositions.find((p) => p.none_because);
  const document = body.findIndex((row) => row[0] === app.plain(silent.document)) + 1;
  const place = FRAMEWORK.propositions.filter((p) => p.document === silent.document).indexOf(silent);
  await app.go(page, `#/referentiel?voir=sources&document=${document}&page=${Math.floor(place / 10) + 1}`);
  await page.getByText(silent.title).waitFor();
  await page.getByText('Aucune action, parce que').first().waitFor();
  assert.deepEqual(page.faults, []);
});

test('words are explained in the lexique and where they are read', async (t) => {
  const page = await read(t, '#/referentiel?voir=lexique', 'Lexique');
  assert.equal(await page.getByRole('term').count(), FRAMEWORK.glossary.length);
  const text = (c) => [c.question, c.decide, c.title, ...c.levels.flatMap((l) => [l.text, ...l.signs])].join(' ');
  const criterion = app.essential().find((c) => /collectivité|ENT\b|RUPN|référent numérique|\bPix\b|indicateur/.test(text(c)));
  await app.go(page, `#/referentiel/${criterion.id}`);
  await app.at(page, criterion.title);
  await page.getByText('Mots expliqués (').click();
  await page.getByRole('term').first().waitFor();
  await app.go(page, '#/donnees');
  await app.openDossier(page, app.dossier());
  await app.go(page, `${app.addressOf(criterion)}?question=${criterion.id}`);
  await app.question(page, criterion).waitFor();
  await page.getByText('Mots expliqués (').first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('term').first().waitFor();
  assert.deepEqual(page.faults, []);
});

/** Text as lines may cut it: without spaces and hyphens. */
const tight = (text) => app.plain(text).replace(/[ -]/g, '');

/** What a sheet prints: the number of its pages and its text, in the order of its columns. */
async function paper(t, page, columns = 1) {
  const folder = mkdtempSync(join(tmpdir(), 'paliers-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'sheet.pdf');
  await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true });
  const pages = Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))[1]);
  const width = Math.ceil(595 / columns);
  const part = (n) => ['-f', Math.floor(n / columns) + 1, '-l', Math.floor(n / columns) + 1, '-x', (n % columns) * width, '-y', 0, '-W', width, '-H', 842];
  const parts = Array.from({ length: pages * columns }, (_, n) => execFileSync('pdftotext', [...part(n).map(String), file, '-'], { encoding: 'utf8' }));
  return { pages, text: tight(parts.join(' ')) };
}

const TYPES = [[], ['maternelle', 'elementaire'], ['college'], ['lycee_gt', 'lycee_pro']];
for (const types of TYPES) {
  test(`the sheet « L’essentiel » is two pages with its questions in order (${types.join(', ') || 'no dossier'})`, async (t) => {
    const page = await here.visit(t, '#/donnees');
    if (types.length) await app.openDossier(page, app.dossier({ school: { name: '', types } }));
    await app.go(page, '#/referentiel?voir=imprimer');
    await page.getByRole('link', { name: 'Voir cette feuille : L’essentiel' }).click();
    await page.getByRole('button', { name: 'Imprimer ou garder en PDF' }).waitFor();
    const { pages, text } = await paper(t, page, 2);
    assert.equal(pages, 2);
    const asked = types.length ? app.essential(types) : FRAMEWORK.criteria.filter((c) => c.essential);
    const found = asked.map((c, i) => text.indexOf(tight(`${i + 1}. ${c.question}`)));
    assert.ok(found.every((at, i) => at > (found[i - 1] ?? -1)), JSON.stringify(found));
    for (const { text: fact } of asked.flatMap((c) => c.levels)) assert.ok(text.includes(tight(fact)), fact);
    assert.equal(text.split(tight('À vérifier')).length - 1, asked.length + 1);
  });
}

test('the poster is one page, and the whole holds every question', async (t) => {
  const page = await read(t, '#/referentiel?voir=imprimer&feuille=affiche', 'Imprimer les questions');
  const poster = await paper(t, page);
  assert.equal(poster.pages, 1);
  for (const tier of FRAMEWORK.tiers) assert.ok(poster.text.includes(tight(tier.meaning)), tier.meaning);
  await page.getByRole('link', { name: 'Choisir une autre feuille' }).click();
  await page.getByRole('link', { name: 'Voir cette feuille : Toutes les questions' }).click();
  await page.getByRole('button', { name: 'Imprimer' }).waitFor();
  const { text } = await paper(t, page);
  for (const c of FRAMEWORK.criteria) assert.ok(text.includes(tight(c.question)), c.question);
});

async function check(page, text, name = 'essai.json') {
  const buffer = Buffer.from(typeof text === 'string' ? text : JSON.stringify(text));
  await page.getByLabel('Choisir un référentiel à vérifier').setInputFiles({ name, mimeType: 'application/json', buffer });
  await page.getByText(name).waitFor();
}

test('a file is checked: all its faults with their place, by twenty, or none', async (t) => {
  const page = await read(t, '#/referentiel?voir=verifier', 'Vérifier un référentiel');
  await check(page, VARIANT, 'bon.json');
  await page.getByRole('heading', { name: 'Aucune faute' }).waitFor();
  await page.getByText(`${VARIANT.criteria.length} questions`).waitFor();
  await check(page, 'Bonjour', 'texte.json');
  await page.getByRole('heading', { name: '1 faute' }).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Travailler avec ce référentiel' }).count(), 0);
  const broken = structuredClone(VARIANT);
  for (const action of broken.actions) action.leads = [];
  await check(page, broken, 'casse.json');
  await page.getByRole('heading', { name: /^\d+ fautes$/ }).waitFor();
  const faults = page.locator('#checked ~ * .plain').first();
  assert.equal(await faults.getByRole('listitem').count(), 20);
  const first = await faults.innerText();
  assert.ok(first.includes(`action 1 (${broken.actions[0].id})`), first);
  await page.getByRole('button', { name: 'Fautes suivantes' }).click();
  await page.getByText('Page 2 sur').waitFor();
  assert.notEqual(await faults.innerText(), first);
  await check(page, SMALL, 'petit.json');
  await page.getByRole('heading', { name: /faute/ }).waitFor();
  await page.getByText('Un petit référentiel').waitFor();
  assert.deepEqual(page.faults, []);
});

test('two référentiels live side by side: another’s questions are answered and seen in the bilan', async (t) => {
  const page = await here.visit(t, '#/donnees');
  await app.openDossier(page, app.dossier({ answers: { [FIRST.id]: { level: 2 } } }));
  await app.go(page, '#/referentiel?voir=verifier');
  await app.at(page, 'Vérifier un référentiel');
  const own = { ...VARIANT, id: 'mon-academie', title: 'Notre académie' };
  await check(page, VARIANT, 'servi.json');
  await page.getByRole('button', { name: 'Travailler avec ce référentiel' }).click();
  await page.getByText('Ce site publie déjà un référentiel nommé').waitFor();
  await check(page, own, 'notre.json');
  await page.getByRole('button', { name: 'Travailler avec ce référentiel' }).click();
  await app.at(page, 'Votre école ou établissement');
  await page.getByRole('checkbox', { name: 'Collège' }).check();
  await page.getByRole('button', { name: 'Répondre aux questions' }).click();
  const asked = own.criteria.filter((c) => c.essential && (!c.applies_to.length || c.applies_to.includes('college')));
  for (const criterion of asked.slice(0, 2)) {
    await app.go(page, app.addressOf(criterion));
    await app.fact(page, criterion, 2).click();
  }
  await app.saved(page);
  for (const again of [false, true]) {
    if (again) await page.reload();
    await app.go(page, '#/bilan');
    const { body } = await app.table(page, 'Résultats par thématique');
    assert.deepEqual(body.map((row) => row[0]), own.thematiques.map((thematique) => app.plain(thematique.title)));
    assert.ok(body.some((row) => row[1] !== '—'));
  }
  await app.go(page, '#/referentiel');
  await page.getByText('Notre académie · version').waitFor();
  await app.go(page, '#/donnees');
  await page.getByRole('button', { name: 'Ouvrir : Collège Ada-Lovelace' }).click();
  await page.getByRole('banner').getByText('Collège Ada-Lovelace').waitFor();
  await app.go(page, '#/bilan');
  const { body } = await app.table(page, 'Résultats par thématique');
  assert.deepEqual(body.map((row) => row[0]), FRAMEWORK.thematiques.map((thematique) => app.plain(thematique.title)));
  await app.go(page, '#/referentiel?voir=verifier');
  await page.getByRole('button', { name: 'Retirer : Notre académie' }).click();
  await page.getByText('Le référentiel est retiré.').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Retirer : Notre académie' }).count(), 0);
  await page.getByRole('button', { name: 'Annuler' }).last().click();
  await page.getByRole('button', { name: 'Retirer : Notre académie' }).waitFor();
  await page.getByRole('button', { name: /^Essayer : Exemple/ }).click();
  await app.at(page, 'Votre école ou établissement');
});

/** The host as it is once the questions have a later version, where one was renamed and one removed. */
function later() {
  const next = { ...FRAMEWORK, version: '9.0.0', changes: [
    { version: '9.0.0', kind: 'renamed', from: ['acces.egalite.ancienne'], to: [FIRST.id] },
    { version: '9.0.0', kind: 'removed', from: ['acces.egalite.disparue'], to: [] },
  ] };
  return app.host({ change: (file, bytes) => (file === 'frameworks/egn-2020.json' ? Buffer.from(JSON.stringify(next)) : bytes) });
}

test('a later version says what it would change, changes it, and is taken back', async (t) => {
  const host = await later();
  t.after(() => host.close());
  const page = await app.open(await here.context(t), `${host.url}#/donnees`);
  const answers = { 'acces.egalite.ancienne': { level: 2 }, 'acces.egalite.disparue': { level: 1 } };
  await app.openDossier(page, app.dossier({ answers, framework: { id: FRAMEWORK.id, version: '0.9.0' } }));
  await page.getByRole('link', { name: 'Voir ce qui change' }).click();
  await app.at(page, 'Une version plus récente des questions');
  await page.getByRole('heading', { name: 'Passer de la version 0.9.0 à la version 9.0.0' }).waitFor();
  await page.getByText('s’appelle maintenant').waitFor();
  assert.equal((await app.table(page, 'Réponses gardées de l’ancienne version')).body.length, 2);
  await page.getByRole('button', { name: 'Essayer' }).click();
  await page.getByText('Le dossier suit la nouvelle version.').waitFor();
  await page.getByText('rien à changer').waitFor();
  assert.deepEqual((await app.table(page, 'Réponses gardées de l’ancienne version')).body.map((row) => row[0]), ['acces.egalite.disparue']);
  await app.saved(page);
  await page.getByRole('button', { name: 'Annuler' }).first().click();
  await page.getByRole('heading', { name: 'Passer de la version 0.9.0' }).waitFor();
  await page.getByRole('button', { name: 'Garder l’ancienne version pour l’instant' }).click();
  await page.getByText('L’ancienne version est gardée.').waitFor();
  assert.equal(await page.getByRole('link', { name: 'Voir ce qui change' }).count(), 0);
  assert.deepEqual(page.faults, []);
});

test('a later version that changes nothing for a dossier says nothing', async (t) => {
  const host = await later();
  t.after(() => host.close());
  const page = await app.open(await here.context(t), `${host.url}#/donnees`);
  await app.openDossier(page, app.dossier({ answers: { [FIRST.id]: { level: 2 } } }));
  await app.go(page, '#/referentiel?voir=version');
  await page.getByText('rien à changer').waitFor();
  assert.equal(await page.getByRole('link', { name: 'Voir ce qui change' }).count(), 0);
  await app.go(page, '#/bilan');
  await app.table(page, 'Résultats par thématique');
});
