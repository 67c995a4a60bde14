// What files weigh on the wire: as they are, by gzip, by brotli, each at its best.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** The bytes of `files` of a folder, each counted as often as it is named. */
export async function weigh(folder, files) {
  const total = { raw: 0, gzip: 0, brotli: 0, requests: files.length };
  for (const file of files) {
    const bytes = await readFile(join(folder, file));
    total.raw += bytes.length;
    total.gzip += gzipSync(bytes, { level: 9 }).length;
    total.brotli += brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  }
  return total;
}
