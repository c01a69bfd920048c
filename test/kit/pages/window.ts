/**
 * One person's browser window: its size, and everything in it that should not have happened. Knows no page of the product.
 */
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';

const DESKTOP = { width: 1366, height: 768 } as const;
const PHONE = { width: 390, height: 844 } as const;

export interface Window {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors of the console and of scripts, and violations of the page's policy, in order. */
  readonly troubles: readonly string[];
  /** Addresses outside of the server that were asked for. */
  readonly elsewhere: readonly string[];
  close(): Promise<void>;
}

/** Whether a window has the service worker people have: starting it takes a second of processor for each window. */
export type Worker = 'with worker' | 'without worker';

/** A window with a storage of its own, as another person at another computer has it. */
export async function openWindow(
  browser: Browser,
  origin: string,
  size: 'desktop' | 'phone',
  worker: Worker = 'without worker',
): Promise<Window> {
  const phone = { viewport: PHONE, isMobile: true, hasTouch: true };
  const context = await browser.newContext({
    baseURL: origin,
    locale: 'es-PR',
    timezoneId: 'America/Puerto_Rico',
    // Camera and panels go where they go at once: nothing has to be waited for.
    reducedMotion: 'reduce',
    acceptDownloads: true,
    serviceWorkers: worker === 'with worker' ? 'allow' : 'block',
    ...(size === 'phone' ? phone : { viewport: DESKTOP }),
  });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const troubles: string[] = [];
  const elsewhere: string[] = [];
  watch(page, origin, troubles, elsewhere);
  context.on('page', (other) => watch(other, origin, troubles, elsewhere));
  return { context, page, troubles, elsewhere, close: () => context.close() };
}

function watch(page: Page, origin: string, troubles: string[], elsewhere: string[]): void {
  const { host } = new URL(origin);
  const look = (address: string): void => {
    const { protocol, host: asked } = new URL(address);
    if (/^(https?|wss?):$/.test(protocol) && asked !== host) elsewhere.push(address);
  };
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('request', (request) => look(request.url()));
  page.on('websocket', (socket) => look(socket.url()));
}

/** What the person has copied. */
export const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

/** Where TEMPANO_WALK_PICTURES names a folder, what every window shows is kept there: to look at after a failure. */
export async function keepPictures(walk: string, windows: readonly Window[]): Promise<void> {
  const folder = process.env.TEMPANO_WALK_PICTURES;
  if (!folder) return;
  for (const [i, { page }] of windows.entries()) await page.screenshot({ path: join(folder, `${walk}-${i}.png`) });
}

/** From now on nothing but the server can be reached; what was tried is in `elsewhere`. */
export async function denyElsewhere({ context }: Window, origin: string): Promise<void> {
  await context.route(
    (url) => url.origin !== origin,
    (route) => route.abort(),
  );
}
