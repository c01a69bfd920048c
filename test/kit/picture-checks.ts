/** What a downloaded picture of a board must show: ink where the notes are, the water of the template elsewhere. */
import { expect } from 'vitest';
import { type Note, tagOf } from '../../shared/board/note.ts';
import { NOTE } from '../../shared/template/geometry.ts';
import { LAYER_IDS, type LayerId } from '../../shared/template/kinds.ts';
import layout from '../../shared/template/layout.json' with { type: 'json' };
import type { Band } from '../../shared/template/shapes.ts';
import { colourOf, type Picture } from './picture.ts';

/** Each note lies there on paper of its tag's colour, with words on it. */
export function expectNotesIn(picture: Picture, notes: readonly Note[]): void {
  const { tags, ink } = layout.palette;
  for (const note of notes) {
    const box = { x: note.pos[0], y: note.pos[1], w: NOTE.size, h: NOTE.size };
    expect(picture.share(box, colourOf(tags[tagOf(note) ?? 'none'])), note.text).toBeGreaterThan(0.5);
    expect(picture.share(box, colourOf(ink), 60), note.text).toBeGreaterThan(0.01);
  }
}

/** At its left edge the water gets darker from layer to layer. */
export function expectWaterIn(picture: Picture, { bands }: { bands: Readonly<Record<LayerId, Band>> }): void {
  const light = LAYER_IDS.map((layer) => picture.light([6, (bands[layer].top + bands[layer].bottom) / 2]));
  expect([...light].sort((a, b) => b - a)).toEqual(light);
  expect(light[0]).toBeGreaterThan(200);
  expect(light[3]).toBeLessThan(70);
}
