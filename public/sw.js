// Keeps the app at hand when the network drops. Nothing about a school passes here: dossiers live in IndexedDB.
//
// The page says, once idle, which files it used; they are kept, and everything else is let go of. Files whose name
// carries a hash never change: the kept one is served. All others (the page, the référentiel, what a host may replace)
// come from the network first, and from what was kept only when it fails.
const NAME = "paliers";
const HASHED = /-[0-9a-f]{16}(_bg)?\.\w+$/;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

async function keep({ files: urls, stay }) {
  const cache = await caches.open(NAME + registration.scope);
  const kept = (await cache.keys()).map((request) => request.url);
  await Promise.all(kept.filter((url) => !urls.includes(url) && !stay.includes(url)).map((url) => cache.delete(url)));
  await Promise.all(urls.filter((url) => !kept.includes(url) || !HASHED.test(url)).map(async (url) => {
    // What the browser has just received is taken from its own cache: nothing is downloaded twice.
    const response = await fetch(url, { cache: "force-cache" }).catch(() => null);
    if (response?.ok) await cache.put(url, response);
  }));
}

async function answer(request) {
  const cache = await caches.open(NAME + registration.scope);
  const kept = await cache.match(request.url, { ignoreVary: true });
  if (kept && HASHED.test(request.url)) return kept;
  try {
    return await fetch(request);
  } catch (why) {
    if (kept) return kept;
    throw why;
  }
}

addEventListener("message", (event) => event.waitUntil(keep(event.data)));
addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && event.request.url.startsWith(registration.scope)) {
    event.respondWith(answer(event.request));
  }
});
