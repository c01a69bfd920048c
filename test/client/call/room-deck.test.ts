/** What a room is shown, laid out in pages: nothing is lost, nothing is too high, and every screen has the same pages. */
import { describe, expect, it } from 'vitest';
import type { Block, DeckSlide } from '../../../client/call/room/deck.ts';
import { isBlank, pageHeight, stopBeside, stopNow } from '../../../client/call/room/deck.ts';
import { galleryDeck } from '../../../client/call/room/gallery-deck.ts';
import { chipsOf, layerCounts } from '../../../client/call/room/glance.ts';
import { groupDeck } from '../../../client/call/room/group-deck.ts';
import { linesOf, piecesOf, textWidth } from '../../../client/call/room/measure.ts';
import { packed } from '../../../client/call/room/pack.ts';
import { messageNow } from '../../../client/call/room/stage.ts';
import { textIn } from '../../../client/i18n/text.ts';
import type { Note } from '../../../shared/board/note.ts';
import type { Theme } from '../../../shared/board/themes.ts';
import type { Call } from '../../../shared/cohort/call.ts';
import type { Cohort, Person, Published } from '../../../shared/cohort/document.ts';
import { themeSlide } from '../../../shared/cohort/shown.ts';
import type { NoteId, OrgId, PersonId, ThemeId } from '../../../shared/ids.ts';
import { GROUP_BANDS } from '../../../shared/template/group-iceberg.ts';
import { LAYER_IDS } from '../../../shared/template/kinds.ts';
import { inPhase, org, person, twelve } from './panel-facts.ts';

const t = (key: Parameters<typeof textIn>[1], values?: Parameters<typeof textIn>[2]) => textIn('es', key, values);
const words = (cohort: Cohort) => ({ cohort, language: 'es', t }) as const;
const CLUSTER = inPhase('cluster', 5);

function note(n: number, text: string, part: Partial<Note> = {}): Note {
  const layer = LAYER_IDS[n % LAYER_IDS.length] ?? 'results';
  return {
    id: `n${n}` as NoteId,
    text,
    pos: [1000 + 220 * n, GROUP_BANDS[layer].top + 140],
    z: n,
    operational: n % 2 === 0,
    programmatic: false,
    star: false,
    private: false,
    held: null,
    author: null,
    organisation: org(n % 3),
    theme: null,
    under: null,
    origin: null,
    brought: null,
    growth: null,
    createdAt: n,
    ...part,
  };
}
const theme = (n: number, title: string): Theme => ({ id: `t${n}` as ThemeId, title, order: n, createdAt: n });
const LONG =
  'Cada vez que se acaba un fondo terminamos despidiendo a quien más sabe, y el equipo vuelve a empezar de cero. ';
const MANY = Array.from({ length: 60 }, (_, n) =>
  // One was imported, and is longer than a page.
  note(n, n === 33 ? LONG.repeat(40) : LONG.repeat((n % 3) + 1).slice(0, 20 + (n % 4) * 80), {
    theme: (n % 5 === 0 ? 't1' : 't2') as ThemeId,
  }),
);
const THEMES = [theme(1, 'Personal: plazas, horas y permanencia'), theme(2, 'Junta')];

const notesIn = (slide: DeckSlide | undefined): string[] =>
  (slide?.pages ?? []).flatMap(({ columns }) => columns.flat()).flatMap((one) => (one.kind === 'note' ? [one.id] : []));
const slideOf = (deck: readonly DeckSlide[], name: string): DeckSlide | undefined =>
  deck.find(({ slide }) => slide === name);
const heightOf = (blocks: readonly Block[]): number => blocks.reduce((sum, { height }) => sum + height, 0);

describe('pages', () => {
  const block = (name: string, height: number) => ({ name, height });
  it('keep the order, and a head with what is under it', () => {
    const sections = [
      { head: block('A', 10), blocks: [block('a1', 40), block('a2', 40)] },
      { head: block('B', 10), blocks: [block('b1', 95)] },
    ];
    const pages = packed(sections, { columns: 2, height: 100 });
    const names = pages.map(({ columns }) => columns.map((column) => column.map(({ name }) => name).join(' ')));
    // b1 is higher than a column with its head: it stands there all the same, alone.
    expect(names).toEqual([['A a1 a2', 'B b1']]);
    const low = packed(sections, { columns: 2, height: 60 });
    expect(low.map(({ columns }) => columns.map((column) => column.map(({ name }) => name).join(' ')))).toEqual([
      ['A a1', 'A a2'],
      ['B b1'],
    ]);
    expect(packed([], { columns: 2, height: 10 })).toHaveLength(1);
  });

  it('hold every note of a layer and of a theme once, and no column is too high', () => {
    const cohort = twelve(CLUSTER);
    const deck = groupDeck({ kind: 'group-iceberg', notes: MANY, themes: THEMES }, words(cohort));
    const layers = LAYER_IDS.flatMap((layer) => notesIn(slideOf(deck, layer)));
    const themes = THEMES.flatMap(({ id }) => notesIn(slideOf(deck, themeSlide(id))));
    const all = MANY.map(({ id }) => id).sort();
    expect([layers.sort(), themes.sort()]).toEqual([all, all]);
    for (const { pages, title, number, slide } of deck) {
      if (slide === 'board') continue;
      for (const { columns } of pages) {
        expect(columns.length).toBeLessThanOrEqual(2);
        for (const column of columns) {
          expect(heightOf(column), slide).toBeLessThanOrEqual(pageHeight(cohort.call, title, number));
        }
      }
    }
  });

  it('are shorter while a word of facilitation stands there, which ends when everybody is called on', () => {
    const message = { id: 'm', text: LONG, from: person(0), at: 10 };
    const said: Partial<Call> = { ...CLUSTER, message, landing: { at: 5, board: null } };
    const later: Partial<Call> = { ...said, landing: { at: 20, board: null } };
    const heights = [CLUSTER, said, later].map((call) => pageHeight(twelve(call).call, 'Título'));
    expect(heights[1]).toBeLessThan(heights[0] ?? 0);
    expect(heights[2]).toBe(heights[0]);
    expect(messageNow(twelve(later).call)).toBeNull();
  });
});

describe('what is shown', () => {
  const deckOf = (cohort: Cohort, notes = MANY, themes = THEMES) =>
    groupDeck({ kind: 'group-iceberg', notes, themes }, words(cohort));
  const now = (call: Partial<Call>, notes = MANY, themes = THEMES) => {
    const cohort = twelve({ ...CLUSTER, ...call });
    const stop = stopNow(deckOf(cohort, notes, themes), cohort);
    return [stop?.slide.slide, stop?.page];
  };

  it('is what the phase is about: notes as they come, a layer to read, then themes', () => {
    expect(now(inPhase('transfer', 5))).toEqual(['board', 0]);
    expect(now({ reading: true })).toEqual(['results', 0]);
    expect(now({ reading: true }, [note(1, 'Solo un hábito')], [])).toEqual(['patterns', 0]);
    expect(now({ reading: true }, [], [])).toEqual(['board', 0]);
    expect(now({ reading: false })).toEqual(['themes', 0]);
    expect(now({ reading: false }, MANY, [])).toEqual(['board', 0]);
  });

  it('is what facilitation shows; a theme that is gone is none, and a page that is gone the last one', () => {
    expect(now({ shown: { slide: 'theme:t2', page: 1 } })).toEqual(['theme:t2', 1]);
    expect(now({ shown: { slide: 'theme:t9', page: 1 } })).toEqual(['themes', 0]);
    expect(now({ shown: { slide: 'theme:t1', page: 99 } })[1]).toBe(
      (slideOf(deckOf(twelve(CLUSTER)), 'theme:t1')?.pages.length ?? 0) - 1,
    );
    expect(now({ shown: { slide: 'words', page: 0 } })).toEqual(['themes', 0]);
  });

  it('is turned page by page over the ends of slides, there and back', () => {
    const deck = deckOf(twelve(CLUSTER));
    const first = deck[0];
    if (!first) throw new Error('no slide');
    const way = [{ slide: first, page: 0 }];
    for (let stop = stopBeside(deck, { slide: first, page: 0 }, 1); stop; stop = stopBeside(deck, stop, 1))
      way.push(stop);
    expect(way).toHaveLength(deck.reduce((sum, { pages }) => sum + pages.length, 0));
    expect(new Set(way.map(({ slide, page }) => `${slide.slide} ${page}`)).size).toBe(way.length);
    const back = way.slice(1).map((stop) => stopBeside(deck, stop, -1));
    expect(back).toEqual(way.slice(0, -1));
    expect(way.some(isBlank)).toBe(false);
  });

  it('begins with what came last, and leaves out notes that say nothing', () => {
    const deck = deckOf(twelve(CLUSTER), [note(1, 'antes'), note(2, '  '), note(3, 'después')], []);
    expect(notesIn(deck[0])).toEqual(['n3', 'n1']);
    expect(deck.map(({ slide }) => slide)).toEqual(['board', ...LAYER_IDS]);
  });
});

describe('the group iceberg at a glance', () => {
  it('counts layers and who brought, never who did not, and never more than there is place for', () => {
    const cohort = twelve(CLUSTER);
    const notes = [note(0, 'a'), note(4, 'b'), note(1, 'c', { organisation: null })];
    expect(layerCounts(notes).map(({ count }) => count)).toEqual([2, 1, 0, 0]);
    const chips = chipsOf(notes, cohort, t);
    expect(chips.map(({ name, count }) => `${name} ${count}`)).toEqual(['O0 1', 'O1 1', 'Sin nombre 1']);
    const maribel = {
      ...cohort.people[0],
      id: 'maribel' as PersonId,
      role: 'facilitator',
      organisation: null,
    } as Person;
    const led = { ...cohort, people: [...cohort.people, maribel] };
    const quick = [...notes, note(2, 'rápida', { organisation: null, author: maribel.id })];
    expect(chipsOf(quick, led, t).map(({ name, count }) => `${name} ${count}`)).toEqual([
      'O0 1',
      'O1 1',
      'Facilitación 1',
      'Sin nombre 1',
    ]);
    const organisations = Array.from({ length: 40 }, (_, n) => ({
      id: `x${n}` as OrgId,
      name: `Organización ${n}`,
      acronym: `ABCD${n}`,
      order: n,
      letIn: false,
    }));
    const crowd = organisations.map(({ id }, n) => note(n, 'x', { organisation: id }));
    const some = chipsOf(crowd, { ...cohort, organisations }, t);
    expect(some.length).toBeLessThan(40);
    expect(some.at(-1)?.name).toBe(`y ${40 - (some.length - 1)} más`);
  });
});

describe('what was published', () => {
  it('is the sentences of all, then each organisation with its zones; nothing before', () => {
    expect(galleryDeck(words(twelve(inPhase('value', 5))))).toEqual([]);
    const gallery: Published[] = [
      { organisation: org(1), parts: { statement: ['Con Ponce logramos techo.'], value: ['Techo'] }, at: 1 },
      { organisation: org(0), parts: { impact: ['Brigadas'] }, at: 2 },
    ];
    const deck = galleryDeck(words(twelve(inPhase('value', 5), { gallery })));
    expect(deck.map(({ slide }) => slide)).toEqual(['gallery', 'organisation:org0', 'organisation:org1']);
    const said = deck[0]?.pages.flatMap(({ columns }) => columns.flat()).map((one) => ('text' in one ? one.text : ''));
    // Without a sentence, the zones stand for it.
    expect(said).toEqual([
      'O0 · Organización 0',
      'Cómo generamos impacto',
      'Brigadas',
      'O1 · Organización 1',
      'Con Ponce logramos techo.',
    ]);
  });

  it('leaves no sentence longer than its column, whatever words are in it', () => {
    const long = 'Con Ponce logramos techo seguro y agua que no se acaba para cada familia. '.repeat(4).trim();
    const statements = ['m'.repeat(280), long];
    const gallery = statements.map(
      (statement, n): Published => ({
        organisation: org(n),
        parts: { statement: [statement] },
        at: n,
      }),
    );
    const cohort = twelve(inPhase('value', 5), { gallery });
    for (const { pages, title } of galleryDeck(words(cohort)))
      for (const blocks of pages.flatMap(({ columns }) => columns))
        expect(
          blocks.reduce((sum, { height }) => sum + height, 0),
          title,
        ).toBeLessThanOrEqual(pageHeight(cohort.call, title));
  });
});

describe('words', () => {
  it('wrap between words, within words that are longer than a line, and before what stands behind them', () => {
    const line = textWidth('una línea', 30) + 1;
    expect(linesOf('una línea', 30, line)).toBe(1);
    expect(linesOf('una línea más', 30, line)).toBe(2);
    expect(linesOf('una línea', 30, line, 20)).toBe(2);
    expect(linesOf('a'.repeat(40), 30, textWidth('a'.repeat(10), 30))).toBe(4);
    expect(linesOf('una\n\nlínea', 30, line)).toBe(3);
    // Nine and a half letters have room in a line, so nine are in it.
    expect(linesOf('a'.repeat(40), 30, textWidth('a', 30) * 9.5)).toBe(5);
  });

  it('are taken apart where they take more lines than there are, between words where that can be', () => {
    const width = textWidth('una línea', 30) + 1;
    expect(piecesOf('una línea', 30, width, 1)).toEqual(['una línea']);
    expect(piecesOf('una línea más luz', 30, width, 1)).toEqual(['una línea', 'más luz']);
    const pieces = piecesOf(`una ${'a'.repeat(60)} línea`, 30, width, 2);
    expect(pieces.join('').replaceAll(' ', '')).toBe(`una${'a'.repeat(60)}línea`);
    for (const piece of pieces) expect(linesOf(piece, 30, width)).toBeLessThanOrEqual(2);
  });
});
