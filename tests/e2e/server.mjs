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

/** Serves `folder` under SUB_PATH on a free port. `change(path, bytes)` may return other bytes, or null for a 404. */
export async function serve(folder, { change = (_, bytes) => bytes, brotli = false } = {}) {
  const requests = [];
  const cache = new Map();
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    requests.push(path);
    if (!path.startsWith(SUB_PATH)) return response.writeHead(404).end();
    const name = normalize(decodeURIComponent(path.slice(SUB_PATH.length))) || 'index.html';
    const file = name === '.' || name === './' ? 'index.html' : name;
    let bytes;
    try { bytes = change(file, await readFile(join(folder, file))); } catch { bytes = null; }
    if (bytes === null) return response.writeHead(404).end();
    const headers = { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' };
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
  const url = `http://127.0.0.1:${server.address().port}${SUB_PATH}`;
  return { url, requests, close: () => new Promise((done) => { server.closeAllConnections(); server.close(done); }) };
}
