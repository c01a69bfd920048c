/** What the worker keeps, what it answers from it, and when it lets go of it, on a device and a network made of maps. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const HERE = 'https://tempano.example.org';
const BOARD = `${HERE}/tablero/AAAAAAAAAAAAAAAAAAAAA`;
const BUILT = {
  name: 'tempano-new',
  files: ['/assets/start-1.js', '/assets/list-1.js'],
  others: ['/assets/Canvas-1.js', '/assets/hand-1.woff2'],
};

interface Asked {
  readonly url: string;
  readonly method: string;
  readonly mode: string;
  readonly cache?: string;
}
type Kept = Map<string, Response>;

/** Browsers complete an address with that of the worker. */
class OwnRequest extends Request {
  constructor(address: string, init?: RequestInit) {
    super(new URL(address, HERE), init);
  }
}
const urlOf = (one: string | { readonly url: string }): string =>
  new URL(typeof one === 'string' ? one : one.url, HERE).href;

let device: Map<string, Kept>;
let network: (asked: Asked) => Promise<Response>;
let listeners: Map<string, (event: object) => void>;
let isClaimed: boolean;
/** What the worker asked to live on for after it had answered. */
let keeping: Promise<unknown>[];

beforeEach(async () => {
  device = new Map();
  listeners = new Map();
  isClaimed = false;
  keeping = [];
  network = async ({ url, cache }) => {
    if (cache === 'only-if-cached') throw new TypeError('not in the cache');
    return new Response(`network ${new URL(url).pathname}`);
  };
  const ask = (one: string | Asked): Promise<Response> => network(typeof one === 'string' ? new OwnRequest(one) : one);
  vi.stubGlobal('BUILT', BUILT);
  vi.stubGlobal('Request', OwnRequest);
  vi.stubGlobal('fetch', ask);
  vi.stubGlobal('caches', {
    open: async (name: string) => {
      const kept: Kept = device.get(name) ?? new Map();
      device.set(name, kept);
      return {
        addAll: async (all: readonly (string | Asked)[]) => {
          const answers = await Promise.all(all.map(async (one) => [urlOf(one), await ask(one)] as const));
          for (const [url, answer] of answers) kept.set(url, answer);
        },
        put: async (one: Asked, answer: Response) => void kept.set(urlOf(one), answer),
      };
    },
    keys: async () => [...device.keys()],
    delete: async (name: string) => device.delete(name),
    match: async (one: string | Asked) =>
      [...device.values()]
        .find((kept) => kept.has(urlOf(one)))
        ?.get(urlOf(one))
        ?.clone(),
  });
  vi.stubGlobal('self', {
    location: { origin: HERE },
    addEventListener: (kind: string, listener: (event: object) => void) => listeners.set(kind, listener),
    clients: {
      claim: async () => {
        isClaimed = true;
      },
    },
  });
  vi.resetModules();
  await import('../../../client/offline/worker.ts');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Lets the worker live through something, until all it asked to wait for is done. */
async function live(kind: 'install' | 'activate'): Promise<void> {
  const waiting: Promise<unknown>[] = [];
  listeners.get(kind)?.({ waitUntil: (one: Promise<unknown>) => waiting.push(one) });
  await Promise.all(waiting);
}
/** What the worker answers, or null where it leaves the request alone. */
async function answer(url: string, mode = 'cors', method = 'GET'): Promise<Response | null> {
  let answered: Promise<Response> | null = null;
  const request: Asked = { url, mode, method };
  listeners.get('fetch')?.({
    request,
    respondWith: (one: Promise<Response>) => {
      answered = one;
    },
    waitUntil: (one: Promise<unknown>) => keeping.push(one),
  });
  return answered;
}
const said = async (answered: Promise<Response | null>): Promise<string | undefined> => (await answered)?.text();
const gone = async (): Promise<Response> => {
  throw new TypeError('nobody there');
};

it('keeps the page and what a list needs, before anybody asks for it', async () => {
  await live('install');
  expect([...device.keys()]).toEqual([BUILT.name]);
  const kept = [...(device.get(BUILT.name)?.keys() ?? [])];
  expect(kept).toEqual(['/', ...BUILT.files].map((path) => HERE + path));
});

it('has the page from the server while there is one, whatever it says', async () => {
  await live('install');
  expect(await said(answer(BOARD, 'navigate'))).toBe('network /tablero/AAAAAAAAAAAAAAAAAAAAA');
  network = async () => new Response('no such page', { status: 404 });
  expect(await said(answer(`${HERE}/nada`, 'navigate'))).toBe('no such page');
});

it('has the kept page for every address where nobody answers, or only a proxy', async () => {
  await live('install');
  network = gone;
  expect(await said(answer(BOARD, 'navigate'))).toBe('network /');
  for (const status of [502, 503, 504]) {
    network = async () => new Response('a proxy', { status });
    expect(await said(answer(BOARD, 'navigate'))).toBe('network /');
  }
});

it('does not wait for a network that says nothing', async () => {
  await live('install');
  vi.useFakeTimers();
  network = () => new Promise(() => undefined);
  const waiting = said(answer(BOARD, 'navigate'));
  await vi.runAllTimersAsync();
  expect(await waiting).toBe('network /');
});

it('keeps no page under its own address', async () => {
  await live('install');
  await answer(BOARD, 'navigate');
  expect([...(device.get(BUILT.name)?.keys() ?? [])]).not.toContain(BOARD);
});

it('has parts from the device, and keeps those it had to fetch', async () => {
  await live('install');
  expect(await said(answer(`${HERE}/assets/panel-1.js`))).toBe('network /assets/panel-1.js');
  await Promise.all(keeping);
  network = gone;
  for (const path of ['/assets/panel-1.js', '/assets/list-1.js'])
    expect(await said(answer(HERE + path))).toBe(`network ${path}`);
  await expect(answer(`${HERE}/assets/never.js`)).rejects.toThrow('nobody there');
});

it('keeps no part that is not there', async () => {
  network = async () => new Response('gone', { status: 404 });
  expect(await said(answer(`${HERE}/assets/old.js`))).toBe('gone');
  network = gone;
  await expect(answer(`${HERE}/assets/old.js`)).rejects.toThrow('nobody there');
});

it('gives a part to who asks before this device has stored it', async () => {
  await live('install');
  vi.stubGlobal('caches', { ...caches, open: () => new Promise(() => undefined) });
  expect(await said(answer(`${HERE}/assets/panel-1.js`))).toBe('network /assets/panel-1.js');
  expect(keeping).toHaveLength(1);
});

it('answers a part also when this device has no room for it', async () => {
  vi.stubGlobal('caches', { ...caches, match: async () => undefined, open: () => Promise.reject(new Error('full')) });
  expect(await said(answer(`${HERE}/assets/panel-1.js`))).toBe('network /assets/panel-1.js');
  await expect(Promise.all(keeping)).resolves.toHaveLength(1);
});

it('leaves the server alone: the API, what is written, other sites', async () => {
  await live('install');
  expect(await answer(`${HERE}/api/me`)).toBeNull();
  expect(await answer(`${HERE}/api/boards/x/file`, 'navigate')).toBeNull();
  expect(await answer(`${HERE}/assets/start-1.js`, 'cors', 'POST')).toBeNull();
  expect(await answer('https://elsewhere.example.org/assets/start-1.js')).toBeNull();
});

it('leaves what the version before kept until its windows are closed, then lets it go and nothing else', async () => {
  const old = [`${HERE}/assets/list-0.js`, new Response('old list')] as const;
  device.set('tempano-old', new Map([old]));
  device.set('of another page here', new Map());
  await live('install');
  network = gone;
  expect(await said(answer(old[0]))).toBe('old list');
  await live('activate');
  expect([...device.keys()]).toEqual(['of another page here', BUILT.name]);
  expect(isClaimed).toBe(true);
});

it('keeps the canvas where the browser has it already, and asks nobody for what it does not have', async () => {
  await live('install');
  const asked: (string | undefined)[] = [];
  network = async ({ url, cache }) => {
    asked.push(cache);
    return url.endsWith('.js') ? new Response('canvas') : new Response('', { status: 504 });
  };
  await live('activate');
  expect(asked).toEqual(['only-if-cached', 'only-if-cached']);
  network = gone;
  expect(await said(answer(`${HERE}/assets/Canvas-1.js`))).toBe('canvas');
  await expect(answer(`${HERE}/assets/hand-1.woff2`)).rejects.toThrow('nobody there');
});
