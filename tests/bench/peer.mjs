// Makes the page Paliers is compared with, on the spot and in a temporary folder: the same questions, a comment for
// each, a page for each thématique, and a radar of the results, by SurveyJS and Chart.js, bundled and minified.
import { build } from 'esbuild';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PAGE = fileURLToPath(new URL('peer-page.js', import.meta.url));
const HTML = `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Où en sommes-nous avec le numérique ?</title>
<link rel="stylesheet" href="peer-page.css">
<script type="module" src="peer-page.js"></script>
</head>
<body><main id="main"></main></body>
</html>
`;

/** The peer page of a référentiel, as `{ folder, remove }`. */
export async function makePeer(framework) {
  const folder = await mkdtemp(join(tmpdir(), 'paliers-peer-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await writeFile(join(folder, 'index.html'), HTML);
    await build({
      entryPoints: [PAGE], outdir: folder, bundle: true, minify: true, format: 'esm', target: 'es2022',
      plugins: [given('peer:questionnaire', questionnaire(framework))],
    });
  } catch (why) {
    await remove();
    throw why;
  }
  return { folder, remove };
}

/** Answers the import of `name` with a value. */
function given(name, value) {
  const namespace = 'given';
  return {
    name,
    setup({ onResolve, onLoad }) {
      onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace }));
      onLoad({ filter: /.*/, namespace }, () => ({ contents: JSON.stringify(value), loader: 'json' }));
    },
  };
}

/** The référentiel as SurveyJS takes it: every criterion a choice among its four facts. */
function questionnaire({ title, thematiques, criteria }) {
  const question = (criterion) => ({
    type: 'radiogroup', name: criterion.id, title: criterion.question, description: criterion.decide,
    choices: criterion.levels.map(({ level, text }) => ({ value: level, text })),
    showCommentArea: true, commentText: 'Note',
  });
  const page = (thematique) => {
    const within = new Set(thematique.sub_themes.map((subTheme) => subTheme.id));
    const elements = criteria.filter((criterion) => within.has(criterion.sub_theme)).map(question);
    return { name: thematique.id, title: thematique.title, elements };
  };
  return { title, showProgressBar: true, pages: thematiques.map(page) };
}
