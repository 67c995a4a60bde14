// The page holds its own files: `fetch` and `Worker` answer from inside it, and nothing else knows. Names and lengths of
// the compressed files, in the order of their bytes:
const FILES = [/*files*/];
const SCRIPT = /*script*/, MODULE = /*module*/;
const here = new URL(".", document.baseURI).href;
const network = globalThis.fetch;

// The bytes between the tags. An HTML reader has made characters of them; where a host announced another encoding than
// the page's, the characters are spoilt, and the page is asked for once more, as bytes.
async function held() {
  const place = document.getElementById("inside");
  let characters = place.textContent;
  if (document.characterSet !== "windows-1252") {
    const page = await (await network(location.href)).arrayBuffer();
    const text = new TextDecoder("windows-1252").decode(page);
    const tag = "id=inside>", start = text.indexOf(tag) + tag.length;
    characters = text.slice(start, text.indexOf("<" + "/script>", start));
  }
  place.remove();
  const every = new TextDecoder("windows-1252").decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  const byteOf = new Map([...every].map((character, byte) => [character, byte]));
  const bytes = new Uint8Array(characters.length);
  let size = 0;
  for (let i = 0; i < characters.length; i++) {
    const byte = byteOf.get(characters[i]);
    bytes[size++] = byte === 0x5c ? byteOf.get(characters[++i]) ^ 0x40 : byte;
  }
  const files = new Map();
  let at = 0;
  for (const [name, length] of FILES) files.set(name, bytes.subarray(at, at += length));
  return files;
}

const files = await held();

// The bytes of a file, or nothing.
async function open(name) {
  const packed = files.get(name.startsWith(here) ? name.slice(here.length) : name);
  return packed && new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer();
}

async function address(name) {
  return URL.createObjectURL(new Blob([await open(name)], { type: "text/javascript" }));
}

globalThis.fetch = async (name) => {
  const bytes = await open(String(name));
  return bytes ? new Response(bytes) : new Response(null, { status: 404 });
};

const scripts = new Map();
for (const name of files.keys()) if (name.endsWith(".js")) scripts.set(name, await address(name));
const Outside = globalThis.Worker;
globalThis.Worker = class extends Outside {
  constructor(name) { super(scripts.get(name)); }
};

globalThis.paliersInside = { script: scripts.get(SCRIPT), module: open(MODULE) };
