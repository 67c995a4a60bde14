// The documents we make, opened by the programs that people use: LibreOffice, a PDF reader, the Nu HTML checker.
// `make documents-check` writes them first. What is read here is what the programs understood, not what we wrote.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

const root = new URL("../../", import.meta.url).pathname;
const made = join(root, "target/documents/made");
const names = ["exemple", "conseil", "plein", "conseil-plein", "vide"];
const workshops = ["vendee", "responsable", "gouvernance"];
const letters = ["exemple", "plein"];
const opened = mkdtempSync(join(tmpdir(), "paliers-documents-"));
after(() => rmSync(opened, { recursive: true, force: true }));

const run = (command, ...parameters) => execFileSync(command, parameters, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
const plain = (text) => text.replace(/[\s\u00a0\u202f]+/g, " ");
const file = (name) => readFileSync(join(opened, name), "utf8");

/** Opens files of ours and writes them in another format: a file that needs repair is not opened without a window. */
function convert(format, ending, of = names) {
  const files = of.map((name) => join(made, `${name}-${ending}`));
  run("soffice", `-env:UserInstallation=file://${opened}/profile`, "--headless", "--convert-to", format, "--outdir", opened, ...files);
}

before(() => {
  convert("pdf", "rapport.odt");
  // As a browser offers it: semicolons, UTF-8, every sheet, typed cells as they are shown.
  convert("csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1", "donnees.ods");
  convert("fods", "donnees.ods");
  convert("pdf", "donnees.ods");
  convert("pdf", "lettre.odt", letters);
  convert("pdf", "atelier.odt", workshops);
  convert("txt:Text (encoded):UTF8", "atelier.odt", workshops);
});

/** The documents to adapt, as files without their ending. */
const adapted = readdirSync(join(made, "../papers")).filter((name) => name.endsWith(".odt")).map((name) => name.slice(0, -4));

before(() => {
  const files = adapted.map((name) => join(made, "../papers", `${name}.odt`));
  run("soffice", `-env:UserInstallation=file://${opened}/profile`, "--headless", "--convert-to", "pdf", "--outdir", opened, ...files);
});

const unescape = (text) =>
  text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&amp;/g, "&");

/** The titles of a report, as its page of HTML says them. */
function titles(name) {
  const html = readFileSync(join(made, `${name}-rapport.html`), "utf8");
  return [...html.matchAll(/<h[1-4]>(.*?)<\/h[1-4]>/gs)].map(([, title]) => plain(unescape(title)).trim());
}

for (const name of names) {
  test(`${name}: LibreOffice opens the ODT and its titles are there, in order`, () => {
    const text = plain(run("pdftotext", "-layout", join(opened, `${name}-rapport.pdf`), "-"));
    const words = (title) => title.split(" ");
    let at = 0;
    for (const title of titles(name)) {
      // A title may be broken over lines, and the layout may put spaces: its words are looked for one after the other.
      for (const word of words(title)) {
        const found = text.indexOf(word, at);
        assert.ok(found >= 0, `« ${title} »: « ${word} » is not after character ${at}`);
        at = found + word.length;
      }
    }
    assert.ok(titles(name).length >= 8);
  });

  test(`${name}: LibreOffice opens the ODS, its cells are typed and none is a formula`, () => {
    const sheets = file(`${name}-donnees.fods`);
    assert.equal(sheets.match(/table:formula/g), null);
    assert.deepEqual([...sheets.matchAll(/<table:table table:name="(.*?)"/g)].map((m) => m[1]), ["Réponses", "Résultats", "Plan", "Indicateurs", "Annuaire"]);
    if (name === "vide") return;
    assert.ok(sheets.match(/office:value-type="percentage" office:value="0\.\d+"/g)?.length >= 5);
    // Two equal numbers side by side are one repeated cell.
    assert.ok(sheets.match(/office:value-type="float"/g)?.length >= 5);
    assert.ok(sheets.match(/office:value-type="date" office:date-value="\d{4}-\d\d-\d\d"/g)?.length >= 1);
  });

  test(`${name}: as CSV, LibreOffice says what our own CSV says`, () => {
    const results = file(`${name}-donnees-Résultats.csv`).trim().split("\n");
    const ours = readFileSync(join(made, `${name}-resultats.csv`), "utf8").replace("\ufeff", "").trim().split("\r\n");
    const same = (line) => plain(line).replace(/"/g, "").replace(/ %/g, "%").replace(/(\d\d)\/(\d\d)\/(\d{4})/g, "$3-$2-$1").trim();
    assert.deepEqual(results.map(same), ours.map(same));
  });

  test(`${name}: the page of HTML has no fault and asks for nothing`, () => {
    const page = join(made, `${name}-rapport.html`);
    const jar = join(root, "tests/exports/node_modules/vnu-jar/build/dist/vnu.jar");
    run("java", "-jar", jar, "--Werror", page);
    assert.doesNotMatch(readFileSync(page, "utf8").replaceAll('xmlns="http://www.w3.org/2000/svg"', ""), /<script|<link|<img|@import|url\(["']?(?!#)|href=/);
  });
}

for (const name of ["conseil", "conseil-plein"]) {
  test(`${name}: the two pages for the conseil are two`, () => {
    assert.match(run("pdfinfo", join(opened, `${name}-rapport.pdf`)), /Pages: +2\n/);
  });
}

test("texts that look like formulas arrive as texts", () => {
  const answers = file("plein-donnees-Réponses.csv");
  assert.ok(answers.includes("'=1+1 <b>& « l’été »"));
  assert.ok(!/(^|;|")[=+@-]\d/.test(answers));
});

/** The words of a PDF, in reading order. */
const words = (name) => plain(run("pdftotext", join(opened, name), "-"));

for (const name of letters) {
  test(`${name}: LibreOffice opens the letter, which says to whom, what is asked and on what fact`, () => {
    const text = words(`${name}-lettre.pdf`);
    const order = [name === "plein" ? "À l’académie" : "À la commune", "Objet : nos demandes", "Madame, Monsieur,", "1. ",
      "Aujourd’hui : ", "Ce que cela rendrait possible : ", "référentiel proposé, non officiel", "Pour le comité numérique"];
    let at = -1;
    for (const part of order) {
      const found = text.indexOf(part, at + 1);
      assert.ok(found > at, `« ${part} » is not after character ${at}: ${text.slice(0, 400)}`);
      at = found;
    }
    assert.doesNotMatch(text, /=1\+1|Mme Nom/, "a note or a name");
  });
}

for (const name of workshops) {
  test(`${name}: LibreOffice opens the three tables of the workshop, with the words of the documents`, () => {
    assert.match(words(`${name}-atelier.pdf`), /3\. Plan d’action/);
    // Cell after cell: a PDF mixes the columns.
    const text = plain(file(`${name}-atelier.txt`));
    for (const title of ["Diagnostic des points forts et irritants", "Synthèse des besoins & axes d’amélioration",
      "Plan d’action pour répondre aux besoins et activer les leviers d’amélioration", "Irritants principaux",
      "Axes d’amélioration principaux (Quoi)", "Actions à mener (Comment)", "Acteurs mobilisés"]) {
      assert.ok(text.includes(title), title);
    }
    const { workshops: [workshop], plan } = JSON.parse(readFileSync(join(root, `public/examples/atelier-${name}.paliers.json`), "utf8"));
    for (const said of [...workshop.cards, ...workshop.needs, ...workshop.axes].map((one) => one.text).concat(plan.map((item) => item.title))) {
      assert.ok(text.includes(plain(said)), said);
    }
  });
}

test("indicators are numbers where they are numbers, and the directory keeps its names", () => {
  const sheets = file("plein-donnees.fods");
  assert.match(sheets, /office:value-type="float" office:value="62\.5"/);
  assert.match(sheets, /office:value-type="float" office:value="-71\.5"/);
  assert.doesNotMatch(sheets, /Mme Nom/);
  assert.match(file("plein-donnees-Annuaire.csv"), /Direction/);
});

test("every document was made", () => {
  const kinds = ["rapport.odt", "donnees.ods", "rapport.html", "reponses.csv", "resultats.csv", "plan.csv", "indicateurs.csv", "annuaire.csv"];
  const tables = ["atelier.odt", "atelier-diagnostic.csv", "atelier-besoins.csv", "atelier-plan.csv"];
  const all = [names.map((name) => [name, kinds]), letters.map((name) => [name, ["lettre.odt"]]), workshops.map((name) => [name, tables])];
  const expected = all.flat().flatMap(([name, endings]) => endings.map((ending) => `${name}-${ending}`));
  assert.deepEqual(readdirSync(made).sort(), expected.sort());
});

for (const name of adapted) {
  test(`${name}: LibreOffice opens the document to adapt, what was written stands there, and it says who reads it again`, () => {
    const text = words(`${name}.pdf`);
    for (const part of ["=1+1 <b>& « l’été »", "Modèle proposé, à faire relire.", "À relire par"]) assert.ok(text.includes(part), `${part}: ${text}`);
    assert.doesNotMatch(text, /[{}]|Mme Nom/, "a name of the school left unsaid, or a name of the directory");
    const page = join(made, "../papers", `${name}.html`);
    run("java", "-jar", join(root, "tests/exports/node_modules/vnu-jar/build/dist/vnu.jar"), "--Werror", page);
  });
}

test("the six documents to adapt are there twice, and the reflex sheet is one page", () => {
  const of = (school) => ["charte", "familles", "incident", "mission", "phare", "pret"].map((model) => `${model}-${school}`);
  for (const name of [...of("ecole"), ...of("college")]) assert.ok(adapted.includes(name), name);
  for (const name of ["incident-ecole", "incident-college"]) assert.match(run("pdfinfo", join(opened, `${name}.pdf`)), /Pages: +1\n/, name);
});
