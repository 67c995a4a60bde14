// The whole journey with the keyboard alone: the focus is always seen, and moves to the title at each change of screen.
import assert from 'node:assert/strict';
import test from 'node:test';
import * as app from './app.mjs';

const here = app.setting();
const QUESTIONS = app.essential();
/** More presses than any screen has stops. */
const TOO_MANY = 120;

/** What has the focus: its words, and whether a ring shows it, on itself or on the line it stands in. */
function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    const rings = [element, element.closest('label')].filter(Boolean).map((e) => getComputedStyle(e));
    return {
      tag: element.localName,
      // The parts inside a date field are the browser’s own, with its own ring.
      seen: (element.matches(':focus-visible')
        && rings.some((style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2))
        || element.matches('input[type=date]:focus-within'),
      shown: element.getBoundingClientRect().height > 0,
      words: (element.getAttribute('aria-label') ?? element.labels?.[0]?.innerText ?? element.innerText ?? '').slice(0, 60),
    };
  });
}

/** Presses Tab until a control has the focus; every stop on the way must be seen. */
async function tabTo(page, target, key = 'Tab') {
  await target.waitFor();
  for (let presses = 0; presses < TOO_MANY; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
    const stop = await focused(page);
    if (stop.tag !== 'body') assert.ok(stop.seen && stop.shown, `the focus is not seen on ${stop.tag} « ${stop.words} »`);
  }
  assert.fail(`no ${key} leads to ${target}`);
}

/** The new screen: its title has the focus, and shows it. */
async function arrived(page, name) {
  await page.getByRole('heading', { level: 1, name }).and(page.locator(':focus')).waitFor();
  const { seen } = await focused(page);
  assert.ok(seen, `the focus is not seen on « ${name} »`);
}

async function press(page, target, key = 'Enter') {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Chooses the n-th radio of the open question with the arrows, without going on. */
async function chooseRadio(page, criterion, n) {
  const radios = app.question(page, criterion).getByRole('radio');
  await radios.first().waitFor();
  await tabTo(page, radios.first());
  await page.keyboard.press('Space');
  for (let i = 0; i < n; i += 1) await page.keyboard.press('ArrowDown');
  assert.ok(await radios.nth(n).isChecked(), `${criterion.id}: radio ${n}`);
}

test('the journey with the keyboard alone', async (t) => {
  const page = await here.visit(t);
  await app.at(page, 'Quarante minutes');
  await page.getByRole('button', { name: 'Commencer', exact: true }).waitFor();
  assert.equal((await focused(page)).tag, 'body', 'the first load leaves the focus to the page');
  await page.keyboard.press('Tab');
  assert.equal((await focused(page)).words, 'Aller au contenu');
  await press(page, page.getByRole('button', { name: 'Commencer', exact: true }));
  await arrived(page, 'Votre école ou établissement');
  await press(page, page.getByRole('checkbox', { name: 'Collège' }), 'Space');
  assert.ok(await page.getByRole('checkbox', { name: 'Collège' }).isChecked());
  await tabTo(page, page.getByLabel('Nom', { exact: true }));
  await page.keyboard.type('Collège Ada-Lovelace');
  await page.keyboard.press('Enter');

  await arrived(page, /./);
  for (const [index, criterion] of QUESTIONS.entries()) {
    const group = app.question(page, criterion);
    await group.waitFor();
    const radio = index === 4 ? 4 : index === 12 ? 5 : index % 4;
    await chooseRadio(page, criterion, radio);
    assert.ok(await group.isVisible(), 'arrows do not leave the question');
    if (radio === 4) {
      await tabTo(page, group.getByLabel('Qui vérifie ?'));
      await page.keyboard.type('Mme Diallo');
    } else if (radio === 5) {
      await tabTo(page, group.getByRole('textbox', { name: 'Parce que…' }));
      await page.keyboard.type('le bâtiment est à la mairie');
    }
    if (index % 2) await press(page, page.getByRole('button', { name: 'Question suivante' }));
    else await page.keyboard.press('Enter');
    const next = QUESTIONS[index + 1];
    if (next?.sub_theme === criterion.sub_theme) {
      await page.locator(':focus').filter({ hasText: next.question }).waitFor();
      assert.ok((await focused(page)).seen, `the focus is not seen on question ${index + 2}`);
    } else await arrived(page, next ? /./ : 'Bilan');
  }

  await page.getByRole('table', { name: 'Résultats par thématique' }).waitFor();
  await press(page, page.getByRole('link', { name: 'Choisir nos actions' }));
  await arrived(page, 'Plan d’action');
  for (let n = 1; n <= 3; n += 1) {
    await press(page, page.getByRole('button', { name: 'Décider :' }).first(), 'Space');
    await page.getByRole('link', { name: 'Modifier :' }).nth(n - 1).waitFor();
  }
  await press(page, page.getByRole('button', { name: 'Pas maintenant :' }).first());
  await page.getByText('Pas maintenant (1 piste)').waitFor();
  await press(page, page.getByRole('link', { name: 'Modifier :' }).first());
  await arrived(page, 'Modifier l’action');
  await tabTo(page, page.getByLabel('État'));
  await page.keyboard.press('ArrowDown');
  await press(page, page.getByRole('button', { name: 'Revenir au plan' }));
  await arrived(page, 'Plan d’action');
  await page.getByRole('cell', { name: 'En cours' }).waitFor();
  await press(page, page.getByRole('link', { name: 'Voir le rapport à imprimer' }));
  await arrived(page, 'Rapport');
  await app.saved(page);
  await press(page, page.getByRole('link', { name: 'Mes dossiers' }));
  await arrived(page, 'Mes dossiers');
  const { school, campaigns: [{ answers }], plan } = await app.backup(page);
  assert.equal(school.name, 'Collège Ada-Lovelace');
  assert.equal(Object.keys(answers).length, 16);
  assert.deepEqual(answers[QUESTIONS[4].id].check, { who: 'Mme Diallo' });
  assert.equal(answers[QUESTIONS[12].id].reason, 'le bâtiment est à la mairie');
  assert.deepEqual(plan.map((item) => item.state), ['doing', 'todo', 'todo']);
  assert.deepEqual(page.faults, []);
});

test('a date can be typed', async (t) => {
  const page = await here.visit(t, '#/donnees');
  const item = { id: 'une', title: 'Une action', axis: '', how: [], leads: [], involved: [], indicators: [], success: [], state: 'todo', sequence: 1 };
  await app.openDossier(page, app.dossier({ plan: [item], answers: { [QUESTIONS[0].id]: { level: null, status: 'unknown' } } }));
  for (const [address, label] of [[app.addressOf(QUESTIONS[0]), 'Pour quand ?'], ['#/plan/une', 'Ou un jour précis']]) {
    await app.go(page, address);
    await page.getByLabel(label).focus();
    // The same day and month: the order in which the browser asks for them does not matter.
    await page.keyboard.type('04042027');
    assert.equal(await page.getByLabel(label).inputValue(), '2027-04-04', label);
  }
});

test('after « Décider » or « Pas maintenant » the focus stays near, not at the top of the page', async (t) => {
  const page = await here.visit(t, '#/donnees');
  await app.openDossier(page, app.dossier({ answers: app.everyAnswer(0) }));
  await app.go(page, '#/plan');
  for (const name of ['Décider :', 'Pas maintenant :']) {
    await page.getByRole('button', { name }).first().press('Enter');
    await page.getByText(name === 'Décider :' ? 'Décidé : ' : 'Mis de côté').waitFor();
    assert.notEqual((await focused(page)).tag, 'body', `after « ${name} » the focus is lost`);
  }
});

test('when the control that was pressed leaves, a neighbour takes the focus', async (t) => {
  const page = await here.visit(t, '#/donnees');
  await app.openDossier(page, app.dossier({ answers: { [QUESTIONS[0].id]: { level: 0 } } }));
  const near = async (what) => {
    await page.waitForFunction(() => document.activeElement !== document.body, undefined, { timeout: 2_000 })
      .catch(() => assert.fail(`after « ${what} » the focus is lost`));
  };
  await app.go(page, '#/plan');
  await page.getByRole('button', { name: 'Décider :' }).first().waitFor();
  for (let left = await page.getByRole('button', { name: 'Décider :' }).count(); left > 0; left -= 1) {
    await page.getByRole('button', { name: 'Décider :' }).last().press('Enter');
    await page.waitForFunction((n) => document.querySelectorAll('.piste').length < n, left);
    await near('Décider');
  }
  await page.getByRole('link', { name: /^Modifier/ }).first().click();
  await app.at(page, 'Modifier l’action');
  await page.getByRole('button', { name: 'Cocher ces étapes une à une' }).press('Enter');
  await page.getByText('Étapes à cocher').waitFor();
  await near('Cocher ces étapes');
  const undo = page.getByRole('button', { name: 'Annuler', exact: true }).first();
  while (await undo.count()) await undo.press('Enter');
  await near('Annuler');
  await app.go(page, '#/donnees');
  await app.choose(page, app.dossier({ id: 'autre' }));
  await page.getByRole('button', { name: 'Annuler', exact: true }).last().press('Enter');
  await page.getByRole('button', { name: 'Ouvrir ce dossier' }).waitFor({ state: 'detached' });
  await near('Annuler, of a preview');
});

test('after an answer is taken back from the keyboard the focus is not lost', async (t) => {
  const page = await here.visit(t);
  await app.begin(page);
  const [first] = QUESTIONS;
  await app.fact(page, first, 1).press('Space');
  await page.getByRole('button', { name: 'Retirer cette réponse' }).press('Enter');
  await page.getByText('Réponse retirée.').waitFor();
  assert.equal(await app.question(page, first).getByRole('radio', { checked: true }).count(), 0);
  assert.notEqual((await focused(page)).tag, 'body', 'the focus is lost');
});

test('« Aller au contenu » moves the focus past the header', async (t) => {
  const page = await here.visit(t);
  await app.tryExample(page);
  await app.go(page, '#/aide');
  await app.at(page, 'Aide');
  await page.reload();
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.activeElement.closest('main, footer') !== null));
  assert.ok(page.url().endsWith('#/aide'), 'and the address stays');
});

test('undo and redo from the keyboard, but not inside a text field', async (t) => {
  const page = await here.visit(t);
  await app.begin(page);
  const [first] = QUESTIONS;
  await app.fact(page, first, 2).press('Space');
  await page.keyboard.press('Control+z');
  await page.getByText('Annulé.').waitFor();
  assert.equal(await app.question(page, first).getByRole('radio', { checked: true }).count(), 0);
  await page.keyboard.press('Control+y');
  await page.getByText('Rétabli.').waitFor();
  assert.ok(await app.fact(page, first, 2).isChecked());
  await app.question(page, first).getByRole('radio', { name: 'À vérifier' }).press('Space');
  const who = app.question(page, first).getByLabel('Qui vérifie ?');
  await who.pressSequentially('Mme');
  await page.keyboard.press('Control+z');
  assert.ok(await app.question(page, first).getByRole('radio', { name: 'À vérifier' }).isChecked());
});

test('the focus moves to the title on every screen, also when its text still has to come', async (t) => {
  const page = await here.visit(t);
  await page.getByRole('button', { name: 'Commencer', exact: true }).waitFor();
  for (const [address, title] of [['#/aide', 'Aide'], ['#/plan-du-site', 'Plan du site'], ['#/plan', 'Aucun dossier'],
    ['#/donnees', 'Mes dossiers'], ['#/nulle-part', 'Cette adresse'], ['#/mentions-legales', 'Mentions légales'], ['#/', 'Quarante minutes']]) {
    await app.go(page, address);
    await app.at(page, title);
    const lost = page.getByRole('heading', { level: 1, name: title }).and(page.locator(':focus'));
    await lost.waitFor({ timeout: 2_000 }).catch(() => assert.fail(`${address}: the title does not have the focus`));
  }
});

test('choosing a file brings the focus to its preview', async (t) => {
  const page = await here.visit(t, '#/donnees');
  await app.choose(page, app.dossier());
  await page.getByRole('heading', { level: 2, name: 'Ouvrir ce dossier ?' }).and(page.locator(':focus')).waitFor();
  await press(page, page.getByRole('button', { name: 'Ouvrir ce dossier' }));
  await page.getByText('Le dossier est ouvert').waitFor();
  assert.notEqual((await focused(page)).tag, 'body', 'after the choice the focus is lost');
});

test('a title has the focus as soon as it is drawn, so that no key is taken from what follows', async (t) => {
  const page = await here.visit(t);
  await app.tryExample(page);
  await page.evaluate(() => {
    globalThis.late = new Set();
    const look = () => {
      const title = document.querySelector('main h1');
      if (title !== document.activeElement) globalThis.late.add(title?.innerText);
    };
    new MutationObserver(look).observe(document.querySelector('main'), { childList: true, subtree: true });
  });
  for (const [address, title] of [['#/plan', 'Plan d’action'], ['#/objectifs', 'Objectifs'], ['#/aide', 'Aide'],
    ['#/rapport', 'Rapport'], ['#/ateliers', 'Ateliers'], ['#/plan?vue=indicateurs', 'Indicateurs'], ['#/nulle-part', 'Cette adresse']]) {
    await app.go(page, address);
    await app.at(page, title);
  }
  assert.deepEqual(await page.evaluate(() => [...globalThis.late]), []);
});
