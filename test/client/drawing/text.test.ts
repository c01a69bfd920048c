import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { averageMeasure, fitText, type Measure, wrapText } from '../../../client/canvas/drawing/text.ts';

/** Every character is half its size wide, so that expectations can be counted by hand. */
const half: Measure = (text, fontSize) => [...text].length * fontSize * 0.5;

describe('wrapping', () => {
  test('breaks at spaces', () => {
    expect(wrapText('una idea por nota', 20, 100, half)).toEqual(['una idea', 'por nota']);
  });

  test('keeps line ends and empty lines', () => {
    expect(wrapText('a\n\nb', 20, 100, half)).toEqual(['a', '', 'b']);
  });

  test('breaks inside a word only when the word is wider than a line', () => {
    expect(wrapText('no interinstitucional', 20, 100, half)).toEqual(['no', 'interinsti', 'tucional']);
  });

  test('never cuts a family of joined signs apart', () => {
    expect(wrapText('👩‍👩‍👧👩‍👩‍👧', 20, 50, half)).toEqual(['👩‍👩‍👧', '👩‍👩‍👧']);
  });

  test('no line is too wide and nothing but white space is lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 60, max: 400 }), (text, width) => {
        const lines = wrapText(text, 20, width, averageMeasure);
        for (const line of lines) {
          const segments = [...new Intl.Segmenter().segment(line)];
          if (segments.length > 1) expect(averageMeasure(line, 20, 500)).toBeLessThanOrEqual(width);
        }
        expect(lines.join('').replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
      }),
    );
  });
});

describe('fitting', () => {
  const room = { sizes: [40, 30, 20], width: 200, maxLines: 1 };

  test('takes the first size that fits', () => {
    expect(fitText('diez letra', room, half)).toEqual({ fontSize: 40, lines: ['diez letra'] });
    expect(fitText('trece letras!', room, half)).toEqual({ fontSize: 30, lines: ['trece letras!'] });
  });

  test('cuts with an ellipsis when no size fits', () => {
    const { fontSize, lines } = fitText('una frase que no cabe de ningún modo', room, half);
    expect(fontSize).toBe(20);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^una frase.*…$/);
    expect(half(lines[0] ?? '', 20, 500)).toBeLessThanOrEqual(200);
  });
});
