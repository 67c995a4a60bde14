// A zip of files, packed by deflate, as a person's system makes one, unless it is asked not to.
import { crc32, deflateRawSync } from 'node:zlib';

/** The bytes of a zip that holds `[name, text]` files, packed or as they are. */
export function zip(files, packs = true) {
  const [parts, directory] = [[], []];
  let at = 0;
  for (const [name, text] of files) {
    const [bytes, content] = [Buffer.from(name), Buffer.from(text)];
    const packed = packs ? deflateRawSync(content) : content;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(packs ? 8 : 0, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(bytes.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), common, bytes, packed);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, bytes);
    at += 4 + common.length + bytes.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, list, end]);
}
