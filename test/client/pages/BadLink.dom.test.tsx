/** A link that does not open says only what is true of it. */
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { BadLink } from '../../../client/app/BadLink.tsx';
import type { Why } from '../../../client/sync/request.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let page: HTMLElement;
let root: Root;
beforeEach(() => {
  page = document.createElement('div');
  root = createRoot(page);
});
afterEach(() => act(() => root.unmount()));

const said = (why: Why | 'missing'): string => {
  act(() => root.render(<BadLink why={why} onRetry={() => undefined} onCode={() => undefined} />));
  return page.textContent ?? '';
};
const SAVED = 'Lo que ya se escribió sigue guardado.';

it('does not say that anything is still there when nobody knows the link', () => {
  expect(said('link-unknown')).toContain('o que hayan borrado la cohorte');
  expect(said('link-unknown')).not.toContain(SAVED);
  expect(said('missing')).not.toContain(SAVED);
});

it('says so of a link that was replaced, and while there is no connection', () => {
  expect(said('link-revoked')).toContain(SAVED);
  expect(said('offline')).toContain(SAVED);
});
