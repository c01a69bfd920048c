/** Which requests the service worker answers itself. */
import { expect, it } from 'vitest';
import { isServerGone, wayOf } from '../../../client/offline/ways.ts';

const ORIGIN = 'https://tempano.example';
const asked = (path: string, own: object = {}) => ({ method: 'GET', mode: 'navigate', url: ORIGIN + path, ...own });

it.each(['/', '/tablero/AAAAAAAAAAAAAAAAAAAAA', '/unirse?x=1.js#codigo', '/algo/que/no/existe'])(
  'a page is the one page: %s',
  (path) => {
    expect(wayOf(asked(path), ORIGIN)).toBe('page');
  },
);

it.each(['navigate', 'cors', 'no-cors'])('parts are kept by their names: %s', (mode) => {
  expect(wayOf(asked('/assets/start-Ab12.js', { mode }), ORIGIN)).toBe('part');
});

it.each([
  ['the API', asked('/api/me', { mode: 'cors' })],
  ['a file of the API that is opened', asked('/api/boards/AAAAAAAAAAAAAAAAAAAAA/export')],
  ['health', asked('/healthz')],
  ['a file', asked('/robots.txt')],
  ['a page that is only read', asked('/', { mode: 'cors' })],
  ['what is sent', asked('/', { method: 'POST' })],
  ['another server', { method: 'GET', mode: 'navigate', url: 'https://other.example/' }],
  ['parts of another server', { method: 'GET', mode: 'cors', url: 'https://other.example/assets/a.js' }],
])('%s is left alone', (_, request) => {
  expect(wayOf(request, ORIGIN)).toBe('other');
});

it('knows what a proxy says while the server is away', () => {
  expect([502, 503, 504].every(isServerGone)).toBe(true);
  expect([200, 304, 404, 429, 500].some(isServerGone)).toBe(false);
});
