/**
 * The service worker: keeps the page and its parts on this device, so that boards that are kept here open without a
 * connection. Holds files of the product only, never an answer of the API. Built into one file, /sw.js.
 */
import { isServerGone, wayOf } from './ways.ts';

declare const self: ServiceWorkerGlobalScope;
/** Written in by the build (tools/offline-worker.ts): what this version is called, what is kept of it, and all the rest. */
declare const BUILT: { readonly name: string; readonly files: readonly string[]; readonly others: readonly string[] };

const { name, files, others } = BUILT;
/** All addresses of the product begin with the same page. It is kept under this one alone: others may tell something. */
const PAGE = '/';
/** A connection that is there and brings nothing is treated as none. */
const PATIENCE_MS = 5000;

self.addEventListener('install', (event) => event.waitUntil(keepAll()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('fetch', (event) => {
  const way = wayOf(event.request, self.location.origin);
  if (way === 'page') event.respondWith(pageFor(event.request));
  else if (way === 'part') event.respondWith(partFor(event));
});

async function keepAll(): Promise<void> {
  const cache = await caches.open(name);
  await cache.addAll([new Request(PAGE, { cache: 'no-cache' }), ...files]);
}

/**
 * Begins once no window of the version before is open: until then those find their parts. What other pages of this
 * origin keep is theirs.
 */
async function takeOver(): Promise<void> {
  const before = (await caches.keys()).filter((one) => one.startsWith('tempano-') && one !== name);
  await Promise.all(before.map((one) => caches.delete(one)));
  await self.clients.claim();
  await Promise.all(others.map(keepIfHere));
}

/** What a page fetched before there was anybody to keep it, or has from the version before: the canvas above all. */
async function keepIfHere(file: string): Promise<void> {
  try {
    const request = new Request(file, { cache: 'only-if-cached', mode: 'same-origin' });
    const answer = await fetch(request);
    if (answer.ok) await keep(new Request(file), answer);
  } catch {
    // The browser does not have it.
  }
}

async function pageFor(request: Request): Promise<Response> {
  const kept = await caches.match(PAGE, { ignoreVary: true });
  const fresh = fetch(request);
  if (kept === undefined) return fresh;
  // Nobody waits for it any more when it is late.
  const answered = fresh.then(
    (answer) => (isServerGone(answer.status) ? kept : answer),
    () => kept,
  );
  return Promise.race([answered, after(PATIENCE_MS, kept)]);
}

/** Who fetches a part has it at once: a slow device stores it meanwhile, and the worker lives until it has. */
async function partFor(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.ok) event.waitUntil(keep(request, answer.clone()));
  return answer;
}

async function keep(request: Request, answer: Response): Promise<void> {
  try {
    const cache = await caches.open(name);
    await cache.put(request, answer);
  } catch {
    // No room on this device: it is fetched again next time.
  }
}

const after = <T>(ms: number, value: T): Promise<T> => new Promise((resolve) => setTimeout(() => resolve(value), ms));
