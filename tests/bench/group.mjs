// Several schools from one zip: how long it takes to read, check and show them, and how it grows. Then the same files in a
// zip that packs nothing: reading and computing alone, beside JSON.parse over the same texts in the same page. Asserts
// nothing: times belong to the machine and to the hour.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as app from '../e2e/app.mjs';
import { zip } from '../e2e/zip.mjs';
import { median } from './measure.mjs';

const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1_000, 2_000, 5_000, 10_000];
const RUNS = 5;

/** The file of a school for the animator, on the whole référentiel, two points d’étape. */
export function school(n) {
  const types = [['elementaire'], ['college'], ['lycee_gt'], ['lycee_pro']][n % 4];
  const asked = app.FRAMEWORK.criteria.filter((c) => !c.applies_to?.length || c.applies_to.some((type) => types.includes(type)));
  const step = (id, date, shift) => ({
    id, date, scope: 'complete', participants: { direction: 1, enseignants: 4, parents: 2 },
    answers: Object.fromEntries(asked.map((c, i) => [c.id, (n + i) % 9 === 0 ? { status: 'unknown' } : { level: (n * 7 + i * 3 + shift) % 4 }])),
  });
  return {
    format: 'paliers-dossier', schema: 1, id: `ecole-${n}`, framework: { id: app.FRAMEWORK.id, version: app.FRAMEWORK.version },
    school: { types, commune: `Commune ${n % 60}`, pupils: 100 + (n % 700) },
    campaigns: [step('a', '2025-11-12', 0), step('b', '2026-11-12', 1)], plan: [],
  };
}

/** Its text as the app writes it: the format and the schema, then the fields of each object in the order of their names. */
export function text(school) {
  const ordered = (value) => {
    if (Array.isArray(value)) return value.map(ordered);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.keys(value).sort().map((name) => [name, ordered(value[name])]));
  };
  const { format, schema, ...fields } = school;
  return JSON.stringify({ format, schema, ...ordered(fields) }, null, 2);
}

/** Milliseconds from the choice of the zip to its schools on the screen, and what the page measured of it. */
async function once(browser, url, schools, path, texts) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}#/groupe`, { waitUntil: 'networkidle' });
  const input = page.getByLabel('Déposer ou choisir les fichiers');
  await input.waitFor();
  await page.evaluate((words) => {
    addEventListener('change', () => { globalThis.began = performance.now(); }, { capture: true, once: true });
    new MutationObserver((_, observer) => {
      if (!document.body.innerText.includes(words)) return;
      observer.disconnect();
      const painted = new MessageChannel();
      painted.port1.onmessage = () => { globalThis.shown = performance.now(); };
      requestAnimationFrame(() => painted.port2.postMessage(null));
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  }, `${schools} écoles dans la vue`.replace('s écoles', 's\u00a0écoles').replace(`${schools} `, `${schools}\u00a0`));
  await input.setInputFiles(path);
  await page.waitForFunction(() => globalThis.shown > 0, undefined, { timeout: 120_000 });
  const figures = await page.evaluate((texts) => {
    const start = performance.now();
    let schools = 0;
    for (const text of texts) schools += JSON.parse(text).campaigns.length > 0;
    const parse = performance.now() - start;
    const spent = performance.getEntriesByName('paliers-read').reduce((total, entry) => total + entry.duration, 0);
    return { shown: globalThis.shown - globalThis.began, parse, spent, schools, nodes: document.querySelectorAll('*').length };
  }, texts);
  await context.close();
  return figures;
}

async function main() {
  const [host, browser] = await Promise.all([app.host(), app.launch()]);
  // Files on a disk, as a person has them: what Playwright hands over itself keeps both sides busy.
  const folder = mkdtempSync(join(tmpdir(), 'paliers-bench-'));
  const kept = (name, bytes) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  const row = (cells) => console.log(cells.map((cell) => String(cell).padStart(13)).join(''));
  try {
    console.log(`Several schools from a zip, Chromium ${browser.version()}; median of ${RUNS} runs`);
    row(['schools', 'kB, text', 'shown, ms', 'µs a school', 'nodes', 'read, ms', 'JSON.parse', 'read ÷ parse']);
    for (const size of SIZES) {
      const texts = Array.from({ length: size }, (_, n) => text(school(n)));
      const files = texts.map((content, n) => [`e${n}.paliers.json`, content]);
      const [packed, plain] = [kept('ecoles.zip', zip(files)), kept('telles-quelles.zip', zip(files, false))];
      const [shown, read] = [[], []];
      for (let run = 0; run < RUNS; run += 1) {
        shown.push(await once(browser, host.url, size, packed, texts));
        read.push(await once(browser, host.url, size, plain, texts));
      }
      const of = (runs, figure) => median(runs.map(figure));
      const length = texts.reduce((total, content) => total + content.length, 0);
      row([size, Math.round(length / 1024), of(shown, (run) => run.shown).toFixed(0),
        of(shown, (run) => (run.spent * 1000) / size).toFixed(0), of(shown, (run) => run.nodes),
        of(read, (run) => run.spent).toFixed(0), of(read, (run) => run.parse).toFixed(0),
        of(read, (run) => run.spent / run.parse).toFixed(1)]);
    }
  } finally {
    rmSync(folder, { recursive: true });
    await Promise.all([browser.close(), host.close()]);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
