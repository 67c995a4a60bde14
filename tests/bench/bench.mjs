// Prints what Paliers weighs, how its screens arrive on a slow machine and network, and what one answer costs, beside
// a peer page made from the same questions. Asserts nothing: times belong to the machine and to the hour.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { DIST, host, launch } from '../e2e/app.mjs';
import { SUB_PATH, serve } from '../e2e/server.mjs';
import { arrive, clickCosts, median } from './measure.mjs';
import { makePeer } from './peer.mjs';
import { weigh } from './weights.mjs';

const FRAMEWORK = 'frameworks/egn-2020.json';
const EXAMPLE = 'examples/ecole.paliers.json';
const SCREENS = [
  ['home', '#/'], ['school', '#/ecole'], ['questions', '#/questions'], ['bilan', '#/bilan'], ['plan', '#/plan'],
  ['rapport', '#/rapport'], ['données', '#/donnees'], ['aide', '#/aide'],
];
const RUNS = 5;
const CHANGES = 20;
const BYTES_RATIO = 0.6;
const USABLE_RATIO = 0.5;

if (existsSync(join(DIST, FRAMEWORK))) {
  await main();
} else {
  console.error(`dist/${FRAMEWORK} is missing: \`make dist\` makes it.`);
  process.exitCode = 1;
}

async function main() {
  const framework = JSON.parse(await readFile(join(DIST, FRAMEWORK), 'utf8'));
  const peer = await makePeer(framework);
  const [app, peerHost] = await Promise.all([host({ brotli: true }), serve(peer.folder, { brotli: true })]);
  const browser = await launch();
  try {
    console.log(`Paliers and its peer, SurveyJS and Chart.js with the same ${framework.criteria.length} questions`);
    console.log(`Chromium ${browser.version()}, CPU 4× slower, 1.6 Mbit/s, 150 ms, brotli; median of ${RUNS} cold runs\n`);
    const { page, stored } = await openDossier(browser, app);
    const answer = await answerCosts(page);
    await visit(browser, peerHost);
    const screens = await measured(browser, [
      ...SCREENS.map(([name, hash]) => ({ name, server: app, hash, storageState: stored(name) })),
      { name: 'peer', server: peerHost, hash: '' },
    ]);
    const weights = await weighed(screens, peer.folder);
    printWeights(weights);
    printScreens(screens);
    printRatios(weights, screens);
    printAnswer(answer);
    console.log(`\nLoad of the machine over the last five minutes: ${loadavg()[1].toFixed(1)}`);
  } finally {
    await Promise.all([browser.close(), app.close(), peerHost.close(), peer.remove()]);
  }
}

/** Asks for everything once without a brake, so that the server has compressed it. */
async function visit(browser, { url }) {
  const context = await browser.newContext();
  await (await context.newPage()).goto(url, { waitUntil: 'networkidle' });
  await context.close();
}

/** The example opened as a school's own dossier; the home screen is measured as a newcomer sees it. */
async function openDossier(browser, { url }) {
  const example = JSON.parse(await readFile(join(DIST, EXAMPLE), 'utf8'));
  delete example.example;
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}#/donnees`, { waitUntil: 'networkidle' });
  const buffer = Buffer.from(JSON.stringify(example));
  await page.setInputFiles('main input[type=file]', { name: 'ecole.paliers.json', mimeType: 'application/json', buffer });
  await page.getByRole('button', { name: 'Ouvrir ce dossier' }).click();
  await page.getByText('Enregistré sur cet ordinateur').waitFor();
  const state = await context.storageState({ indexedDB: true });
  return { page, stored: (name) => (name === 'home' ? undefined : state) };
}

/** One answer on the questions, then the same taken back and given again on the bilan. */
async function answerCosts(page) {
  await page.evaluate(() => { location.hash = '#/questions'; });
  await page.locator('main .facts input').first().waitFor();
  const questions = await clickCosts(page, 'main .facts:not(.or) input[type=radio]', CHANGES);
  await page.evaluate(() => { location.hash = '#/bilan'; });
  await page.locator('main svg').first().waitFor();
  const results = await clickCosts(page, '.saved button:last-of-type', CHANGES);
  await page.context().close();
  return { questions: median(questions), results: median(results) };
}

/** The medians of every screen and what it asked for, by name; in rounds, so that all meet the same other load. */
async function measured(browser, screens) {
  const runs = new Map(screens.map(({ name }) => [name, []]));
  for (let round = 0; round < RUNS; round += 1) {
    for (const { name, server, hash, storageState } of screens) {
      runs.get(name).push(await arrive(browser, server, hash, storageState));
    }
  }
  const summary = (of) => {
    const middle = (figure) => median(of.map((run) => run[figure]));
    return {
      paint: middle('paint'), usable: middle('usable'), blocked: middle('blocked'), nodes: middle('nodes'),
      files: of[0].asked.map((path) => path.slice(SUB_PATH.length) || 'index.html'),
    };
  };
  return new Map([...runs].map(([name, of]) => [name, summary(of)]));
}

async function weighed(screens, peerFolder) {
  const first = screens.get('home').files;
  return {
    'first load': await weigh(DIST, first),
    'with the référentiel': await weigh(DIST, [...first, FRAMEWORK]),
    'peer': await weigh(peerFolder, screens.get('peer').files),
  };
}

function printWeights(weights) {
  const kilobytes = (bytes) => (bytes / 1024).toFixed(1);
  row('kB (1,024 bytes)', ['raw', 'gzip', 'brotli', 'requests']);
  for (const [name, { raw, gzip, brotli, requests }] of Object.entries(weights)) {
    row(name, [kilobytes(raw), kilobytes(gzip), kilobytes(brotli), requests]);
  }
}

function printScreens(screens) {
  row('\nms, and nodes', ['first paint', 'usable', 'blocked', 'DOM nodes']);
  for (const [name, { paint, usable, blocked, nodes }] of screens) {
    row(name, [paint.toFixed(0), usable.toFixed(0), blocked.toFixed(0), nodes]);
  }
}

function printRatios(weights, screens) {
  const ratio = (name, value, limit) => {
    row(name, [value.toFixed(2), `≤ ${limit}`, value <= limit ? 'ok' : 'over']);
  };
  row('\nPaliers ÷ peer', ['ratio', 'aim', '']);
  ratio('bytes, référentiel too', weights['with the référentiel'].brotli / weights.peer.brotli, BYTES_RATIO);
  ratio('usable', screens.get('home').usable / screens.get('peer').usable, USABLE_RATIO);
}

function printAnswer({ questions, results }) {
  row('\nms, no slow-down', ['median', 'of']);
  row('an answer, on questions', [questions.toFixed(1), CHANGES]);
  row('undo or redo, on bilan', [results.toFixed(1), CHANGES]);
}

function row(name, cells) {
  console.log(name.padEnd(name.startsWith('\n') ? 27 : 26) + cells.map((cell) => String(cell).padStart(12)).join(''));
}
