// A committee's hour, as a person lives it: eight sheets counted by keyboard, what agrees adopted, what does not discussed,
// a dissent kept, pastilles, three actions, the end and its minutes. Then the device passed round, and stopping half-way.
import assert from 'node:assert/strict';
import test from 'node:test';
import * as app from './app.mjs';

const here = app.setting();
const QUESTIONS = app.essential();
/** How many of eight people say each thing of each question: four facts, à vérifier, sans objet. */
const SHEETS = QUESTIONS.map((_, i) => {
  if (i === 1) return [2, 3, 2, 1, 0, 0];
  if (i === 4) return [0, 4, 0, 4, 0, 0];
  if (i === 7) return [1, 1, 0, 0, 6, 0];
  return [0, 3, 5, 0, 0, 0];
});
const unanswered = app.dossier({ campaign: { participants: { direction: 1, enseignants: 2, parents: 2, eleves: 2, agents: 1 } } });

const step = (page, name) => page.getByRole('link', { name: `Suite : ${name}` }).click();

/** Waits for a step: its title has the focus. */
const arrived = (page, name) => page.getByRole('heading', { level: 1, name }).and(page.locator(':focus')).waitFor();

/** A meeting of eight people, at its grid. */
async function prepared(page) {
  await page.getByRole('button', { name: 'Préparer une réunion' }).click();
  await app.at(page, 'Préparer la réunion');
  await page.getByRole('link', { name: 'Compter les feuilles' }).click();
  await arrived(page, 'Compter les feuilles');
}

/** Counts the eight sheets by keyboard alone, and gives the number of keys it took. */
async function count(page) {
  let keys = 0;
  const press = async (key) => { keys += 1; await page.keyboard.press(key); };
  const first = page.getByRole('textbox', { name: `1. ${QUESTIONS[0].title} : 1er fait` });
  const reached = () => first.evaluate((e) => e === document.activeElement);
  while (keys < 12 && !(await reached())) await press('Tab');
  assert.ok(await reached(), 'the grid is reached by keyboard');
  for (const line of SHEETS) for (const number of line) await press(String(number));
  return keys;
}

test('the whole hour, from eight sheets to the minutes', async (t) => {
  const page = await here.visit(t, '#/donnees');
  await app.openDossier(page, unanswered);
  await app.go(page, '#/reunion');
  await app.at(page, 'Décider ensemble');
  await prepared(page);
  assert.equal(await page.getByLabel('Nombre de feuilles').inputValue(), '8');
  const keys = await count(page);
  t.diagnostic(`${keys} keys for 8 people and ${QUESTIONS.length} questions`);
  assert.ok(keys <= 140, `${keys} keys`);
  await page.getByRole('link', { name: 'Suite : pourquoi nous sommes là' }).and(page.locator(':focus')).waitFor();
  assert.equal(await page.getByText('à relire').count(), 0);

  await page.keyboard.press('Enter');
  await arrived(page, 'Nous disons ensemble');
  await step(page, 'comment nous répondons');
  await app.at(page, 'Comment nous répondons');
  await step(page, 'une chose qui marche');
  await app.at(page, 'Chacun dit une chose qui marche');
  await page.getByLabel('Ce qui marche').click();
  for (const card of ['L’entraide entre collègues', 'Les tablettes en sciences']) {
    await page.keyboard.type(card);
    await page.keyboard.press('Enter');
    await page.getByText(card, { exact: true }).waitFor();
  }
  await page.getByText('2 choses dites, 8 personnes.').waitFor();

  await step(page, 'là où nous sommes d’accord');
  await app.at(page, 'Là où nous sommes d’accord');
  const agreed = QUESTIONS.length - 3;
  await page.getByRole('button', { name: `Adopter ces ${agreed} réponses` }).waitFor();
  await page.getByRole('button', { name: `En parler plutôt : ${QUESTIONS[2].title}` }).click();
  await page.getByRole('button', { name: `Adopter ces ${agreed - 1} réponses` }).click();
  await page.getByText('Tout ce qui nous réunit est adopté.').waitFor();

  await step(page, 'là où les avis sont partagés');
  // The widest comes first; the minutes run from the frame.
  await app.at(page, QUESTIONS[1].question);
  await page.getByText(/Il reste 4\squestions et 3[45]\sminutes/).waitFor();
  await page.getByText('avis partagés').waitFor();
  assert.equal(await page.getByRole('main').getByText(/palier \d/i).count(), 0, 'no number beside the four facts');
  const retain = (i, level) => page.getByRole('button', { name: new RegExp(`^Reten(ir|u) : ${app.literal(QUESTIONS[i].levels[level].text)}`) });
  await retain(1, 1).click();
  assert.equal(await retain(1, 1).getAttribute('aria-pressed'), 'true');
  // A projector of 720 lines holds the facts, what is retained and the way on.
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.evaluate(() => scrollTo(0, 0));
  const way = await page.getByRole('link', { name: 'Question suivante' }).boundingBox();
  assert.ok(way.y + way.height <= 720, `« Question suivante » ends at ${way.y + way.height}`);
  await page.getByRole('button', { name: 'Noter le désaccord' }).click();
  await page.getByLabel('Un avis différent').fill('Deux personnes disent « pas encore ».');
  await page.getByRole('link', { name: 'Question suivante' }).click();
  await app.at(page, QUESTIONS[4].question);
  await page.getByText(/Il reste 3\squestions/).waitFor();
  await retain(4, 1).click();
  await page.getByRole('link', { name: 'Question suivante' }).click();
  await app.at(page, QUESTIONS[2].question);
  await retain(2, 1).click();
  await page.getByRole('link', { name: 'Question suivante' }).click();
  await app.at(page, QUESTIONS[7].question);
  await page.getByRole('button', { name: 'À vérifier : qui, quand' }).click();
  await page.getByLabel('Qui vérifie ?').fill('La direction');
  await page.getByLabel('Pour quand ?').fill('2027-01-08');
  await page.getByText('Il ne reste aucune question').waitFor();

  await step(page, 'où nous en sommes');
  await app.at(page, 'Ce qui marche, et la prochaine marche.');
  await page.getByRole('heading', { name: 'Ce qui dépend de nous' }).waitFor();
  assert.equal(await page.getByRole('img').count(), 0, 'no radar first');
  await step(page, 'nos priorités');
  await app.at(page, 'Trois pastilles chacun');
  await page.getByLabel(`Pastilles : ${QUESTIONS[1].title}`).fill('7');
  await page.getByText('7 pastilles sur 24, trois par personne.').waitFor();

  await step(page, 'trois actions');
  await app.at(page, 'Trois actions');
  for (let n = 1; n <= 3; n += 1) {
    await page.getByRole('button', { name: 'Décider :' }).first().click();
    const card = page.getByRole('listitem', { name: `Action ${n}` });
    await card.getByLabel('Pilote').fill(`Pilote ${n}`);
    await card.getByLabel('Moment').selectOption({ label: 'Au printemps' });
    await card.getByText('Signe de réussite : ').waitFor();
    await card.getByText('Première étape : ').waitFor();
  }
  await page.getByText('Trois actions décidées.').waitFor();
  await step(page, 'ce que nous demandons');
  await app.at(page, 'Ce que nous demandons');
  await step(page, 'pour finir');
  await app.at(page, 'Pour finir');
  assert.equal(await page.getByLabel('Parents').inputValue(), '2');
  await page.getByLabel('Prochaine réunion').fill('2027-01-14');
  await app.saved(page);

  await page.getByRole('link', { name: 'Voir les deux pages et le relevé' }).click();
  await app.at(page, 'Rapport');
  const report = app.plain(await page.getByRole('main').innerText());
  for (const said of ['Relevé de décisions', 'Les tablettes en sciences', 'Deux personnes disent « pas encore ».', 'La direction', '8 janvier 2027',
    'Pilote 2', 'Le 14 janvier 2027.', 'bases posées (3), partagé (5)']) {
    assert.ok(report.includes(said), `« ${said} » in the report`);
  }
  const adopted = await app.table(page, 'Réponses adoptées');
  assert.equal(adopted.body.length, agreed - 1);
  assert.deepEqual(adopted.body[0].slice(1), ['2 – partagé', 'bases posées (3), partagé (5)']);
  assert.equal((await app.table(page, 'Réponses discutées')).body.length, 4);
  await app.go(page, '#/plan');
  const agenda = await app.download(page, () => page.getByRole('button', { name: 'Exporter l’agenda (.ics)' }).click());
  assert.match(agenda.text, /DTSTART;VALUE=DATE:20270114/);
  await app.go(page, '#/ateliers');
  await page.getByText('2 cartes, 0 besoin, 0 axe.').waitFor();
  assert.deepEqual(page.faults, []);
});

test('the grid: arrows, a digit that is not whole, a line to read again, a role of three', async (t) => {
  const page = await here.visit(t, '#/donnees');
  const participants = { enseignants: 8, eleves: 3, direction: 1 };
  await app.openDossier(page, app.dossier({ campaign: { participants } }));
  await app.go(page, '#/reunion');
  await prepared(page);
  const cell = (i, name) => page.getByRole('textbox', { name: `${i + 1}. ${QUESTIONS[i].title} : ${name}` });
  const here_ = (i, name) => cell(i, name).and(page.locator(':focus')).waitFor();
  await cell(0, '1er fait').click();
  await page.keyboard.press('1');
  await here_(0, '1er fait');
  await page.keyboard.press('1');
  await here_(0, '2e fait');
  assert.equal(await cell(0, '1er fait').inputValue(), '11');
  await page.keyboard.press('ArrowDown');
  await here_(1, '2e fait');
  await page.keyboard.press('ArrowRight');
  await here_(1, '3e fait');
  await page.keyboard.press('Enter');
  await here_(2, '1er fait');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowLeft');
  await here_(0, 'sans objet');
  await page.getByText(`Pour 12 feuilles, à relire : 1. ${QUESTIONS[0].title} (11).`).waitFor();
  await page.getByLabel('Feuilles de').selectOption({ label: 'Élèves' });
  await cell(0, '1er fait').click();
  await page.keyboard.press('3');
  await here_(0, '2e fait');
  assert.equal(await page.getByLabel('Feuilles de').getByRole('option', { name: 'Direction' }).count(), 0, 'one person is no role');
  await page.getByLabel('Feuilles de').selectOption({ label: 'Tout le monde, ou les autres' });
  assert.equal(await cell(0, '1er fait').inputValue(), '11');
  assert.deepEqual(page.faults, []);
});

test('a device passed round shows nothing of the person before, and adds to the counts', async (t) => {
  const page = await here.visit(t, '#/donnees');
  await app.openDossier(page, app.dossier());
  await app.go(page, '#/reunion');
  await page.getByRole('button', { name: 'Préparer une réunion' }).click();
  await page.getByRole('link', { name: 'Faire passer l’ordinateur' }).click();
  await app.at(page, 'Passez l’ordinateur');
  const answers = async (level) => {
    await page.getByRole('button', { name: 'Je commence' }).click();
    for (const criterion of QUESTIONS) {
      await app.at(page, criterion.question);
      for (const button of await page.getByRole('button').all()) assert.notEqual(await button.getAttribute('aria-pressed'), 'true');
      await page.getByRole('button', { name: criterion.levels[level].text, exact: true }).click();
    }
    await page.getByRole('button', { name: 'Ajouter mes réponses' }).click();
    await app.at(page, 'Passez l’ordinateur');
    assert.equal(await page.getByRole('button', { name: 'Annuler' }).count(), 0, 'no undo between two people');
    const seen = await page.getByRole('main').innerText();
    for (const { text } of QUESTIONS.flatMap((c) => c.levels)) assert.ok(!seen.includes(text), text);
  };
  await answers(1);
  await page.getByText('Les réponses d’une personne sont comptées.').waitFor();
  await page.keyboard.press('Control+z');
  await answers(2);
  await page.getByText('Les réponses de 2 personnes sont comptées.').waitFor();
  // Someone who leaves half-way leaves nothing.
  await page.getByRole('button', { name: 'Je commence' }).click();
  await page.getByRole('button', { name: QUESTIONS[0].levels[3].text, exact: true }).click();
  await app.saved(page);
  await page.reload();
  await app.at(page, 'Passez l’ordinateur');
  await page.getByText('Les réponses de 2 personnes sont comptées.').waitFor();
  await app.go(page, '#/reunion?voir=accord');
  await page.getByRole('button', { name: `Adopter ces ${QUESTIONS.length} réponses` }).waitFor();
  await page.getByText('Bases posées (1), partagé (1).').first().waitFor();
  await app.go(page, '#/donnees');
  const kept = (await app.backup(page)).meetings[0];
  assert.deepEqual(kept.opinions[QUESTIONS[0].id], { 1: 1, 2: 1 });
  assert.deepEqual(Object.keys(kept).sort(), ['campaign', 'date', 'id', 'opinions', 'present', 'sequence', 'sheets']);
  assert.deepEqual(page.faults, []);
});

test('it stops at any minute and is taken up after the page was closed', async (t) => {
  const page = await here.visit(t, '#/donnees');
  await app.openDossier(page, unanswered);
  await app.go(page, '#/reunion');
  await prepared(page);
  await count(page);
  await step(page, 'pourquoi nous sommes là');
  await step(page, 'comment nous répondons');
  await app.go(page, '#/reunion?voir=avis');
  await app.at(page, QUESTIONS[1].question);
  await page.getByRole('button', { name: `Retenir : ${QUESTIONS[1].levels[0].text}` }).click();
  await app.saved(page);
  await page.reload();
  await page.getByText(/Il reste 2\squestions/).waitFor();
  await page.getByRole('link', { name: 'Quitter la réunion' }).click();
  await app.at(page, 'Décider ensemble');
  await page.getByRole('link', { name: /^Reprendre : réunion du/ }).click();
  await app.at(page, 'Là où nous sommes d’accord');
  await app.go(page, '#/rapport');
  await page.getByRole('heading', { name: 'Gardé pour la prochaine fois' }).waitFor();
  assert.deepEqual((await app.table(page, 'Réponses discutées')).body.map((row) => row.slice(0, 2)), [[app.plain(QUESTIONS[1].title), app.inWords(0)]]);
  assert.deepEqual(page.faults, []);
});

test('without sheets every question can be discussed aloud, and a wrong gesture undone', async (t) => {
  const page = await here.visit(t, '#/donnees');
  await app.openDossier(page, app.dossier());
  await app.go(page, '#/reunion');
  await page.getByRole('button', { name: 'Préparer une réunion' }).click();
  await app.at(page, 'Préparer la réunion');
  await app.go(page, '#/reunion?voir=accord');
  await page.getByText('Aucun avis n’est compté.').waitFor();
  await step(page, 'là où les avis sont partagés');
  await app.at(page, QUESTIONS[0].question);
  await page.getByRole('button', { name: 'Sans objet chez nous' }).click();
  await page.getByLabel('Parce que…').fill('Pas d’internat');
  await page.getByRole('button', { name: `Retenir : ${QUESTIONS[0].levels[2].text}` }).click();
  await page.getByText(new RegExp(`Il reste ${QUESTIONS.length - 1}\\squestions`)).waitFor();
  await page.getByRole('button', { name: 'Annuler' }).click();
  assert.equal(await page.getByRole('button', { name: 'Sans objet chez nous' }).getAttribute('aria-pressed'), 'true');
  assert.deepEqual(page.faults, []);
});

test('the two highest answers without a document are printed for another school', async (t) => {
  const page = await here.visit(t, '#/donnees');
  const answers = app.everyAnswer((c, i) => (i === 0 ? { level: 3, basis: 'measured' } : { level: i === 5 || i === 9 ? 3 : 1 }));
  await app.openDossier(page, app.dossier({ answers, meetings: [{ id: 'm', present: {} }] }));
  await app.go(page, '#/reunion?voir=relecture');
  await app.at(page, 'Relecture croisée');
  for (const i of [5, 9]) await page.getByRole('heading', { name: QUESTIONS[i].question }).waitFor();
  assert.equal(await page.getByRole('heading', { name: QUESTIONS[0].question }).count(), 0);
  await page.getByRole('button', { name: 'Imprimer la relecture' }).waitFor();
  assert.deepEqual(page.faults, []);
});
