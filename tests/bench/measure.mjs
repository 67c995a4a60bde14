// Measures a page in Chromium: how a screen arrives on a slow machine and network, and what one change costs.
//
// « Usable » is the first moment when a control in `main` is painted and the main thread is free to answer it. Links,
// fields and buttons are controls; those of the banners above a screen are not. Paliers and SurveyJS put a control in
// the page together with what listens to it.
const CPU = 4;
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 1.6e6 / 8 };
/** How long a screen is still watched once it is usable: long enough for what Paliers loads when idle. */
const AFTER = 3_000;
const PATIENCE = 60_000;

/** Runs in the page, before anything else. */
function watch() {
  const control = ':is(a[href], button, input, select, textarea, summary)';
  const seen = { usable: 0, blocked: 0 };
  globalThis.seen = seen;
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) seen.blocked += task.duration - 50;
  }).observe({ type: 'longtask', buffered: true });
  const observer = new MutationObserver(() => {
    if (!document.querySelector(`main ${control}:not(.banners *)`)) return;
    observer.disconnect();
    // A message sent from a frame comes back once that frame is painted.
    const painted = new MessageChannel();
    painted.port1.onmessage = () => { seen.usable = performance.now(); };
    requestAnimationFrame(() => painted.port2.postMessage(null));
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** One cold arrival at an address: milliseconds, nodes, and the paths asked for until it was usable. */
export async function arrive(browser, { url, requests }, hash, storageState) {
  const context = await browser.newContext({ storageState });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', NETWORK);
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU });
    await page.addInitScript(watch);
    requests.length = 0;
    await page.goto(url + hash, { waitUntil: 'commit' });
    await page.waitForFunction(() => globalThis.seen.usable > 0, undefined, { timeout: PATIENCE });
    const asked = [...requests];
    await page.waitForTimeout(AFTER);
    const figures = await page.evaluate(() => {
      const paint = performance.getEntriesByName('first-contentful-paint')[0].startTime;
      const { usable, blocked } = globalThis.seen;
      // A frame reaches the screen a little after the main thread is done with it.
      return { paint, usable: Math.max(usable, paint), blocked, nodes: document.querySelectorAll('*').length };
    });
    return { ...figures, asked };
  } finally {
    await context.close();
  }
}

/** What a click costs, `times` times, on the elements of a selector in turn: from the click to the painted frame. */
export function clickCosts(page, selector, times) {
  return editCosts(page, selector, 'click', times);
}

/** What an edit costs, `times` times, on the elements of a selector in turn: from the event to the painted frame. */
export function editCosts(page, selector, gesture, times) {
  return page.evaluate(async ([selector, gesture, times]) => {
    const frame = () => new Promise(requestAnimationFrame);
    const type = (field, i) => {
      field.value = `${field.value.slice(0, 40)}${i % 10}`;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const gestures = {
      click: (element) => element.click(),
      type,
      choose: (list) => {
        list.selectedIndex = (list.selectedIndex + 1) % list.options.length;
        list.dispatchEvent(new Event('change', { bubbles: true }));
      },
      // A line that is typed, and its Enter.
      add: (form, i) => {
        type(form.querySelector('input'), i);
        form.querySelector('button').click();
      },
    };
    const costs = [];
    for (let i = 0; i < times; i += 1) {
      await frame();
      const targets = document.querySelectorAll(selector);
      const painted = new MessageChannel();
      // The edit is made within a frame, so that no wait for the screen is counted.
      costs.push(await new Promise((done) => {
        requestAnimationFrame(() => {
          const start = performance.now();
          painted.port1.onmessage = () => done(performance.now() - start);
          gestures[gesture](targets[i % targets.length], i);
          painted.port2.postMessage(null);
        });
      }));
    }
    return costs;
  }, [selector, gesture, times]);
}

/** The middle of some numbers. */
export function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
