// Prints what one edit costs in a big dossier (tests/e2e/big.mjs), from the event to the painted frame, without any
// slow-down: on the plan, on what does not work, on an indicator. Asserts nothing: times belong to the machine and to the hour,
// but for what the main thread itself spends, which is compared with the aim.
import { loadavg } from 'node:os';
import * as app from '../e2e/app.mjs';
import { big } from '../e2e/big.mjs';
import { editCosts, median } from './measure.mjs';

const TIMES = 40;
const AIM = 16;
const UNDO = '.saved button:last-of-type';
const DECIDE = 'main button[aria-label^="Décider"]';
/** What is edited, where, with what, and how, after what, how often; a decision is measured as it is undone and done again. */
const EDITS = [
  ['plan: a letter in an action', '#/plan/p5', 'main form input[type=text]', 'type'],
  ['plan: a state chosen', '#/plan/p5', 'main form > label > select', 'choose'],
  ['plan: a piste decided', '#/plan', UNDO, 'click', DECIDE],
  ['irritant: its thématique', '#/ateliers?atelier=w0', 'main section:nth-of-type(2) li select', 'choose'],
  ['irritant: one more', '#/ateliers?atelier=w0', 'main section:nth-of-type(2) form', 'add'],
  ['irritant: a need', '#/ateliers?atelier=w0&temps=2&n=30', 'main section > form.adder', 'add', undefined, 10],
  ['axis: an action decided', '#/ateliers?atelier=w0&temps=3', UNDO, 'click', DECIDE],
  ['indicator: a value', '#/plan?vue=indicateurs&ligne=i3', 'main fieldset input[type=text]', 'type'],
  ['indicator: its title', '#/plan?vue=indicateurs&ligne=i3', 'main form > label > input', 'type'],
];

const RENDERING = ['UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Layerize', 'Commit'];

/** What the main thread spends on the frame of each edit, in ms of its own time: what else the machine does is not in it. */
function frames({ traceEvents }) {
  const events = traceEvents.filter((event) => event.tdur).sort((a, b) => a.ts - b.ts);
  const within = (inner, outer) => inner.tid === outer.tid && inner.ts >= outer.ts && inner.ts <= outer.ts + outer.dur;
  const edits = events.filter((event) => event.name === 'FireAnimationFrame')
    .filter((frame) => events.some((event) => event.name === 'EventDispatch' && within(event, frame)));
  return edits.map((frame) => {
    const after = events.filter((event) => event.tid === frame.tid && event.ts > frame.ts && RENDERING.includes(event.name));
    const end = after.findIndex((event) => event.name === 'Commit');
    return after.slice(0, end + 1).reduce((total, event) => total + event.tdur, frame.tdur) / 1000;
  });
}

const [host, browser] = await Promise.all([app.host(), app.launch()]);
try {
  const dossier = big();
  console.log(`One edit in a dossier of ${Math.round(JSON.stringify(dossier).length / 1024)} kB, Chromium ${browser.version()}, no slow-down; ${TIMES} edits each, ten for a list that grows`);
  const row = (name, cells) => console.log(name.padEnd(32) + cells.map((cell) => String(cell).padStart(10)).join(''));
  row('ms, event to paint, median', ['elapsed', 'spent', `aim ≤ ${AIM}`]);
  for (const [name, address, selector, gesture, first, times = TIMES] of EDITS) {
    const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' });
    const page = await app.open(context, `${host.url}#/donnees`);
    await app.openDossier(page, dossier);
    await app.go(page, address);
    if (first) await page.locator(first).first().click();
    await page.locator(selector).first().waitFor();
    await page.waitForTimeout(2_000);
    await browser.startTracing(page, { categories: ['devtools.timeline'] });
    const costs = await editCosts(page, selector, gesture, times);
    const spent = median(frames(JSON.parse((await browser.stopTracing()).toString())));
    row(name, [median(costs).toFixed(1), spent.toFixed(1), spent <= AIM ? 'ok' : 'over']);
    await context.close();
  }
  console.log(`Load of the machine over the last minute: ${loadavg()[0].toFixed(1)}`);
} finally {
  await Promise.all([browser.close(), host.close()]);
}
