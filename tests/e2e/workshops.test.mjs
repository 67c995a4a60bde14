// The three workshops by keyboard alone, the thread from what does not work to what is decided, and the examples.
import assert from 'node:assert/strict';
import test from 'node:test';
import * as app from './app.mjs';

const here = app.setting();
const answered = app.dossier({ answers: app.everyAnswer(() => ({ level: 0 })) });

/** Goes to a control with Tab, as someone without a mouse does. */
async function reach(page, target) {
  await target.waitFor();
  for (let n = 0; n < 80; n += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`not reached: ${target}`);
}

async function press(page, target) {
  await reach(page, target);
  await page.keyboard.press('Enter');
}

async function type(page, label, ...texts) {
  await reach(page, page.getByLabel(label));
  for (const text of texts) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    await page.getByText(text, { exact: true }).first().waitFor();
  }
}

test('from what does not work to a decided action, by keyboard, nothing typed twice', async (t) => {
  const page = await here.visit(t, '#/donnees');
  await app.openDossier(page, answered);
  await app.go(page, '#/ateliers');
  await app.at(page, 'Ateliers');
  await press(page, page.getByRole('button', { name: 'Commencer un atelier' }));
  await app.at(page, 'Retour d’expérience');
  await type(page, 'Ce qui marche, en quelques mots', 'L’entraide entre collègues');
  await type(page, 'Ce qui coince, en quelques mots', 'Le débit manque en classe', 'Trop d’outils différents');
  await press(page, page.getByRole('link', { name: 'Passer au temps suivant' }));
  await app.at(page, 'Projections');
  await page.getByRole('heading', { name: 'Le débit manque en classe' }).waitFor();
  await type(page, 'Ce qu’il nous faudrait', 'Un débit suffisant');
  await type(page, 'Par où s’améliorer', 'Demander la fibre');
  await press(page, page.getByRole('link', { name: 'Suivant' }));
  await page.getByRole('heading', { name: 'Trop d’outils différents' }).waitFor();
  await press(page, page.getByRole('link', { name: 'Passer au temps suivant' }));
  await app.at(page, 'Plan d’action');
  await page.getByRole('heading', { name: 'Demander la fibre' }).waitFor();
  await page.getByText('Ce qui coince : « Le débit manque en classe ». Ce qu’il nous faudrait : « Un débit suffisant ».').waitFor();
  const decide = page.getByRole('button', { name: 'Décider :' }).first();
  const title = app.plain(await decide.getAttribute('aria-label')).replace('Décider : ', '');
  await press(page, decide);
  await page.getByRole('link', { name: title.replaceAll("'", '’') }).waitFor();
  await press(page, page.getByRole('button', { name: 'Écrire une action à nous' }));
  await app.at(page, 'Modifier l’action');
  assert.equal(await page.getByLabel('Axe d’amélioration (quoi)').inputValue(), 'Demander la fibre');
  await page.getByText('D’où elle vient : ce qui coince : « Le débit manque en classe ».').waitFor();
  await app.saved(page);
  await app.go(page, '#/plan');
  assert.deepEqual((await app.table(page, 'Plan d’action')).body.map((row) => row[1]), ['Demander la fibre', 'Demander la fibre']);
  await app.go(page, '#/plan?vue=suivi');
  await app.go(page, '#/ateliers');
  await page.getByText('3 cartes, 1 besoin, 1 axe.').waitFor();
  assert.deepEqual(page.faults, []);
});

test('the thématique of a card comes later, by keyboard, and the axis follows it', async (t) => {
  const page = await here.visit(t, '#/donnees');
  await app.openDossier(page, answered);
  await app.go(page, '#/ateliers');
  await page.getByRole('button', { name: 'Commencer un atelier' }).click();
  await app.at(page, 'Retour d’expérience');
  await type(page, 'Ce qui coince, en quelques mots', 'Le débit manque', 'Trop d’outils');
  const choice = (text) => page.getByRole('combobox', { name: `Thématique : ${text}` });
  const says = (text) => choice(text).evaluate((select) => select.selectedOptions[0].label);
  assert.equal(await says('Le débit manque'), 'Thématique à choisir');
  await page.getByText('La thématique d’une carte peut venir plus tard : 2 cartes l’attendent.').waitFor();
  await reach(page, choice('Le débit manque'));
  await page.keyboard.press('ArrowDown');
  await page.getByText('1 carte l’attend.').waitFor();
  assert.ok(await choice('Le débit manque').evaluate((select) => select === document.activeElement), 'the focus stays');
  const { id, short, title } = app.FRAMEWORK.thematiques[0];
  assert.equal(await says('Le débit manque'), short);
  await page.getByRole('link', { name: 'Passer au temps suivant' }).click();
  await app.at(page, 'Projections');
  assert.equal(await says('Le débit manque'), short, 'said where it is thought about');
  await page.getByRole('link', { name: 'Suivant' }).click();
  await page.getByRole('heading', { name: 'Trop d’outils' }).waitFor();
  await reach(page, choice('Trop d’outils'));
  await page.keyboard.press('ArrowDown');
  await type(page, 'Ce qu’il nous faudrait', 'Choisir ensemble');
  await type(page, 'Par où s’améliorer', 'Une liste courte');
  await app.saved(page);
  await page.reload();
  await page.getByRole('heading', { name: 'Trop d’outils' }).waitFor();
  assert.equal(await says('Trop d’outils'), short);
  await page.getByRole('link', { name: 'Passer au temps suivant' }).click();
  await page.getByRole('button', { name: 'Écrire une action à nous' }).click();
  await app.at(page, 'Modifier l’action');
  assert.equal(await page.getByLabel('Thématique').inputValue(), id, title);
  assert.deepEqual(page.faults, []);
});

test('the actions near the words of an axis come first, and the screen says why', async (t) => {
  const page = await here.visit(t, '#/donnees');
  const all = Object.fromEntries(app.FRAMEWORK.criteria.map((c) => [c.id, { level: 0 }]));
  const workshop = (axis) => ({ id: 'w', title: 'Atelier', cards: [{ id: 'c', kind: 'stuck', text: 'Les postes tombent en panne' }],
    needs: [{ id: 'n', text: 'Un dépannage', answers: ['c'] }], axes: [{ id: 'x', text: axis, answers: ['n'] }, { id: 'y', text: 'Chanter juste', answers: [] }] });
  await app.openDossier(page, app.dossier({ answers: all, campaign: { scope: 'complete' }, workshops: [workshop('Dépanner plus vite')] }));
  await app.go(page, '#/ateliers?atelier=w&temps=3');
  await page.getByText('D’abord celles qui ont des mots en commun avec cet axe, son besoin et ce qui coince').waitFor();
  const first = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Décider :' }) }).first();
  const near = app.FRAMEWORK.actions.find((action) => action.id === 'acces.egalite.depanner.designer');
  await first.getByText(near.title).waitFor();
  await first.getByText('En commun : panne').waitFor();
  await page.getByRole('link', { name: 'Suivant' }).click();
  await page.getByRole('heading', { name: 'Chanter juste' }).waitFor();
  await page.getByText('Aucune n’a de mot en commun avec cet axe').waitFor();
  assert.deepEqual(page.faults, []);
});

test('a workshop begun in an example is told from it', async (t) => {
  const page = await here.visit(t);
  await app.tryExample(page);
  await page.getByText('Vous regardez un exemple : une école imaginée. Tout peut y être essayé.').waitFor();
  await app.go(page, '#/ateliers');
  await page.getByRole('button', { name: 'Commencer un atelier' }).click();
  await app.at(page, 'Retour d’expérience');
  await page.getByText('Vous écrivez dans un exemple : une école imaginée. Ce que vous y écrivez n’ira pas dans votre dossier.').waitFor();
  await type(page, 'Ce qui coince, en quelques mots', 'Le débit manque');
  assert.equal(await page.getByText('sans lien dans le document').count(), 0, 'no document speaks of this card');
  await app.go(page, '#/ateliers');
  await page.getByRole('button', { name: 'Ouvrir l’exemple : en Vendée' }).click();
  await page.getByText('Vous regardez un exemple : un atelier.').waitFor();
  await page.getByRole('button', { name: 'Commencer un atelier' }).click();
  await page.getByText('Vous écrivez dans un exemple : un atelier.').waitFor();
  assert.deepEqual(page.faults, []);
});

test('an example can be walked through and left from each of its times', async (t) => {
  const page = await here.visit(t);
  await app.tryExample(page);
  await app.go(page, '#/ateliers');
  await page.getByRole('button', { name: 'Ouvrir l’exemple : la gouvernance' }).click();
  await page.getByRole('link', { name: 'Atelier sur la gouvernance' }).click();
  await page.getByText('sans lien dans le document').first().waitFor();
  for (const title of ['Projections', 'Plan d’action']) {
    await page.getByRole('link', { name: new RegExp(`^\\d\\. ${title}`) }).click();
    await app.at(page, title);
    await page.getByRole('link', { name: 'Suivant' }).click();
    const address = await page.evaluate(() => location.hash);
    await app.go(page, '#/plan/p1');
    await app.at(page, 'Modifier l’action');
    await page.getByText('D’où elle vient : sans lien dans le document d’origine').waitFor();
    await app.go(page, address);
    await app.at(page, title);
  }
  assert.deepEqual(page.faults, []);
});

test('the tables of a workshop are read, printed and taken away', async (t) => {
  const page = await here.visit(t);
  await app.tryExample(page);
  await app.go(page, '#/ateliers');
  await page.getByRole('button', { name: 'Ouvrir l’exemple : en Vendée' }).click();
  await page.getByRole('link', { name: 'Atelier départemental en Vendée' }).click();
  await page.getByRole('link', { name: 'Tableaux à imprimer' }).click();
  await app.at(page, 'Tableaux de l’atelier');
  const first = await app.table(page, 'Diagnostic des points forts et irritants');
  assert.deepEqual(first.head, ['Thématique concernée', 'RETEX', 'Irritants', 'Points forts']);
  assert.equal(first.body.length, 4);
  assert.equal((await app.table(page, 'Synthèse des besoins & axes d’amélioration')).body.length, 4);
  assert.equal((await app.table(page, 'Plan d’action pour répondre aux besoins')).body.length, 4);
  for (const [button, ending] of [['Télécharger en ODT', 'atelier.odt'], ['CSV : diagnostic', 'atelier-diagnostic.csv'],
    ['CSV : besoins et axes', 'atelier-besoins.csv'], ['CSV : plan d’action', 'atelier-plan.csv']]) {
    const { name, text } = await app.download(page, () => page.getByRole('button', { name: button }).click());
    assert.ok(name.endsWith(ending), name);
    assert.ok(text.includes('Thématique concernée'), name);
  }
  await page.getByRole('link', { name: 'Revenir à l’atelier' }).click();
  await app.at(page, 'Retour d’expérience');
  assert.deepEqual(page.faults, []);
});

test('a card taken away comes back', async (t) => {
  const page = await here.visit(t, '#/donnees');
  await app.openDossier(page, { ...answered, workshops: [{ id: 'w', title: 'Atelier', cards: [{ id: 'c', kind: 'stuck', text: 'Le débit manque' }] }] });
  await app.go(page, '#/ateliers?atelier=w');
  await page.getByRole('button', { name: 'Retirer : Le débit manque' }).click();
  await page.getByText('Ce qui coince (0)').waitFor();
  await page.getByRole('main').getByRole('button', { name: 'Annuler' }).click();
  await page.getByText('Ce qui coince (1)').waitFor();
  assert.deepEqual(page.faults, []);
});

for (const [name, cards, actions] of [['en Vendée', 15, 4], ['le numérique responsable', 23, 2], ['la gouvernance', 13, 2]]) {
  test(`the example « ${name} » opens as a copy, with its cards and its plan`, async (t) => {
    const page = await here.visit(t, '#/donnees');
    await app.openDossier(page, answered);
    await app.go(page, '#/ateliers');
    await page.getByRole('button', { name: `Ouvrir l’exemple : ${name}` }).click();
    await page.getByText(new RegExp(`: ${cards}\\scartes`)).waitFor();
    await page.getByText('(exemple)').first().waitFor();
    await app.go(page, '#/plan');
    assert.equal((await app.table(page, 'Plan d’action')).body.length, actions);
    await app.go(page, '#/donnees');
    await page.getByText('Collège Ada-Lovelace').first().waitFor();
    assert.deepEqual(page.faults, []);
  });
}
