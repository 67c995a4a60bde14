// What every browser test needs: the built folder on a bare host, Debian's Chromium, and a page that tells its faults.
import { chromium } from 'playwright-core';
import { fileURLToPath } from 'node:url';
import { serve } from './server.mjs';

export const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

/** Chromium from Debian, or the one that CHROMIUM names. */
export function launch(options = {}) {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: FLAGS, ...options });
}

export function profile(folder, options = {}) {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  return chromium.launchPersistentContext(folder, { executablePath, args: FLAGS, ...options });
}

/** The built app on a bare host. */
export function host(options) {
  return serve(DIST, options);
}

/** A page whose console errors, CSP reports and dialogs are collected in `page.faults`. */
export async function open(context, url) {
  const page = await context.newPage();
  page.faults = [];
  page.on('console', (message) => { if (message.type() === 'error') page.faults.push(message.text()); });
  page.on('pageerror', (error) => page.faults.push(String(error)));
  page.on('dialog', (dialog) => { page.faults.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  await page.goto(url);
  return page;
}
