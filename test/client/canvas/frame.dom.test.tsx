/** What is left free over a board: room for the question of a layer where one is shown, and for nothing else. */
import { Box } from 'tldraw';
import { afterEach, describe, expect, it } from 'vitest';
import { writable } from '../../../client/board/store.ts';
import { registerBoard } from '../../../client/canvas/board.ts';
import { insetOf } from '../../../client/canvas/frame.ts';
import { type Call, newCall, VALUE_PARTS } from '../../../shared/cohort/call.ts';
import type { CanvasKind } from '../../../shared/template/kinds.ts';
import { openCanvas, seed, type TestCanvas } from './two-canvases.ts';

const open: TestCanvas[] = [];
afterEach(() => {
  for (const canvas of open.splice(0)) canvas.close();
});

function topOf(kind: CanvasKind, width: number, call: Partial<Call>): number {
  const canvas = openCanvas(seed(kind), { kind });
  open.push(canvas);
  const { store, session } = canvas;
  const cohort = writable({ ...session.cohort.get(), call: { ...newCall(), ...call } });
  registerBoard(store, { ...session, cohort }, 'es');
  return insetOf({ store, getViewportScreenBounds: () => new Box(0, 0, width, 700) }).top;
}

describe.each([1280, 390])('On a canvas of %i pixels', (width) => {
  it('a question of a layer has room over the iceberg, in its phase', () => {
    const before = topOf('iceberg', width, {});
    const asked = topOf('iceberg', width, { status: 'running', phase: 'iceberg' });
    expect(asked).toBeGreaterThanOrEqual(before + 46);
  });

  it.each(VALUE_PARTS)('no strip is left over the value proposition while %s is worked on', (current) => {
    const before = topOf('value', width, {});
    const call = { status: 'running', phase: 'value', zone: { current, clock: null } } as const;
    expect(topOf('value', width, call)).toBe(before);
  });
});
