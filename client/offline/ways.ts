/** How the service worker answers a request: which are pages of the product, which its parts. Fetches nothing. */

/** `page`: from the server, else the page that is kept. `part`: as kept, else from the server. `other`: not our business. */
export type Way = 'page' | 'part' | 'other';

export interface Asked {
  readonly method: string;
  readonly mode: string;
  readonly url: string;
}

/** A path that ends in a name with an extension asks for a file. */
const FILE = /\.[A-Za-z0-9]+$/;
const SERVER_OWN = /^\/(?:api|sync)\/|^\/healthz$/;

export function wayOf({ method, mode, url }: Asked, origin: string): Way {
  const { origin: host, pathname } = new URL(url);
  if (method !== 'GET' || host !== origin) return 'other';
  // Their names change with their contents.
  if (pathname.startsWith('/assets/')) return 'part';
  return mode === 'navigate' && !FILE.test(pathname) && !SERVER_OWN.test(pathname) ? 'page' : 'other';
}

/** What a proxy answers while the server behind it is gone. */
export const isServerGone = (status: number): boolean => status === 502 || status === 503 || status === 504;
