// Bytes of the built folder against its budgets, in brotli as a host sends them; prints a table, and ends with 1 when
// one is exceeded. The parts of the app are loaded on demand or at idle (docs/decisions/0013-parts-on-demand.md).
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const KB = 1024;

function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]));
}

function brotli(bytes) {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  return brotliCompressSync(bytes, { params: { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
}

const all = files(DIST).map((path) => ({ name: relative(DIST, path), raw: statSync(path).size, brotli: brotli(readFileSync(path)) }));
const pick = (pattern) => all.filter((file) => pattern.test(file.name));

// What the page loads before it can be used; what comes with a screen; what is then fetched at idle.
const PART = /^(split|chunk)-[^/]+\.wasm$/;
const parts = pick(PART);
const usable = pick(/^(index\.html|(?!sw\.js|documents-)[^/]+\.(css|js|wasm))$/).filter((file) => !PART.test(file.name));
const framework = pick(/^frameworks\/egn-2020\.json$/);
// Fetched when the report, or the documents of several schools, are opened (docs/decisions/0008-the-worker-comes-with-the-report.md).
const documents = pick(/^documents-[^/]+\.(js|wasm)$/);
const idle = [...framework, ...pick(/^sw\.js$/), ...pick(/^pages\/.*\.json$/), ...pick(/^examples\/ecole\.paliers\.json$/)];

const BUDGETS = [
  ['up to usable (html, css, js, wasm), brotli', usable, 'brotli', 190 * KB],
  ['first load and référentiel, brotli', [...usable, ...framework], 'brotli', 205 * KB],
  ['parts on demand (every screen), brotli', parts, 'brotli', 640 * KB],
  ['référentiel, brotli', framework, 'brotli', 60 * KB],
  ['fetched at idle (référentiel, pages, example), brotli', idle, 'brotli', 200 * KB],
  ['fetched with the report, or the documents of several schools (worker), brotli', documents, 'brotli', 192 * KB],
  ['up to usable, without compression', usable, 'raw', Math.floor(1.1 * KB * KB)],
];

const row = (name, size, of = '', mark = '') =>
  console.log(`${name.padEnd(56)}${String(size).padStart(10)}${String(of).padStart(10)}  ${mark}`);

row('file', 'brotli', 'raw');
for (const file of [...usable, ...parts, ...idle, ...documents]) row(`  ${file.name}`, file.brotli, file.raw);
row('\nbudget', 'bytes', 'at most');
let exceeded = 0;
for (const [name, members, kind, most] of BUDGETS) {
  if (!members.length) throw new Error(`no file for « ${name} »`);
  const size = members.reduce((total, file) => total + file[kind], 0);
  exceeded += size > most;
  row(name, size, most, size > most ? `beyond by ${size - most}` : 'ok');
}
process.exitCode = exceeded ? 1 : 0;
