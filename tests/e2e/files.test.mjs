// Files in and out: backup, erase and undo, what is refused and why, hostile texts, files that meet a dossier that is
// already here, another référentiel, and a damaged record.
import assert from 'node:assert/strict';
import test from 'node:test';
import * as app from './app.mjs';

const here = app.setting();
const QUESTIONS = app.essential();

/** The dossiers that « Mes dossiers » lists. */
function erasable(page) {
  return page.getByRole('button', { name: 'Effacer :' });
}

/** Answers of every kind. */
function mixed(criterion, index) {
  if (index === 2) return { level: null, status: 'unknown', check: { who: 'Mme Diallo', by: '2026-12-04' } };
  if (index === 7) return { level: null, status: 'not_applicable', reason: 'un seul site' };
  return { level: index % 4, note: `Note ${index}`, private_note: `Entre nous ${index}`, basis: 'observed', dots: 2 };
}

test('« Sauvegarde complète », erase, « Annuler », erase, open the file: the same dossier each time', async (t) => {
  const page = await here.visit(t, '#/donnees');
  const original = app.dossier({ answers: app.everyAnswer(mixed), later: { unknown: ['kept'] } });
  await app.openDossier(page, original);
  const save = page.getByRole('button', { name: 'Sauvegarde complète' });
  const file = await app.download(page, () => save.click());
  assert.match(file.name, /^college-ada-lovelace_\d{4}-\d\d-\d\d_sauvegarde\.paliers\.json$/);
  assert.deepEqual(JSON.parse(file.text), original, 'the file says what was opened');

  await erasable(page).click();
  await page.getByText('Dossier effacé de cet ordinateur.').waitFor();
  await page.getByText('Aucun dossier n’est gardé ici pour l’instant.').waitFor();
  await page.getByRole('button', { name: 'Annuler', exact: true }).click();
  await page.getByText(/revenu\.$/).waitFor();
  await page.getByRole('banner').getByText('Collège Ada-Lovelace').waitFor();
  await page.reload();
  await page.getByRole('banner').getByText('Collège Ada-Lovelace').waitFor();
  assert.deepEqual(await app.backup(page), original, 'undo brings it back whole');

  await erasable(page).click();
  await page.getByText('Aucun dossier n’est gardé ici pour l’instant.').waitFor();
  await page.reload();
  await page.getByText('Aucun dossier n’est gardé ici pour l’instant.').waitFor();
  await app.openDossier(page, file.text);
  assert.deepEqual(await app.backup(page), original, 'the file brings it back whole');
  assert.deepEqual(page.faults, []);
});

test('« Effacer tous les dossiers », « Annuler »: all of them come back', async (t) => {
  const page = await here.visit(t, '#/donnees');
  const both = ['un', 'deux'].map((id) => app.dossier({ id, answers: app.everyAnswer(1) }));
  for (const one of both) await app.openDossier(page, one);
  await page.getByRole('button', { name: 'Effacer tous les dossiers' }).click();
  await page.getByText('Aucun dossier n’est gardé ici pour l’instant.').waitFor();
  await page.getByRole('button', { name: 'Annuler', exact: true }).click();
  await erasable(page).nth(1).waitFor();
  await page.reload();
  for (let n = 0; n < 2; n += 1) {
    await page.getByRole('button', { name: 'Ouvrir :' }).first().click();
    await app.at(page, 'Bilan');
    await app.go(page, '#/donnees');
    const file = await app.backup(page);
    assert.deepEqual(file, both.find(({ id }) => id === file.id));
  }
});

const whole = JSON.stringify(app.dossier({ answers: app.everyAnswer(1) }));
const REFUSED = {
  'not JSON': ['Bonjour', /illisible à partir de la ligne 1, caractère 1/],
  empty: ['', /illisible/],
  truncated: [whole.slice(0, whole.length / 2), /Il a peut-être été coupé en chemin/],
  'JSON of another kind': ['[1, 2, 3]', /n’est pas un dossier de Paliers/],
  'of another format': [{ ...JSON.parse(whole), format: 'paliers-framework' }, /n’est pas un dossier de Paliers/],
  'of a newer schema': [{ ...JSON.parse(whole), schema: 2 }, /version plus récente de Paliers/],
  'more than 5 MiB': [Buffer.concat([Buffer.from(whole), Buffer.alloc(5 * 1024 * 1024, ' ')]), /dépasse 5\sMo/],
  'without id': [{ ...JSON.parse(whole), id: undefined }, /n’a pas d’identifiant utilisable/],
  'of an unusable id': [{ ...JSON.parse(whole), id: '../../x y' }, /n’a pas d’identifiant utilisable/],
  'of raw bytes': [Buffer.from([0xff, 0xfe, 0, 1, 2, 0xc3, 0x28]), /illisible/],
  'of brackets without end': ['['.repeat(200_000), /illisible/],
};

test('what cannot be opened is refused with its reason, and nothing changes', async (t) => {
  const page = await here.visit(t, '#/donnees');
  const mine = app.dossier({ answers: app.everyAnswer(2) });
  await app.openDossier(page, mine);
  for (const [what, [text, why]] of Object.entries(REFUSED)) {
    await app.choose(page, text, `${what}.json`);
    const refusal = page.getByRole('alert').filter({ hasText: 'Ce fichier n’a pas été ouvert' });
    const paragraph = refusal.getByRole('paragraph').filter({ hasText: `${what}.json` });
    await paragraph.waitFor();
    assert.match(await paragraph.innerText(), why, what);
    await refusal.getByText('Rien n’a été changé.').waitFor();
    await page.locator('h2:focus').waitFor();
    await refusal.getByRole('button', { name: 'Fermer' }).click();
    await refusal.waitFor({ state: 'detached' });
    assert.equal(await erasable(page).count(), 1, what);
    assert.deepEqual(await app.backup(page), mine, what);
  }
  assert.deepEqual(page.faults, []);
});

test('a file of 5 MiB at most is read', async (t) => {
  const page = await here.visit(t, '#/donnees');
  const text = Buffer.from(whole);
  await app.openDossier(page, Buffer.concat([text, Buffer.alloc(5 * 1024 * 1024 - text.length, ' ')]));
  await page.getByRole('banner').getByText('Collège Ada-Lovelace').waitFor();
});

test('what is strange in a file is read with a warning that names the place, and stays in the file', async (t) => {
  const page = await here.visit(t, '#/donnees');
  const [first, second, third] = QUESTIONS;
  const strange = app.dossier({ answers: {
    [first.id]: { level: 7 }, [second.id]: { level: 2, status: 'not_applicable' }, [third.id]: { level: 1 },
    'acces.autre.question': { level: 3 },
  } });
  strange.school.types = ['college', 'academie-volante'];
  await app.choose(page, strange);
  await page.getByText(/^À savoir sur ce fichier \(\d+\)$/).click();
  for (const place of [`campaigns[0].answers.${first.id}.level`, 'campaigns[0].answers.acces.autre.question', 'school.types[1]']) {
    await page.getByRole('listitem').filter({ hasText: place }).waitFor();
  }
  await page.getByRole('button', { name: 'Ouvrir ce dossier' }).click();
  await app.saved(page);
  assert.deepEqual(await app.backup(page), strange);
  await app.go(page, '#/bilan');
  const { body } = await app.table(page, 'Résultats par thématique');
  assert.deepEqual(body[0].slice(2, 4), ['1 sur 2', '33 %'], 'one level counts; 7 and « sans objet » do not');
});

/** Texts that would do something if anything ran them, and texts that break layouts. */
const HOSTILE = [
  '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '"><svg onload=alert(1)>', '\'"`</textarea><script>alert(1)//',
  'javascript:alert(1)', '{{constructor.constructor("alert(1)")()}}', '=HYPERLINK("http://127.0.0.1:9/","x")', '@SUM(1+1)*cmd|x',
  '\u202Eetoile\u2066\u202D', 'مرحبا بالعالم', '\u0000\u0007\u001b[31m', '%s%n${7*7}', '&lt;b&gt;&amp;nbsp;', '\u{1F469}\u200d\u{1F3EB}é',
];

/** A dossier whose every free field is hostile. */
function hostileDossier(long) {
  let n = 0;
  const bad = () => `${HOSTILE[n++ % HOSTILE.length]}${long}`;
  const item = (id, state) => ({
    id, thematique: 'acces', axis: bad(), title: bad(), how: [bad(), bad()], leads: [bad()], involved: [bad()],
    due: '2026-12-04', indicators: [bad()], success: [bad()], state, waiting_for: bad(), note: bad(), sequence: 1,
    means: { financial: bad(), human: bad(), legal: bad() }, steps: [{ text: bad(), done: false }],
  });
  const answer = (_, i) => [
    { level: i % 4, note: bad(), private_note: bad(), dissent: bad() },
    { level: null, status: 'unknown', check: { who: bad(), by: '2026-12-04' } },
    { level: null, status: 'not_applicable', reason: bad() },
  ][i % 3];
  return app.dossier({
    id: 'hostile', answers: app.everyAnswer(answer),
    school: { name: bad(), uai: bad(), types: ['college', bad()], academie: bad(), commune: bad(), pupils: 3 },
    campaign: { name: bad() }, plan: ['todo', 'waiting', 'done'].map((state, i) => item(`p${i}`, state)),
    workshops: [{ id: 'w', text: bad() }], actors: [{ id: 'a', name: bad() }],
  });
}

/** Everything a screen says: its text, the names of its controls, and what its fields hold. */
function said(page) {
  return page.evaluate(() => [document.title, document.body.innerText,
    ...[...document.querySelectorAll('input, textarea')].map((field) => field.value)].join('\n'));
}

for (const [what, long] of [['short', ''], ['of 10,000 characters', ' o'.repeat(5_000)]]) {
  test(`hostile texts (${what}) in every free field are text on every screen`, async (t) => {
    const context = await here.context(t);
    await context.addInitScript(() => {
      window.reports = [];
      addEventListener('securitypolicyviolation', (event) => window.reports.push(event.violatedDirective));
    });
    const page = await app.open(context, `${here.host.url}#/donnees`);
    const hostile = hostileDossier(long);
    await app.choose(page, hostile, '<img src=x onerror=alert(1)>.json');
    await page.getByRole('button', { name: 'Ouvrir ce dossier' }).click();
    await app.saved(page);
    const seen = [await said(page)];
    const screens = ['#/', '#/ecole', '#/bilan', '#/plan', '#/plan?pistes=toutes', '#/plan/p0', '#/plan/p1', '#/rapport', '#/donnees'];
    for (const address of [...screens, ...new Set(QUESTIONS.map(app.addressOf))]) {
      await app.go(page, address);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForFunction(() => document.activeElement.matches('h1'));
      seen.push(await said(page));
      assert.equal(await page.locator('main script, main img, header img, main iframe').count(), 0, address);
      assert.equal(await page.locator('a[href^="javascript:"]').count(), 0, address);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(wide <= 0, `${address} scrolls sideways by ${wide} px`);
    }
    assert.deepEqual(await page.evaluate(() => window.reports), []);
    assert.deepEqual(page.faults, []);
    const all = seen.join('\n');
    for (const text of HOSTILE.filter((text) => !/[\u0000-\u001f]/.test(text))) assert.ok(all.includes(text), `« ${text} » is shown as text`);
    await app.go(page, '#/donnees');
    assert.deepEqual(await app.backup(page), hostile);
  });
}

/** A dossier here, and a file of the same id that differs from it. */
async function meeting(t) {
  const page = await here.visit(t, '#/donnees');
  const [a, b, c] = QUESTIONS.map((q) => q.id);
  const mine = app.dossier({ answers: { [a]: { level: 1 }, [b]: { level: 2 } } });
  await app.openDossier(page, mine);
  const theirs = app.dossier({ answers: { [b]: { level: 3 }, [c]: { level: 0 } } });
  theirs.school.commune = 'Saint-Exemple';
  await app.choose(page, theirs);
  await page.getByRole('heading', { name: 'Ce dossier est déjà sur cet ordinateur' }).waitFor();
  const levels = async () => {
    const { answers } = (await app.backup(page)).campaigns[0];
    return [a, b, c].map((id) => answers[id]?.level);
  };
  return { page, mine, theirs, levels };
}

test('a file of a dossier that is here: the preview says what differs and changes nothing', async (t) => {
  const { page, mine } = await meeting(t);
  for (const text of ['1 réponse dans le fichier seulement', '1 réponse différente d’un côté et de l’autre',
    '1 réponse ici seulement', 'la commune']) {
    await page.getByRole('listitem').filter({ hasText: text }).waitFor();
  }
  const buttons = page.getByRole('region', { name: 'Ce dossier est déjà sur cet ordinateur' }).getByRole('button');
  assert.deepEqual(await buttons.allInnerTexts(), ['Annuler', 'Ajouter ces réponses', 'Remplacer les miennes']);
  await buttons.first().click();
  assert.equal(await page.getByRole('heading', { name: 'Ce dossier est déjà sur cet ordinateur' }).count(), 0);
  assert.deepEqual(await app.backup(page), mine);
});

for (const [choice, expected] of [['Ajouter ces réponses', [1, 2, 0]], ['Remplacer les miennes', [undefined, 3, 0]]]) {
  test(`« ${choice} », then undo, then the copy that was kept`, async (t) => {
    const { page, mine, levels } = await meeting(t);
    await page.getByRole('button', { name: choice }).click();
    await page.getByText('C’est fait. Une copie de l’état précédent est gardée.').waitFor();
    await page.getByRole('main').getByRole('button', { name: 'Annuler', exact: true }).click();
    await page.getByText('Annulé.').waitFor();
    await app.saved(page);
    assert.deepEqual(await app.backup(page), mine, 'undo gives back what was here');

    await page.getByRole('banner').getByRole('button', { name: 'Rétablir' }).click();
    await page.getByText('Rétabli.').waitFor();
    await app.saved(page);
    assert.deepEqual(await levels(), expected);
    await page.reload();
    await page.getByText('Copies gardées avant une ouverture').click();
    assert.deepEqual(await levels(), expected);
    await page.getByRole('button', { name: 'Reprendre cette copie' }).click();
    await page.getByText('La copie est reprise.').waitFor();
    await app.saved(page);
    assert.deepEqual(await app.backup(page), mine, 'the copy gives back what was here');
    assert.deepEqual(page.faults, []);
  });
}

for (const [what, framework] of [
  ['unknown', { id: 'academie-2031', version: '3.1.0' }], ['newer', { id: app.FRAMEWORK.id, version: '99.0.0' }]]) {
  test(`a dossier of a référentiel that is ${what} opens read-only, its answers as text`, async (t) => {
    const page = await here.visit(t, '#/donnees');
    const foreign = app.dossier({ framework, answers: { 'mots.nouveaux.un': { level: 2 }, [QUESTIONS[0].id]: { level: 1 } } });
    await app.openDossier(page, foreign);
    for (const address of ['#/questions', app.addressOf(QUESTIONS[0]), '#/bilan', '#/plan', '#/rapport', '#/ecole']) {
      await app.go(page, address);
      await app.at(page, 'Ce dossier parle d’un autre référentiel');
      await page.getByText(framework.version).first().waitFor();
      await page.getByRole('row', { name: 'mots.nouveaux.un' }).getByText('2 – partagé').waitFor();
      assert.equal(await page.getByRole('radio').count() + await page.getByRole('textbox').count(), 0, address);
    }
    assert.deepEqual(await app.backup(page), foreign);
    await page.reload();
    await app.at(page, 'Ce dossier parle d’un autre référentiel');
    // The host was asked for the référentiel that the dossier names: the browser says that it has none.
    assert.deepEqual(page.faults.filter((fault) => !fault.endsWith(`frameworks/${framework.id}.json`)), []);
  });
}

/** Puts a text in place of what this browser keeps of its only dossier. */
function damage(page, text) {
  return page.evaluate(async (damaged) => {
    const done = (request) => new Promise((yes, no) => { request.onsuccess = () => yes(request.result); request.onerror = () => no(request.error); });
    const [{ name }] = await indexedDB.databases();
    const database = await done(indexedDB.open(name));
    const store = database.transaction('dossiers', 'readwrite').objectStore('dossiers');
    const [record] = await done(store.getAll());
    if (damaged !== undefined) await done(store.put({ ...record, text: damaged }, record.id));
    database.close();
    return record.text;
  }, text);
}

for (const [what, harm] of [
  ['cut', (text) => text.slice(0, text.length / 2)], ['no JSON', () => 'x\u0000\ufffdé'],
  ['of a newer schema', (text) => text.replace(/"schema": 1/, '"schema": 9')]]) {
  test(`a stored dossier that is ${what} is set aside: its text can be downloaded and is never overwritten`, async (t) => {
    const page = await here.visit(t, '#/donnees');
    await app.openDossier(page, app.dossier({ answers: app.everyAnswer(1) }));
    const damaged = harm(await damage(page));
    await damage(page, damaged);
    await page.reload();
    await page.getByText('Dossier illisible').waitFor();
    const raw = page.getByRole('button', { name: 'Télécharger son texte' });
    assert.equal((await app.download(page, () => raw.click())).text, damaged);

    await page.getByRole('button', { name: 'Nouveau dossier' }).click();
    await app.at(page, 'Votre école ou établissement');
    await page.getByRole('checkbox', { name: 'Collège' }).check();
    await app.saved(page);
    await app.go(page, '#/donnees');
    assert.equal((await app.download(page, () => raw.click())).text, damaged);
    assert.equal(await erasable(page).count(), 2);
  });

  test(`the file of a dossier whose record is ${what} does not overwrite it unasked`, async (t) => {
    const page = await here.visit(t, '#/donnees');
    const mine = app.dossier({ answers: app.everyAnswer(1) });
    await app.openDossier(page, mine);
    const damaged = harm(await damage(page));
    await damage(page, damaged);
    await page.reload();
    await page.getByText('Dossier illisible').waitFor();
    await app.choose(page, mine);
    const take = page.getByRole('button', { name: /^(Ouvrir ce dossier|Remplacer les miennes)$/ });
    await take.or(page.getByRole('alert')).first().waitFor();
    if (await take.isVisible()) {
      await take.click();
      await page.getByRole('banner').getByText('Collège Ada-Lovelace').waitFor();
      await app.saved(page);
    }
    // Opened beside it, or refused: both are safe.
    const raw = page.getByRole('button', { name: 'Télécharger son texte' });
    assert.equal(await raw.count(), 1, 'the damaged text can still be had');
    assert.equal((await app.download(page, () => raw.click())).text, damaged);
  });
}
