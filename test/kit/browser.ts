/**
 * Starts the browser of a test. Knows nothing of the pages it will open.
 * Without any browser the walks are skipped with one line, or fail if TEMPANO_REQUIRE_BROWSER=1.
 */
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { describe } from 'vitest';
import { findChromium } from './chromium.ts';

const found = findChromium();

if (!found) {
  const notice = 'No Chromium here: browser tests are skipped. Install one, or set TEMPANO_CHROMIUM to its path.';
  if (process.env.TEMPANO_REQUIRE_BROWSER === '1') throw new Error(notice);
  console.warn(notice);
}

/** `describe` for tests that need a browser: skipped where there is none. */
export function describeInBrowser(name: string, walks: () => void): void {
  describe.skipIf(!found)(name, walks);
}

/** Kept beside the modules, which every file of tests has anew. */
const kept: { tempanoBrowser?: Promise<Browser> } = globalThis as object;

/** The headless Chromium all walks share; it ends with the process of the tests. Throws where there is none: use `describeInBrowser`. */
export async function walkBrowser(): Promise<Browser> {
  const browser = await kept.tempanoBrowser;
  if (browser?.isConnected()) return browser;
  kept.tempanoBrowser = launchBrowser();
  return kept.tempanoBrowser;
}

/** A headless Chromium of its own; whoever launches it closes it. */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  if (!found) throw new Error('There is no browser to launch.');
  return chromium.launch({
    executablePath: found.executable,
    env: { ...process.env, ...found.env },
    // Chromium refuses its sandbox to root, and the user of a container often is root.
    chromiumSandbox: process.getuid?.() !== 0 && Object.keys(found.env).length === 0,
    ...options,
  });
}
