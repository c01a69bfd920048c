import { expect, test } from 'vitest';
import { averageMeasure } from '../../../client/canvas/drawing/text.ts';
import { type FarBoard, type FarTheme, titlePlaces } from '../../../client/canvas/theme/far-places.ts';
import { titleShapes } from '../../../client/canvas/theme/far-shapes.ts';
import { themeBox } from '../../../shared/template/group-heads.ts';
import { GROUP_BANDS } from '../../../shared/template/group-iceberg.ts';
import { LAYER_IDS } from '../../../shared/template/kinds.ts';
import type { Box, Point } from '../../../shared/template/shapes.ts';
import { createRandom } from '../../kit/random.ts';

const TITLES = [
  'Cambios de liderato y relevo',
  'Personal: plazas, horas y permanencia',
  'Comunicación interna y externa',
  'Explicar nuestro modelo a financiadores',
  'Colaboración y solidaridad en el sector',
  'Descanso, límites y agotamiento',
  'Convivencia y crecimiento rápido',
  'Fondos restringidos y flujo de efectivo',
  'Junta y gobernanza',
  'Datos, medición y aprendizaje',
  'Luz, equipo y espacios',
  'Voz y poder de la comunidad',
  'Agencias, permisos y política pública',
  'Procesos, roles y memoria institucional',
  'Logros que sostienen',
];

/** Themes in columns of two notes, as *Ordenar por temas* leaves them; `rows`: rows of notes of a theme in a layer. */
function ordered(rows: (theme: number, layer: number) => number): FarBoard {
  const cells = TITLES.map((title, i) => ({
    title,
    shapes: titleShapes(i + 1, title, averageMeasure),
    layers: LAYER_IDS.map((layer, at) =>
      Array.from({ length: rows(i, at) * 2 }, (_, n): Point => {
        const [x, y] = [1010 + i * 440 + (n % 2) * 220, GROUP_BANDS[layer].top + 140 + Math.floor(n / 2) * 220];
        return [x, y];
      }),
    ),
  }));
  return {
    themes: cells.map(({ layers, shapes }) => ({
      shapes,
      boxes: layers.flatMap((notes) => themeBox(notes) ?? []),
    })),
    notes: cells.flatMap(({ layers }) => layers.flat().map(([x, y]) => ({ x, y, w: 200, h: 200 }))),
    heads: [],
    room: { x: 920, y: 0, w: 15 * 440 + 200, h: 3600 },
    kept: [{ x: 100, y: 36, w: 2400, h: 170 }],
  };
}
const common = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y));

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'fifteen themes seen whole say their titles, none over another or over notes (%i)',
  (seed) => {
    const random = createRandom(seed);
    const board = ordered(() => random.pick([0, 1, 1, 1, 1, 2, 2, 3]));
    const zoom = 0.126;
    const places = titlePlaces(board, zoom);
    board.themes.forEach((theme, i) => {
      const place = places[i];
      expect(place === null, TITLES[i]).toBe(theme.boxes.length === 0);
      if (!place) return;
      if (place.lines.length > 0) expect(place.lines.join(' ')).toBe(`${i + 1} ${TITLES[i]}`);
      for (const line of place.lines) expect(averageMeasure(line, 13, 700)).toBeLessThanOrEqual(place.w - 10);
      for (const other of places.slice(0, i)) expect(other ? common(place, other) : 0, TITLES[i]).toBe(0);
      for (const note of board.notes) {
        const { x, y, w, h } = note;
        const onScreen = { x: x * zoom, y: y * zoom, w: w * zoom, h: h * zoom };
        if (place.lines.length > 0)
          expect(common(place, onScreen) / (onScreen.w * onScreen.h)).toBeLessThanOrEqual(0.3);
      }
    });
    expect(places.filter((place) => place?.lines.length === 0).length).toBeLessThanOrEqual(2);
  },
);

const theme = (number: number, title: string, ...boxes: Box[]): FarTheme => ({
  shapes: titleShapes(number, title, averageMeasure),
  boxes,
});
const room = { x: 0, y: 0, w: 6_000, h: 3_600 };

test('a title stands below its box; the name of the board above stays free', () => {
  const at = { x: 1000, y: 300, w: 436, h: 316 };
  const [place] = titlePlaces(
    { themes: [theme(1, 'Junta', at)], notes: [], heads: [], room, kept: [{ x: 0, y: 0, w: 6_000, h: 290 }] },
    0.2,
  );
  expect(place?.lines).toEqual(['1 Junta']);
  expect(place).toMatchObject({ x: 200 });
  expect(place?.y).toBeGreaterThan((300 + 316) * 0.2);
});

test('where there is no room for words a theme says its number, and without boxes nothing', () => {
  const at = { x: 1000, y: 300, w: 436, h: 316 };
  expect(titlePlaces({ themes: [theme(2, 'Nada')], notes: [], heads: [], room, kept: [] }, 0.2)).toEqual([null]);
  const notes = Array.from({ length: 300 }, (_, i) => ({
    x: (i % 25) * 210,
    y: Math.floor(i / 25) * 210,
    w: 200,
    h: 200,
  }));
  expect(titlePlaces({ themes: [theme(1, 'Junta', at)], notes, heads: [], room, kept: [] }, 0.2)).toMatchObject([
    { lines: [] },
  ]);
});

test('a title keeps off the heads of columns while another place is as good, and still says its words where none is', () => {
  const at = { x: 1000, y: 300, w: 436, h: 316 };
  const deeper = { x: 1000, y: 900, w: 436, h: 316 };
  const under = ({ x, y, w, h }: Box): Box => ({ x, y: y + h, w, h: 60 });
  const placeOver = (...heads: Box[]) =>
    titlePlaces(
      { themes: [theme(1, 'Junta', at, deeper)], notes: [], heads, room, kept: [{ x: 0, y: 0, w: 6_000, h: 290 }] },
      0.2,
    )[0];
  expect(placeOver()?.y).toBeLessThan(900 * 0.2);
  const [first, second] = [under(at), under(deeper)];
  expect(placeOver(first)?.y).toBeGreaterThan((900 + 316) * 0.2);
  expect(placeOver(first, second, { ...deeper, y: 800, h: 60 })?.lines).toEqual(['1 Junta']);
});
