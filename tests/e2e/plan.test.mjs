// Following the plan as a team does: choose what is shown, see the dates, tick steps, mark « fait » and answer again, ask.
import assert from 'node:assert/strict';
import test from 'node:test';
import * as app from './app.mjs';

const here = app.setting();
const DAY = 86_400_000;
const day = (days) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
const piste = app.FRAMEWORK.actions.find((a) => a.to === 1 && a.reach === 'etablissement' && app.essential().some((c) => c.id === a.criterion));
const question = app.FRAMEWORK.criteria.find((c) => c.id === piste.criterion);

const item = (id, title, changes) => ({
  id, title, thematique: 'acces', axis: 'Équiper', how: ['Compter', 'Prêter'], leads: ['Direction'], involved: [], indicators: [],
  success: [], state: 'todo', sequence: 1, ...changes,
});
const PLAN = [
  item('une', 'Recenser les besoins', { due: day(-20), state: 'doing' }),
  item('deux', 'Prêter des ordinateurs', { due: day(40), leads: ['Référente numérique'], state: 'waiting', waiting_for: 'la commune' }),
  item('trois', 'Écrire une charte', { thematique: 'responsable' }),
  item('quatre', piste.title, { action: piste.id, criterion: piste.criterion, to: piste.to, due: day(10) }),
];
const followed = app.dossier({ plan: PLAN, answers: app.everyAnswer((c) => ({ level: c.id === piste.criterion ? 0 : 1 })) });

async function opened(t, dossier = followed) {
  const page = await here.visit(t, '#/donnees');
  await app.openDossier(page, dossier);
  await app.go(page, '#/plan');
  await app.at(page, 'Plan d’action');
  return page;
}

const titles = async (page) => (await app.table(page, 'Plan d’action')).body.map((row) => row[2].replace(/ Modifier$/, ''));

test('what is shown is chosen, kept in the address, and can be sent', async (t) => {
  const page = await opened(t);
  await page.getByRole('link', { name: 'Suivre' }).click();
  await page.getByText('4 actions sur 4.').waitFor();
  await page.getByLabel('État').selectOption({ label: 'En attente de' });
  await page.getByText('1 action sur 4.').waitFor();
  assert.deepEqual(await titles(page), ['Prêter des ordinateurs']);
  assert.match(page.url(), /#\/plan\?vue=suivi&etat=en-attente$/);
  await page.getByLabel('Pilote').selectOption({ label: 'Direction' });
  await page.getByText('Aucune action ne répond à tous ces choix.').waitFor();
  await page.goBack();
  await page.getByText('1 action sur 4.').waitFor();
  await page.getByRole('link', { name: 'Tout montrer' }).click();
  await page.getByText('4 actions sur 4.').waitFor();
  await app.go(page, '#/plan?pilote=referente-numerique');
  await page.getByText('1 action sur 4.').waitFor();
  assert.deepEqual(await titles(page), ['Prêter des ordinateurs']);
  assert.deepEqual(page.faults, []);
});

test('a double click decides once, and what it did is in sight', async (t) => {
  const page = await here.visit(t, '#/donnees');
  await app.openDossier(page, app.dossier({ answers: app.everyAnswer(0) }));
  await app.go(page, '#/plan');
  const fourth = page.getByRole('button', { name: 'Décider :' }).nth(3);
  await fourth.scrollIntoViewIfNeeded();
  await fourth.dblclick();
  await page.getByText('Une action décidée.').waitFor();
  const done = page.getByText(/^Décidé\s: /);
  const { y } = await done.boundingBox();
  assert.ok(y >= 0 && y < (await page.viewportSize()).height, `« Décidé » stands at ${y}`);
  await page.getByRole('button', { name: 'Fermer ce message' }).click();
  assert.equal(await done.count(), 0);
});

test('a past date is said in words, and leads to its action', async (t) => {
  const page = await opened(t);
  await app.go(page, '#/plan?vue=suivi');
  await page.getByRole('heading', { name: 'Une date est passée' }).waitFor();
  await page.getByText('date passée depuis deux semaines').waitFor();
  await page.getByRole('link', { name: 'Recenser les besoins', exact: true }).click();
  await app.at(page, 'Modifier l’action');
  await page.getByText('date passée depuis deux semaines').waitFor();
  await page.getByLabel('Ou un jour précis').fill(day(30));
  await page.getByText('date passée depuis').waitFor({ state: 'detached' });
  assert.deepEqual(page.faults, []);
});

test('the calendar says the same in a sentence, a drawing and a table', async (t) => {
  const page = await opened(t);
  await page.getByRole('link', { name: 'Calendrier' }).click();
  await page.getByText(/une dont la date est passée et une sans date/).waitFor();
  await page.getByRole('img', { name: 'Calendrier des actions à mener' }).waitFor();
  const { head, body } = await app.table(page, 'Calendrier du plan');
  assert.deepEqual(head, ['Quand', 'Action', 'Qui', 'État', 'Étapes faites']);
  assert.deepEqual(body.map((row) => row[1]), ['Recenser les besoins', piste.title, 'Prêter des ordinateurs', 'Écrire une charte'].map(app.plain));
  assert.deepEqual(page.faults, []);
});

test('steps are ticked, means are noted, and both stay', async (t) => {
  const page = await opened(t);
  await app.go(page, '#/plan/une');
  await page.getByRole('button', { name: 'Cocher ces étapes une à une' }).click();
  await page.getByRole('checkbox', { name: 'Compter' }).check();
  await page.getByText('1 étape sur 2.').waitFor();
  await page.getByText('Effort et moyens').click();
  await page.getByLabel('Effort de mise en place').selectOption({ label: 'Moyen' });
  await page.getByLabel('Moyens financiers').fill('Aucun');
  await app.saved(page);
  await page.reload();
  await page.getByText('1 étape sur 2.').waitFor();
  assert.ok(await page.getByRole('checkbox', { name: 'Compter' }).isChecked());
  await page.getByText('Effort et moyens').click();
  assert.equal(await page.getByLabel('Moyens financiers').inputValue(), 'Aucun');
  assert.deepEqual(page.faults, []);
});

test('marking an action done offers its question again, says the effect, and can be taken back', async (t) => {
  const page = await opened(t);
  await app.go(page, '#/plan/quatre');
  await page.getByLabel('État').selectOption({ label: 'Fait' });
  await page.getByText('C’est fait.').waitFor();
  await page.getByText(/Le palier de «.*» (passerait de|resterait)/).waitFor();
  await page.getByRole('button', { name: 'Oui, mettre la réponse à jour' }).click();
  await page.getByText('Réponse mise à jour.').waitFor();
  await page.getByText('C’est fait.').waitFor({ state: 'detached' });
  await app.go(page, app.addressOf(question));
  await app.line(page, question).filter({ hasText: app.inWords(1) }).or(app.fact(page, question, 1).and(page.locator(':checked'))).first().waitFor();
  await app.go(page, '#/plan/quatre');
  await page.keyboard.press('Control+z');
  await page.getByText('C’est fait.').waitFor();
  assert.deepEqual(page.faults, []);
});

test('the agenda has the dated actions under lasting names, and says how many have no date', async (t) => {
  const page = await opened(t);
  await page.getByText('Trois échéances iront dans l’agenda ; une action sans date n’y sera pas.').waitFor();
  const agenda = () => app.download(page, () => page.getByRole('button', { name: 'Exporter l’agenda (.ics)' }).click());
  const { name, text } = await agenda();
  assert.match(name, /^college-ada-lovelace_\d{4}-\d\d-\d\d_plan\.ics$/);
  assert.deepEqual(text.match(/^UID:.*(?=\r)/gm), ['UID:une.essai@paliers', 'UID:deux.essai@paliers', 'UID:quatre.essai@paliers']);
  await app.go(page, '#/plan/deux');
  await page.getByLabel('Ou un jour précis').fill(day(50));
  await app.go(page, '#/plan');
  const again = await agenda();
  assert.match(again.text, /UID:deux\.essai@paliers\r\nDTSTAMP:\d{8}T\d{6}Z\r\nSEQUENCE:2\r\n/);
  assert.match(again.text, new RegExp(`DTSTART;VALUE=DATE:${day(50).replaceAll('-', '')}`));
  assert.deepEqual(page.faults, []);
});

test('an agenda that would be empty says so', async (t) => {
  const page = await opened(t, app.dossier());
  await page.getByRole('button', { name: 'Exporter l’agenda (.ics)' }).click();
  await page.getByText('Aucune action du plan n’a encore de date : l’agenda serait vide.').waitFor();
});

test('all the pistes are narrowed by effort and by who', async (t) => {
  const page = await opened(t, app.dossier({ answers: app.everyAnswer((_, i) => ({ level: i % 3 })) }));
  await app.go(page, '#/plan?pistes=toutes');
  const all = page.getByText(/^\d+\spistes? sur \d+\./);
  const total = Number((await all.innerText()).match(/^\d+/)[0]);
  await page.getByLabel('Effort').selectOption({ label: 'Faible' });
  await page.waitForURL(/effort=faible/);
  const few = Number((await all.innerText()).match(/^\d+/)[0]);
  assert.ok(few > 0 && few < total, `${few} of ${total}`);
  await page.getByText('Pour pouvoir dire').first().waitFor();
  await page.getByRole('button', { name: 'Pas maintenant :' }).first().click();
  await page.getByRole('link', { name: 'Revenir au plan' }).click();
  await page.getByText('Pas maintenant (1 piste)').click();
  await page.getByRole('button', { name: 'Proposer à nouveau :' }).click();
  await page.getByText('Pas maintenant (1 piste)').waitFor({ state: 'detached' });
  assert.deepEqual(page.faults, []);
});

test('what is asked of others is grouped, decided, and leaves as a letter', async (t) => {
  const page = await opened(t, app.dossier({ answers: app.everyAnswer(() => ({ level: 0 })), campaign: { scope: 'complete' } }));
  await page.getByRole('link', { name: 'Préparer les demandes' }).click();
  await page.getByRole('heading', { name: 'Au Département' }).waitFor();
  const ask = page.getByRole('button', { name: 'Décider de demander :' }).first();
  const title = (await ask.getAttribute('aria-label')).replace(/^Décider de demander\s*: /, '');
  await ask.click();
  await page.getByText('Décidé. À lancer.').waitFor();
  await page.getByRole('link', { name: 'Préparer la lettre : au Département' }).click();
  await app.at(page, 'Lettre au Département');
  await page.getByText(`1. ${title}`, { exact: true }).waitFor();
  await page.getByText('Aujourd’hui :').first().waitFor();
  const { name, text } = await app.download(page, () => page.getByRole('button', { name: 'Télécharger en ODT' }).click());
  assert.match(name, /_lettre-departement\.odt$/);
  assert.ok(text.includes(title), 'what is asked is not in the file');
  await page.emulateMedia({ media: 'print' });
  await page.getByText(`1. ${title}`, { exact: true }).waitFor();
  assert.ok(!await page.getByRole('button', { name: 'Télécharger en ODT' }).isVisible(), 'what is for pressing is on the paper');
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('link', { name: 'Revenir aux demandes' }).click();
  await page.getByRole('heading', { name: 'Au Département' }).waitFor();
  assert.deepEqual(page.faults, []);
});

test('an indicator is followed from its start to its target, with the published figures beside', async (t) => {
  const page = await opened(t);
  await page.getByRole('link', { name: 'Indicateurs', exact: true }).click();
  await app.at(page, 'Indicateurs');
  const known = app.FRAMEWORK.indicators.find((i) => i.references?.length);
  await page.getByLabel('Un indicateur du référentiel').selectOption({ label: known.title });
  await page.getByRole('button', { name: 'Suivre cet indicateur' }).click();
  await app.at(page, 'Modifier l’indicateur');
  await page.getByText(known.references[0].value).first().waitFor();
  await page.getByLabel('Départ').fill('62');
  await page.getByLabel('Cible').fill('90');
  await page.getByRole('button', { name: 'Ajouter une valeur' }).click();
  await page.getByLabel('Valeur', { exact: true }).fill('71,5');
  await page.getByText('Tendance : Se rapproche de la cible').waitFor();
  await page.getByLabel('Effet constaté').fill('Moins d’élèves sans appareil');
  await app.saved(page);
  await page.reload();
  await page.getByRole('button', { name: 'Revenir au tableau' }).click();
  const { head, body } = await app.table(page, 'Tableau de suivi');
  assert.deepEqual(head, ['Indicateur', 'Départ', 'Cible', 'Dernière valeur', 'Tendance', 'Effet constaté', 'Ce que nous ajustons']);
  assert.equal(body.length, 1);
  assert.deepEqual(body[0].slice(1, 3), ['62', '90']);
  assert.match(body[0][3], /^71,5, le /);
  assert.deepEqual(body[0].slice(4), ['Se rapproche de la cible', "Moins d'élèves sans appareil", '—']);
  await page.getByText('1 indicateur sur 1 a une valeur.').waitFor();
  assert.deepEqual(page.faults, []);
});

test('an indicator about a person is warned of', async (t) => {
  const page = await opened(t);
  await app.go(page, '#/plan?vue=indicateurs');
  await page.getByRole('button', { name: 'Écrire un indicateur à nous' }).click();
  await app.at(page, 'Modifier l’indicateur');
  await page.getByLabel('Ce que nous comptons').fill('Heures de Mme Diallo');
  await page.getByText('Ce titre semble nommer quelqu’un.').waitFor();
  await page.getByLabel('Ce que nous comptons').fill('Heures de permanence');
  await page.getByText('Ce titre semble nommer quelqu’un.').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Ne plus suivre' }).click();
  await page.getByText('Indicateur retiré du tableau.').waitFor();
  await page.getByRole('main').getByRole('button', { name: 'Annuler' }).click();
  await page.getByRole('link', { name: 'Heures de permanence' }).waitFor();
  assert.deepEqual(page.faults, []);
});

test('the directory begins with roles, and a name comes after a warning', async (t) => {
  const page = await opened(t);
  await page.getByRole('link', { name: 'Qui appeler' }).click();
  await app.at(page, 'Qui appeler pour quoi');
  await page.getByRole('button', { name: 'Partir des fonctions habituelles' }).click();
  const before = await app.table(page, 'Annuaire');
  assert.equal(before.body.length, 5);
  assert.ok(before.body.every((row) => row[2] === '—'), 'no name to begin with');
  await page.getByText('Un nom ou un contact').first().click();
  await page.getByText('sont des données personnelles').first().waitFor();
  await page.getByLabel('Téléphone ou adresse').first().fill('02 00 00 00 00');
  await app.saved(page);
  await page.reload();
  await app.at(page, 'Qui appeler pour quoi');
  assert.equal((await app.table(page, 'Annuaire')).body[0][2], '02 00 00 00 00');
  await page.getByRole('button', { name: 'Retirer' }).first().click();
  await page.getByText('Contact retiré de l’annuaire.').waitFor();
  assert.equal((await app.table(page, 'Annuaire')).body.length, 4);
  assert.deepEqual(page.faults, []);
});

test('the plan, the indicators and the directory are taken where they are read, without names', async (t) => {
  const page = await opened(t, { ...followed,
    indicators: [{ id: 'i', title: 'Part des élèves équipés', unit: '%', values: [{ date: '2026-11-12', value: '71,5' }] }],
    actors: [{ id: 'a', role: 'Référente numérique', purpose: 'Une panne', name: 'Mme Untel', contact: '02 00 00 00 00' }] });
  for (const [view, ending, said] of [['Suivre', 'plan', 'Recenser les besoins'], ['Indicateurs', 'indicateurs', 'Part des élèves équipés'],
    ['Qui appeler', 'annuaire', 'Référente numérique']]) {
    await page.getByRole('link', { name: view, exact: true }).click();
    const csv = await app.download(page, () => page.getByRole('button', { name: 'Télécharger en CSV' }).click());
    assert.match(csv.name, new RegExp(`^college-ada-lovelace_\\d{4}-\\d\\d-\\d\\d_${ending}\\.csv$`));
    assert.ok(csv.text.includes(said) && !/Untel|02 00/.test(csv.text), csv.text);
    await page.getByRole('status').filter({ hasText: `Enregistré dans vos téléchargements : ${csv.name}` }).waitFor();
    const ods = await app.download(page, () => page.getByRole('button', { name: 'Télécharger en ODS' }).click());
    assert.ok(ods.name.endsWith(`_${ending}.ods`) && ods.text.startsWith('PK'), ods.name);
  }
  assert.deepEqual(page.faults, []);
});

test('nothing is offered to take while there is nothing', async (t) => {
  const page = await opened(t, app.dossier());
  for (const [view, title] of [['indicateurs', 'Indicateurs'], ['annuaire', 'Qui appeler pour quoi'], ['suivi', 'Plan d’action']]) {
    await app.go(page, `#/plan?vue=${view}`);
    await app.at(page, title);
    assert.equal(await page.getByRole('button', { name: /^Télécharger en/ }).count(), 0, view);
  }
});
