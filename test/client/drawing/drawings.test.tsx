import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { GroupDrawing } from '../../../client/canvas/drawing/GroupDrawing.tsx';
import { IcebergDrawing } from '../../../client/canvas/drawing/IcebergDrawing.tsx';
import { setLabel } from '../../../client/canvas/drawing/layer-label.ts';
import { NoteDrawing } from '../../../client/canvas/drawing/NoteDrawing.tsx';
import { layoutNote } from '../../../client/canvas/drawing/note-layout.ts';
import { ThemeBox } from '../../../client/canvas/drawing/ThemeBox.tsx';
import { ThemeThread, threadPath } from '../../../client/canvas/drawing/ThemeThread.tsx';
import { ValueDrawing } from '../../../client/canvas/drawing/ValueDrawing.tsx';
import type { Language } from '../../../shared/language.ts';
import { groupLayout } from '../../../shared/template/group-iceberg.ts';
import { ICEBERG, ICEBERG_BANDS } from '../../../shared/template/iceberg.ts';
import { LAYER_IDS, TAG_IDS, ZONE_IDS } from '../../../shared/template/kinds.ts';
import { layerTexts, tagLabel, zoneTexts } from '../../../shared/template/texts.ts';
import { VALUE_PLACES } from '../../../shared/template/value.ts';

const markup = (element: ReactElement): string => renderToStaticMarkup(<svg aria-hidden="true">{element}</svg>);

/** The text as it is read: lines of one text joined by spaces. */
const words = (svg: string): string =>
  svg
    .replace(/<\/tspan>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/&#x27;/g, "'")
    .replace(/\s+/g, ' ');

const drawings = (language: Language, uid: string) => ({
  iceberg: <IcebergDrawing language={language} organisation="Techos de Yagrumo" uid={uid} />,
  value: <ValueDrawing language={language} organisation="Techos de Yagrumo" uid={uid} statement="" taken={[]} />,
  group: (
    <GroupDrawing
      language={language}
      cohort="Marea Adentro"
      columns={[{ id: 'a', title: 'La Mesa Larga', acronym: 'ML', kind: 'organisation' }]}
      layout={groupLayout(6)}
      uid={uid}
    />
  ),
});

describe.each(['es', 'en'] as const)('drawings in %s', (language) => {
  const { iceberg, value, group } = drawings(language, 'one');

  test('the iceberg says its four titles, all questions and what the signs mean', () => {
    const text = words(markup(iceberg));
    expect(text).toContain('Techos de Yagrumo');
    for (const layer of LAYER_IDS) {
      const { title, tagline, questions } = layerTexts(layer, language);
      for (const said of [title, tagline, ...questions]) expect(text).toContain(said);
    }
    for (const tag of TAG_IDS) expect(text).toContain(tagLabel(tag, language));
  });

  test('the value proposition says its zones, and how to begin in each', () => {
    const text = words(markup(value));
    for (const zone of ZONE_IDS) {
      const { title, question, starters } = zoneTexts(zone, language);
      for (const said of [title, question, starters[0]]) expect(text).toContain(said);
    }
  });

  test('the group iceberg says its four titles and every organisation', () => {
    const text = words(markup(group));
    for (const layer of LAYER_IDS) expect(text).toContain(layerTexts(layer, language).title);
    expect(text).toContain('La Mesa Larga');
    expect(text).toContain('ML');
  });

  test('labels stay in their band and their column', () => {
    for (const layer of LAYER_IDS) {
      const { questions } = setLabel(layerTexts(layer, language), ICEBERG.label, ICEBERG_BANDS[layer]);
      const last = questions.at(-1);
      expect(last).toBeDefined();
      if (last) expect(last.y + (last.lines.length - 1) * last.leading).toBeLessThan(ICEBERG_BANDS[layer].bottom - 40);
    }
  });
});

describe('ids', () => {
  const idsOf = (svg: string): string[] => [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? '');

  test('are unique over several drawings on a page and every reference finds its own', () => {
    const all = ['one', 'two'].flatMap((uid) =>
      Object.entries(drawings('es', uid)).map(([kind, e]) => [uid + kind, e] as const),
    );
    const svgs = ['one', 'two'].map((uid) => markup(drawings('es', uid).iceberg));
    const ids = svgs.flatMap(idsOf);
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, element] of all) {
      const svg = markup(element);
      const own = new Set(idsOf(svg));
      for (const [, target] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(own).toContain(target);
    }
  });
});

describe('exports', () => {
  test('need no filter, no foreign element and nothing from outside', () => {
    for (const element of Object.values(drawings('es', 'one'))) {
      expect(markup(element)).not.toMatch(/<filter|<foreignObject|<image|https?:|NaN|undefined/);
    }
  });
});

describe('the sentence of the value proposition', () => {
  const drawn = (statement: string, hideStatement = false) =>
    words(
      markup(
        <ValueDrawing language="es" organisation="ML" uid="v" statement={statement} hideStatement={hideStatement} />,
      ),
    );

  test('is quoted, and its frame stands there until it is written', () => {
    expect(drawn('Comer bien es un derecho.')).toContain('“Comer bien es un derecho.”');
    expect(drawn('  ')).toContain('Con ____');
    expect(drawn('  ')).not.toContain('“');
  });

  test('makes room for an editor', () => {
    expect(drawn('Comer bien', true)).not.toContain('Comer bien');
  });
});

test('the dashed place moves on as a zone fills and goes away when it is full', () => {
  const places = VALUE_PLACES.value;
  const drawn = (count: number) =>
    markup(<ValueDrawing language="es" organisation="ML" uid="v" statement="" taken={places.slice(0, count)} />);
  const [x, y] = places[2] ?? [0, 0];
  expect(drawn(2)).toContain(`x="${x}" y="${y}"`);
  expect(words(drawn(2))).toContain('Sin nuestra organización…');
  expect(words(drawn(places.length))).not.toContain('Sin nuestra organización…');
});

describe('a note', () => {
  const layout = layoutNote('Una idea');

  test('shows its text, initials and marks', () => {
    const plain = markup(<NoteDrawing layout={layout} fill="#fff" initials="MT" />);
    expect(words(plain)).toContain('Una idea');
    expect(words(plain)).toContain('MT');
    const paths = (svg: string) => svg.split('<path').length;
    const marked = markup(<NoteDrawing layout={layout} fill="#fff" initials="MT" tag="both" star isPrivate />);
    expect(paths(marked)).toBe(paths(plain) + 4);
  });

  test('without a name shows no initials', () => {
    expect(words(markup(<NoteDrawing layout={layout} fill="#fff" initials="MT" anonymous />))).not.toContain('MT');
  });
});

describe('a theme', () => {
  const box = (y: number) => ({ x: 1000, y, w: 436, h: 316 });

  test('shows number, whole title and count', () => {
    const text = words(
      markup(<ThemeBox box={box(280)} head={84} number={7} title="Personal: plazas, horas y permanencia" count={4} />),
    );
    for (const said of ['7', 'Personal: plazas, horas y permanencia', '4']) expect(text).toContain(said);
  });

  test('does not touch the box of the column beside it, where columns are two notes wide', () => {
    const [own] = groupLayout(12).columns;
    if (!own) throw new Error('there are columns');
    const around = { x: own.x + 2, y: 280, w: own.w - 4, h: 316 };
    const drawn = markup(<ThemeBox box={around} head={84} number={1} title="Personal" count={2} />);
    const [, x = 0, w = 0, line = 0] =
      /<rect x="(\d+)" y="280" width="(\d+)"[^>]*fill="none"[^>]*stroke-width="(\d+)"/.exec(drawn)?.map(Number) ?? [];
    // To the border of the column at both ends, and to the notes within.
    expect(x - line / 2 - own.x).toBeGreaterThanOrEqual(3);
    expect(own.x + own.w - (x + w + line / 2)).toBeGreaterThanOrEqual(3);
    expect(own.x + 10 - (x + line / 2)).toBeGreaterThanOrEqual(3);
  });

  test('is joined through the layers from top to bottom', () => {
    expect(threadPath([box(1900), box(280), box(1100)])).toBe('M1218 596L1218 1100M1218 1416L1218 1900');
  });

  test('with one box has no thread', () => {
    expect(markup(<ThemeThread boxes={[box(280)]} number={1} />)).toBe('<svg aria-hidden="true"></svg>');
  });
});
