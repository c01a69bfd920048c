import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { curveOf, LinkLines } from '../../../client/canvas/drawing/LinkLines.tsx';
import { NoteDrawing } from '../../../client/canvas/drawing/NoteDrawing.tsx';
import { layoutNote } from '../../../client/canvas/drawing/note-layout.ts';
import { PracticeDrawing } from '../../../client/canvas/drawing/PracticeDrawing.tsx';
import { NOTE } from '../../../shared/template/geometry.ts';
import { PRACTICE, PRACTICE_PLACES } from '../../../shared/template/practice.ts';
import { begin } from '../../../shared/template/starters.ts';
import { zoneTexts } from '../../../shared/template/texts.ts';

const markup = (element: ReactElement): string => renderToStaticMarkup(<svg aria-hidden="true">{element}</svg>);
const measure = (text: string, size: number): number => text.length * size * 0.55;

describe.each(['es', 'en'] as const)('the practice board in %s', (language) => {
  test('says its question and that nothing can go wrong, above every prepared place', () => {
    const svg = markup(<PracticeDrawing language={language} uid="one" measure={measure} />);
    const { question, hints } = zoneTexts('practice', language);
    for (const words of [question, hints[0] ?? '?']) expect(svg).toContain(words);
    expect(Math.min(...PRACTICE_PLACES.map(([, y]) => y))).toBeGreaterThan(300);
  });
});

test('every prepared place of the practice board holds a whole note of its own on the paper', () => {
  const { x, y, w, h } = PRACTICE.area;
  for (const [left, top] of PRACTICE_PLACES) {
    expect([left >= x, top >= y, left + NOTE.size <= x + w, top + NOTE.size <= y + h]).toEqual([
      true,
      true,
      true,
      true,
    ]);
  }
  expect(new Set(PRACTICE_PLACES.map(String)).size).toBe(PRACTICE_PLACES.length);
});

describe('links', () => {
  const lower = { x: 900, y: 1500, w: 200, h: 200 };
  const upper = { x: 300, y: 300, w: 200, h: 240 };

  test('go from the top of the lower note to the foot of the upper one, with room for the arrow', () => {
    const { path, head, middle } = curveOf(lower, upper);
    expect(path.startsWith('M1000 1500C')).toBe(true);
    expect(path.endsWith('400 555')).toBe(true);
    expect(head.startsWith('M400 541')).toBe(true);
    expect(middle[1]).toBeGreaterThan(555);
    expect(middle[1]).toBeLessThan(1500);
  });

  test('carry the word where there is room for it', () => {
    const near = { ...upper, y: 1200 };
    const draw = (to: typeof upper): string =>
      markup(<LinkLines lines={[{ id: 'a>b', from: lower, to }]} word="sostiene" measure={measure} />);
    expect(draw(upper)).toContain('sostiene');
    expect(draw({ ...near, x: lower.x })).not.toContain('sostiene');
  });
});

test('a belief says whose it is, with a sign and a word', () => {
  const draw = (held: 'individual' | 'group'): string =>
    markup(<NoteDrawing layout={layoutNote('x')} fill="#fff" held={{ held, word: `de ${held}` }} />);
  expect(draw('individual')).toContain('de individual');
  expect(draw('group').match(/<path/g)?.length).toBe((draw('individual').match(/<path/g)?.length ?? 0) + 1);
});

test('a starter leaves room to go on: behind it, or in its first gap', () => {
  expect(begin('Este año…')).toEqual({ text: 'Este año ', from: 9, to: 9 });
  const { text, from, to } = begin('Cada vez que… terminamos…');
  expect(text).toBe('Cada vez que … terminamos ');
  expect(text.slice(from, to)).toBe('…');
});
