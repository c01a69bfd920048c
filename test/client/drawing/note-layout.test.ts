import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forgetWidths, layoutNote, NOTE_TEXT } from '../../../client/canvas/drawing/note-layout.ts';
import { averageMeasure, type Measure } from '../../../client/canvas/drawing/text.ts';

const WIDTH = 200 - 2 * NOTE_TEXT.padding;

describe('the text of a note', () => {
  test('a short one is large in a square', () => {
    expect(layoutNote('17 casos detenidos', averageMeasure)).toMatchObject({ fontSize: 22, height: 200 });
  });

  test('an empty one is an empty square', () => {
    expect(layoutNote('', averageMeasure)).toEqual({ fontSize: 22, lineHeight: 22 * 1.2, lines: [''], height: 200 });
  });

  test('shrinks before it breaks a word', () => {
    const { fontSize, lines } = layoutNote('Descentralización', averageMeasure);
    expect(lines).toEqual(['Descentralización']);
    expect(fontSize).toBeLessThan(22);
  });

  test('the longest one makes the note taller at the smallest size', () => {
    const text = 'Nos reunimos cada martes con la comunidad para decidir. '.repeat(5);
    const { fontSize, height, lines } = layoutNote(text, averageMeasure);
    expect(fontSize).toBe(14);
    expect(height).toBeGreaterThan(200);
    expect(lines.join(' ')).toBe(text.trim());
  });

  test('from one character to thousands: inside the width, above the marks, legible', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1500 }), (text) => {
        const { fontSize, lineHeight, lines, height } = layoutNote(text, averageMeasure);
        expect(fontSize).toBeGreaterThanOrEqual(14);
        expect(height).toBeGreaterThanOrEqual(200);
        expect(NOTE_TEXT.padding + lines.length * lineHeight).toBeLessThanOrEqual(height - NOTE_TEXT.below);
        expect(lines.join('').replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
        for (const line of lines) {
          if ([...new Intl.Segmenter().segment(line)].length > 1) {
            expect(averageMeasure(line, fontSize, 500)).toBeLessThanOrEqual(WIDTH);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('is remembered until the widths are forgotten', () => {
    let asked = 0;
    const counting: Measure = (text, size, weight) => {
      asked++;
      return averageMeasure(text, size, weight);
    };
    layoutNote('una nota', counting);
    const once = asked;
    layoutNote('una nota', counting);
    expect(asked).toBe(once);
    forgetWidths();
    layoutNote('una nota', counting);
    expect(asked).toBeGreaterThan(once);
  });
});
