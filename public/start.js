// Starts Paliers, and gives the data back when it cannot run.
//
// The app is loaded from the preload links of the page, each with its integrity: a changed byte is refused. After a
// trap the WebAssembly must not be called again, so the rescue screen is made by JavaScript alone: it reads the
// dossiers from IndexedDB, or the texts handed over when there is no storage. Names of the database and of the
// preferences come from the folder's path, here and only here: two copies on one host never mix.
const scope = "paliers:" + new URL(".", document.baseURI).pathname;
const root = document.documentElement;
root.dataset.scope = scope;
try {
  const theme = JSON.parse(localStorage.getItem(scope + "theme"));
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
} catch { /* no storage, or not ours: the system's theme */ }

let over = false;

// The app's script and its module, as the page announces them; a page that holds its own files has them at hand.
function announced() {
  const wasm = document.querySelector("link[rel=preload][type='application/wasm']");
  return { script: document.querySelector("link[rel=modulepreload]").href, module: fetch(wasm.href, { integrity: wasm.integrity }) };
}

function el(name, text, props) {
  return Object.assign(document.createElement(name), { textContent: text }, props);
}

// Every stored dossier as [file name, text]; never throws.
async function stored() {
  const texts = await new Promise((done) => {
    const request = (() => { try { return indexedDB.open(scope); } catch { return null; } })();
    if (!request) return done([]);
    request.onupgradeneeded = () => request.transaction.abort();
    request.onerror = () => done([]);
    request.onsuccess = () => {
      try {
        const all = request.result.transaction("dossiers").objectStore("dossiers").getAll();
        all.onsuccess = () => done(all.result.map((record) => record.text));
        all.onerror = () => done([]);
      } catch { done([]); }
    };
  });
  texts.push(...(globalThis.paliersUnsaved ?? []));
  return texts.map((text, i) => [`sauvegarde-${i + 1}.paliers.json`, text]);
}

function download(name, text) {
  const href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  el("a", "", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60000);
}

async function give(status) {
  const files = await stored();
  for (const [name, text] of files) download(name, text);
  status.textContent = files.length
    ? `${files.length} fichier(s) enregistré(s) dans vos téléchargements. Vous pourrez les ouvrir dans « Mes dossiers ».`
    : "Aucun dossier n’a été trouvé sur cet ordinateur.";
}

function rescue(why) {
  if (over) return;
  over = true;
  console.error(why);
  const main = el("main", "", { id: "main", className: "stack-l" });
  const title = el("h1", "Paliers s’est arrêté.", { className: "say", tabIndex: -1 });
  const status = el("p", "");
  status.setAttribute("role", "status");
  const acts = el("div", "", { className: "acts" });
  const save = el("button", "Télécharger mes données", { type: "button", className: "btn go", onclick: () => give(status) });
  const again = el("button", "Recharger la page", { type: "button", className: "btn", onclick: () => location.reload() });
  acts.append(save, again);
  main.append(title, el("p", "Ce qui était enregistré sur cet ordinateur y est toujours. Téléchargez d’abord vos données, puis rechargez la page. Si l’arrêt revient, gardez le fichier : il se rouvrira dans une autre version."), acts, status);
  document.querySelector("main")?.remove();
  document.body.replaceChildren(main);
  title.focus();
}

addEventListener("error", (event) => { if (event.error instanceof WebAssembly.RuntimeError) rescue(event.error); });
addEventListener("unhandledrejection", (event) => { if (event.reason instanceof WebAssembly.RuntimeError) rescue(event.reason); });

try {
  const { script, module } = globalThis.paliersInside ?? announced();
  const { default: init } = await import(script);
  await init({ module_or_path: module });
} catch (why) {
  rescue(why);
}

// Once idle, the files used so far are kept for a dropped network, where the browser can (not on plain http).
async function keep() {
  const registration = await navigator.serviceWorker.register("sw.js");
  await navigator.serviceWorker.ready;
  const base = new URL(".", document.baseURI).href;
  const used = performance.getEntriesByType("resource").map((entry) => entry.name);
  const files = [base, location.href.split("#")[0], ...used].filter((url) => url.startsWith(base) && !url.endsWith("sw.js"));
  // The worker of the documents is used on some visits only; what another visit kept of it stays.
  const [script, , module] = document.querySelector("meta[name=documents]").content.split(",");
  const stay = [script, module].map((name) => new URL(name, base).href);
  registration.active.postMessage({ files: [...new Set(files)], stay });
}
if ("serviceWorker" in navigator && !globalThis.paliersInside && !navigator.connection?.saveData) {
  const later = () => navigator.onLine && keep().catch(() => { /* refused: the app only needs the network at its next start */ });
  setTimeout(later, 5000);
  addEventListener("paliers:used", later);
}
