// A trainer's half-day, line by line of its table: eight schools on borrowed computers, each from the stick, without a network;
// what each leaves to the trainer, what the trainer shows, and the file three months later.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import * as app from './app.mjs';

const here = app.setting();
const STICK = pathToFileURL(join(app.DIST, 'paliers.html')).href;
const MORNING = new Date('2026-11-25T08:45:00+01:00');
const LATER = new Date('2027-02-25T17:00:00+01:00');
/** The types of the eight, and the fact that each keeps; the fourth keeps a different one at each question. */
const SCHOOLS = [['École élémentaire', 'elementaire', 0], ['École élémentaire', 'elementaire', 1], ['École élémentaire', 'elementaire', 1], ['Collège', 'college', null],
  ['Collège', 'college', 2], ['Collège', 'college', 2], ['Collège', 'college', 3], ['Lycée professionnel', 'lycee_pro', 1]];

const press = (page, name) => page.getByRole('button', { name, exact: true }).first().click();

/** The page of the stick, double-clicked on a computer without a network, at that moment. */
async function computer(t, moment) {
  const context = await here.context(t, { offline: true });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.faults = [];
  page.on('pageerror', (error) => page.faults.push(String(error)));
  page.on('console', (message) => { if (message.type() === 'error') page.faults.push(message.text()); });
  await page.clock.setFixedTime(moment);
  await page.goto(STICK);
  await page.getByText('Rien n’est gardé sur cet ordinateur.').waitFor();
  return page;
}

/** 8:45: who we are, on a borrowed computer. */
async function arrive(page, n) {
  await press(page, 'Commencer');
  await app.at(page, 'Votre école ou établissement');
  assert.ok(await page.getByRole('checkbox', { name: 'Poste prêté' }).isChecked());
  await page.getByRole('checkbox', { name: SCHOOLS[n][0], exact: true }).check();
  await page.getByLabel('Nom', { exact: true }).fill(`École ${n + 1}`);
  await page.getByLabel('Nombre d’élèves').fill(String(100 + n));
}

/** 9:30: the sixteen questions; the third is to be checked. */
async function answer(page, n) {
  await press(page, 'Répondre aux questions');
  for (const [i, criterion] of app.essential([SCHOOLS[n][1]]).entries()) {
    if (i === 2) {
      const group = app.question(page, criterion);
      await group.getByRole('radio', { name: 'À vérifier' }).check();
      await group.getByLabel('Qui vérifie ?').fill('La direction');
      await group.getByLabel('Pour quand ?').fill('2027-01-15');
      await page.getByRole('button', { name: 'Question suivante' }).click();
    } else {
      await app.fact(page, criterion, SCHOOLS[n][2] ?? i % 4).click();
    }
  }
  await app.at(page, 'Bilan');
}

/** 10:30: the file for the trainer, shown before it is saved. */
async function give(page) {
  await app.go(page, '#/donnees?voir=animateur');
  await app.at(page, 'Fichier pour l’animateur');
  return app.download(page, () => page.getByRole('button', { name: 'Enregistrer ce fichier' }).click());
}

/** 9:00: two things that work, one that does not, Enter after each. */
async function tellCards(page) {
  await app.go(page, '#/ateliers');
  await page.getByRole('button', { name: 'Commencer un atelier' }).click();
  await app.at(page, 'Retour d’expérience');
  for (const [label, text] of [['Ce qui marche, en quelques mots', 'L’entraide entre collègues'], ['Ce qui marche, en quelques mots', 'La salle commune'],
    ['Ce qui coince, en quelques mots', 'Le débit manque en classe']]) {
    await page.getByLabel(label).fill(text);
    await page.keyboard.press('Enter');
    await page.getByText(text, { exact: true }).waitFor();
  }
}

/** 11:20: three actions, with a function that leads and a moment for one of them. */
async function decide(page) {
  await app.go(page, '#/plan');
  for (let n = 1; n <= 3; n += 1) {
    await page.getByRole('button', { name: 'Décider :' }).first().click();
    await page.getByRole('link', { name: 'Modifier :' }).nth(n - 1).waitFor();
  }
  await page.getByRole('link', { name: 'Modifier :' }).first().click();
  await app.at(page, 'Modifier l’action');
  await page.getByLabel('Pilote, une fonction par ligne').fill('Référente numérique');
  await page.getByLabel('Ou un jour précis').fill('2027-01-29');
  await press(page, 'Revenir au plan');
  assert.equal((await app.table(page, 'Plan d’action')).body.length, 3);
}

const view = (page, name) => page.getByRole('navigation', { name: 'Vues de plusieurs écoles' }).getByRole('link', { name, exact: true }).click();
const file = (name, text) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

/** The sign that the trainer types for each line that a school reads aloud. */
async function linesToType(page) {
  await app.go(page, '#/donnees?voir=animateur');
  await page.getByText('Les lignes à taper').click();
  return (await app.table(page, 'Réponses à taper')).body.map((row) => row[1][0]);
}

/** 10:30 to 10:45: seven files and one cut short are dropped; the eighth, whose port is blocked, is typed. */
async function collect(trainer, given, signs) {
  await app.go(trainer, '#/groupe');
  await app.at(trainer, 'Plusieurs écoles');
  const files = [...given.map(({ text }, n) => file(`${n}.paliers.json`, text)), file('coupe.paliers.json', given[0].text.slice(0, 200))];
  await trainer.getByLabel('Déposer ou choisir les fichiers des écoles').setInputFiles(files);
  await trainer.getByText('7 fichiers sont entrés ; 1 fichier est resté dehors').waitFor();
  await trainer.getByRole('region', { name: 'Restés dehors' }).getByText('coupe.paliers.json').waitFor();
  await app.go(trainer, '#/groupe?voir=a-la-main');
  await trainer.getByLabel(SCHOOLS[7][0], { exact: true }).check();
  await trainer.getByRole('listitem').getByRole('textbox').first().focus();
  for (const sign of signs) await trainer.keyboard.type(sign);
  await trainer.getByRole('button', { name: 'Ajouter cette école' }).click();
  await trainer.getByRole('link', { name: 'Revenir aux fichiers' }).click();
  await trainer.getByText('8 écoles dans la vue').waitFor();
  await trainer.getByText('3 écoles, 4 collèges et 1 lycée professionnel').waitFor();
}

test('the half-day: eight schools, one stick, no network, and what is left of it three months later', async (t) => {
  const first = await computer(t, MORNING);
  await arrive(first, 3);
  await tellCards(first);
  await app.go(first, '#/ecole');
  await answer(first, 3);
  const given = [await give(first)];
  for (const n of [0, 1, 2, 4, 5, 6]) {
    const page = await computer(t, MORNING);
    await arrive(page, n);
    await answer(page, n);
    given.push(await give(page));
    assert.deepEqual(page.faults, []);
    await page.context().close();
  }
  const blocked = await computer(t, MORNING);
  await arrive(blocked, 7);
  await answer(blocked, 7);
  const signs = await linesToType(blocked);
  assert.deepEqual(signs, app.essential(['lycee_pro']).map((_, i) => (i === 2 ? 'v' : '1')));

  const trainer = await computer(t, MORNING);
  await collect(trainer, given, signs);
  await view(trainer, 'Ce que nous partageons');
  await trainer.getByText(/écoles sur 8 n’y sont pas encore/).first().waitFor();
  assert.ok(!(await trainer.getByRole('main').innerText()).includes('École 1'), 'no school is named');

  // 11:05, 11:20, on the school's own computer.
  await app.go(first, '#/reunion?voir=relecture');
  await app.at(first, 'Relecture croisée');
  assert.equal(await first.getByRole('main').getByRole('heading', { level: 3 }).count(), 2);
  await first.getByRole('button', { name: 'Imprimer la relecture' }).waitFor();
  await decide(first);

  // 11:50, on the trainer's wall.
  await view(trainer, 'Pistes');
  await trainer.getByText('Utile à').first().waitFor();
  await trainer.getByLabel('Les écoles qui l’ont déjà faite sont d’accord').check();
  await trainer.getByText('Peuvent en témoigner').first().waitFor();

  // 12:05: the two pages, and the file on the school's key.
  await app.go(first, '#/rapport');
  await first.getByRole('button', { name: 'Imprimer' }).first().waitFor();
  const kept = await app.download(first, () => press(first, 'Enregistrer le fichier'));
  assert.equal(JSON.parse(kept.text).plan.length, 3);
  assert.equal(JSON.parse(kept.text).workshops[0].cards.length, 3);
  await first.getByRole('status').filter({ hasText: 'Dans votre fichier' }).waitFor();

  // Three months later.
  const again = await computer(t, LATER);
  await app.go(again, '#/donnees');
  await app.choose(again, kept.text);
  await press(again, 'Ouvrir ce dossier');
  await app.go(again, '#/plan?vue=suivi');
  await again.getByText('date passée depuis').first().waitFor();
  await app.go(again, '#/bilan?voir=evolution');
  await again.getByText('La direction, avant le 15 janvier 2027 ; cette date est passée').waitFor();
  await press(again, 'Commencer avec les dernières réponses');
  await again.getByText('est commencé.').waitFor();
  const [question] = app.essential();
  await app.go(again, app.addressOf(question));
  const line = app.line(again, question);
  await line.or(app.question(again, question)).first().waitFor();
  if (await line.count()) await line.click();
  await app.fact(again, question, 2).click();
  await app.go(again, '#/bilan?voir=evolution');
  await again.getByRole('heading', { name: 'Ce qui a monté' }).waitFor();
  for (const page of [first, blocked, trainer, again]) assert.deepEqual(page.faults, []);
});
