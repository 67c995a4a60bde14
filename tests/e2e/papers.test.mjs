// The documents to adapt: begun, written in, given back their words, printed and taken away; one from a decided action.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import * as app from './app.mjs';

const here = app.setting();
const ACTION = { id: 'p1', title: 'Prêter dix ordinateurs', axis: 'Équiper les familles', how: ['Choisir les appareils'], leads: ['Direction'],
  involved: ['Mairie'], due: '2027-01-15', horizon: 'moyen', effort: 'medium', means: { financial: '4 000 euros' }, state: 'todo', sequence: 1 };
const answered = app.dossier({ answers: app.everyAnswer(() => ({ level: 1 })), plan: [ACTION] });

async function opened(t, dossier = answered) {
  const page = await here.visit(t, '#/donnees');
  await app.openDossier(page, dossier);
  return page;
}

async function begin(page, name) {
  await app.go(page, '#/documents');
  await app.at(page, 'Documents à adapter');
  await page.getByRole('button', { name: `Commencer : ${name}` }).click();
  await app.at(page, name);
}

const left = async (page) => Number((await page.getByText(/Il reste \d+\sblancs à remplir/).textContent()).match(/reste (\d+)/)[1]);

/** A file that a button gives, and its text: that of content.xml in an ODT. */
async function made(page, name) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name, exact: true }).click()]);
  await page.getByRole('status').filter({ hasText: `Enregistré dans vos téléchargements : ${file.suggestedFilename()}` }).waitFor();
  const path = await file.path();
  const [command, ...parameters] = name.endsWith('ODT') ? ['unzip', '-p', path, 'content.xml'] : ['cat', path];
  return { name: file.suggestedFilename(), text: execFileSync(command, parameters, { encoding: 'utf8' }) };
}

/** The pages of the sheet once printed. */
async function printed(page) {
  const folder = await mkdtemp(join(tmpdir(), 'paliers-papers-'));
  const path = join(folder, 'papier.pdf');
  await writeFile(path, await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true }));
  const pages = execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1).map(app.plain);
  await rm(folder, { recursive: true });
  return pages;
}

test('a loan agreement is begun from the report, written in, kept, printed and taken away', async (t) => {
  const page = await opened(t);
  await app.go(page, '#/rapport');
  await page.getByRole('link', { name: 'Adapter un document' }).click();
  await app.at(page, 'Documents à adapter');
  await page.getByRole('button', { name: 'Commencer : Convention de prêt de matériel' }).click();
  await app.at(page, 'Convention de prêt de matériel');
  const before = await left(page);
  const insurance = page.getByRole('textbox', { name: '6. L’assurance' });
  const proposed = await insurance.inputValue();
  assert.ok(proposed.includes('[assureur et contrat]'), proposed);
  await insurance.fill('Le matériel est assuré par la MAIF. Rien à la charge des familles.');
  assert.equal(await left(page), before - 2);
  await page.getByText('À faire relire par…').click();
  await page.getByText(/^Conseil d’administration.: il autorise/).waitFor();
  assert.equal(await page.getByText('La commune de').count(), 0, 'a collège signs itself');
  await app.saved(page);
  await page.reload();
  await app.at(page, 'Convention de prêt de matériel');
  assert.match(await insurance.inputValue(), /MAIF/);

  await page.getByRole('link', { name: 'Voir et imprimer' }).first().click();
  await app.at(page, 'Convention de prêt de matériel – Collège Ada-Lovelace');
  await page.getByText('assuré par la MAIF').waitFor();
  const odt = await made(page, 'Télécharger en ODT');
  assert.match(odt.name, /^college-ada-lovelace_\d{4}-\d\d-\d\d_pret\.odt$/);
  assert.ok(odt.text.includes('assuré par la MAIF') && odt.text.includes('Conseil d’administration'));
  const html = await made(page, 'Télécharger en HTML');
  assert.ok(html.name.endsWith('_pret.html') && html.text.includes('assuré par la MAIF'));
  const pages = await printed(page);
  assert.ok(pages.length <= 2, `${pages.length} pages`);
  assert.ok(pages.join(' ').includes('Modèle proposé, à faire relire.') && !pages.join(' ').includes('Télécharger'));

  await page.getByRole('link', { name: 'Écrire' }).click();
  await page.getByRole('button', { name: 'Reprendre le texte proposé : 6. L’assurance' }).click();
  assert.equal(await insurance.inputValue(), proposed);
  await app.saved(page);
  assert.deepEqual(page.faults, []);
});

test('the flagship sheet is filled from a decided action, and says what the plan says', async (t) => {
  const page = await opened(t);
  await app.go(page, '#/plan/p1');
  await app.at(page, 'Modifier l’action');
  await page.getByRole('button', { name: 'Présenter cette action à d’autres' }).click();
  await app.at(page, 'Fiche « proposition phare »');
  for (const [label, text] of [['Titre', 'Prêter dix ordinateurs'], ['Référent : une fonction', 'Direction'], ['Acteurs associés', 'Mairie'],
    ['Élèves', '400'], ['Moyens financiers', '4 000 euros']]) {
    assert.equal(app.plain(await page.getByLabel(label, { exact: true }).inputValue()), app.plain(text), label);
  }
  assert.equal(await page.getByLabel('Effort de mise en place').inputValue(), 'Moyen');
  await page.getByLabel('Titre', { exact: true }).fill('Un ordinateur pour chaque famille');
  await app.saved(page);
  await app.go(page, '#/documents');
  await page.getByText('Prêter dix ordinateurs.').waitFor();
  await app.go(page, '#/donnees');
  const { papers } = await app.backup(page);
  assert.deepEqual(papers.map(({ model, item, values }) => [model, item, values]),
    [['phare', 'p1', [{ id: 'titre', text: 'Un ordinateur pour chaque famille' }]]]);
  assert.deepEqual(page.faults, []);
});

test('the reflex sheet is one page, the questionnaire warns, and a document taken away can come back', async (t) => {
  const page = await opened(t);
  await begin(page, 'Questionnaire aux familles');
  await page.getByText('Les mêmes familles sont souvent interrogées par plusieurs services.').waitFor();
  await begin(page, 'Fiche réflexe : un incident numérique');
  await page.getByRole('link', { name: 'Voir et imprimer' }).first().click();
  await app.at(page, 'Fiche réflexe : un incident numérique – Collège Ada-Lovelace');
  const pages = await printed(page);
  assert.equal(pages.length, 1, `${pages.length} pages`);
  assert.ok(pages[0].includes('3018') && pages[0].includes('Ne pas payer'));
  await app.go(page, '#/documents');
  await page.getByRole('heading', { name: 'Commencés ici' }).waitFor();
  await page.getByRole('button', { name: 'Retirer : Fiche réflexe' }).click();
  await page.getByRole('link', { name: 'Fiche réflexe : un incident numérique' }).waitFor({ state: 'detached' });
  await page.getByRole('main').getByRole('button', { name: 'Annuler', exact: true }).click();
  await page.getByRole('link', { name: 'Fiche réflexe : un incident numérique' }).waitFor();
  assert.deepEqual(page.faults, []);
});

test('a document whose model is unknown stays in the dossier and says so', async (t) => {
  const page = await opened(t, { ...answered, papers: [{ id: 'x1', model: 'demain', values: [{ id: 'a', text: 'b' }] }] });
  await app.go(page, '#/documents?papier=x1');
  await app.at(page, 'Ce modèle n’est pas là');
  await app.go(page, '#/donnees');
  assert.equal((await app.backup(page)).papers[0].values[0].text, 'b');
  assert.deepEqual(page.faults, []);
});

test('the continuity plan is written part by part, and a drill goes to the indicators and to the agenda', async (t) => {
  const plan = [{ ...ACTION, criterion: 'acces.egalite.preter' }];
  const page = await opened(t, { ...answered, plan, actors: [{ id: 'a', role: 'Délégué à la protection des données', name: 'Camille Nom-Propre' }] });
  await app.go(page, '#/documents');
  await page.getByRole('button', { name: 'Commencer : Plan de continuité' }).click();
  await app.at(page, 'Rôles');
  for (const title of ['Outils', 'Cadre de communication', 'Prêts', 'Accompagnement', 'Contacts', 'Exercices']) {
    await page.getByRole('link', { name: 'Partie suivante' }).click();
    await app.at(page, title);
    if (title === 'Prêts') assert.match(await page.getByLabel('Actions décidées sur les prêts').inputValue(), /Prêter dix ordinateurs/);
    if (title === 'Contacts') {
      const said = await page.getByLabel('Qui appeler').inputValue();
      assert.ok(said.includes('Délégué à la protection des données') && !said.includes('Nom-Propre'), said);
    }
  }
  await page.getByRole('button', { name: 'Prévoir ou noter un exercice' }).click();
  await page.getByLabel('Jour').fill('2026-11-12');
  await page.getByLabel('Ce qui est essayé').fill('Une demi-journée sans réseau');
  await page.getByRole('checkbox', { name: 'Il a eu lieu' }).check();
  await page.getByLabel('Élèves qui ont trouvé le travail du jour, en %').fill('92');
  await page.getByLabel('Passages du plan corrigés, en nombre').fill('3');
  await page.getByRole('group', { name: 'Exercice : 12 novembre 2026, fait' }).waitFor();
  await app.saved(page);
  await page.getByRole('link', { name: 'Voir les indicateurs' }).click();
  await app.at(page, 'Indicateurs');
  const rows = (await app.table(page, 'Tableau de suivi')).body.map((row) => [row[0], row[3]].map(app.plain));
  assert.equal(rows.length, 3, JSON.stringify(rows));
  for (const value of ['1', '3', '92']) assert.ok(rows.some((row) => row[1] === `${value}, le 12 novembre 2026`), value);
  await app.go(page, '#/plan');
  await app.at(page, 'Plan d’action');
  const { text } = await app.download(page, () => page.getByRole('button', { name: 'Exporter l’agenda (.ics)' }).click());
  const whole = text.replaceAll('\r\n ', '');
  assert.match(whole, /SUMMARY:Fait.: exercice du plan de continuité.: une demi-journée sans réseau\r\n/);
  assert.equal(whole.match(/BEGIN:VEVENT/g).length, 2);
  await app.go(page, '#/documents');
  await page.getByRole('link', { name: 'Plan de continuité pédagogique et administrative' }).click();
  await app.at(page, 'Rôles');
  await page.getByRole('link', { name: 'Voir et imprimer' }).click();
  await app.at(page, 'Plan de continuité pédagogique et administrative – Collège Ada-Lovelace');
  assert.deepEqual((await app.table(page, 'Exercices')).body.map((row) => row.slice(0, 2)), [['12 novembre 2026, fait', 'Une demi-journée sans réseau']]);
  assert.ok((await made(page, 'Télécharger en ODT')).text.includes('Une demi-journée sans réseau'));
  assert.deepEqual(page.faults, []);
});
