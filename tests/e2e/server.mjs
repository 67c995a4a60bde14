// A static host as bare as they come: a sub-path, plain http, `.wasm` as application/octet-stream, no header to help.
// It counts every request, and can answer with other bytes to play a damaged or a dropped network.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.wasm': 'application/octet-stream',
};

export const SUB_PATH = '/numerique/paliers/';

/** What this host was asked for and is forced to answer with, or the file; null for a 404. */
async function look(folder, file, pages, change) {
  if (pages[file]) return Buffer.from(pages[file]);
  try { return change(file, await readFile(join(folder, file))); } catch { return null; }
}

/**
 * Serves `folder` under each of `paths` on a free port. `change(file, bytes)` may return other bytes, or null for a
 * 404; `pages` adds files that are not in the folder; `headers` go with every answer.
 */
export async function serve(folder, options = {}) {
  const { change = (_, bytes) => bytes, brotli = false, paths = [SUB_PATH], pages = {}, headers: extra = {} } = options;
  const requests = [];
  const cache = new Map();
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    requests.push(path);
    const base = paths.find((prefix) => path.startsWith(prefix));
    if (!base) return response.writeHead(404).end();
    const name = normalize(decodeURIComponent(path.slice(base.length))) || 'index.html';
    const file = name === '.' || name === './' ? 'index.html' : name;
    let bytes = await look(folder, file, pages, change);
    if (bytes === null) return response.writeHead(404, extra).end();
    const headers = { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', ...extra };
    if (brotli && request.headers['accept-encoding']?.includes('br')) {
      if (!cache.has(file)) {
        cache.set(file, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
      }
      headers['content-encoding'] = 'br';
      bytes = cache.get(file);
    }
    response.writeHead(200, headers).end(bytes);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const urls = paths.map((path) => `http://127.0.0.1:${server.address().port}${path}`);
  const close = () => new Promise((done) => { server.closeAllConnections(); server.close(done); });
  return { url: urls[0], urls, requests, close };
}
