/** What is a board file, field by field: what may be left out, up to which bounds, and what is refused. */
import { describe, expect, it } from 'vitest';
import { DRAWING_SIZE } from '../../../shared/board/drawings.ts';
import { MOST_LINKS } from '../../../shared/board/links.ts';
import { parseSnapshot, type SnapshotParse } from '../../../shared/board/snapshot-format.ts';
import { newBoardId } from '../../../shared/ids.ts';
import { COUNT, TEXT } from '../../../shared/limits.ts';

const FILE = { kind: 'tempano-board', version: 1, board: { kind: 'iceberg' }, notes: [] };
const NOTE = { id: 'n', text: 'hola' };
const parsed = (input: unknown) => {
  const outcome = parseSnapshot(input);
  if (!outcome.ok) throw new Error(`${outcome.why} ${outcome.at}`);
  return outcome.snapshot;
};
const withNote = (change: object): SnapshotParse => parseSnapshot({ ...FILE, notes: [{ ...NOTE, ...change }] });
const nested = (levels: number): object => (levels === 0 ? {} : { a: nested(levels - 1) });

describe('A file', () => {
  it('may leave out all but what it is, and is nobody’s board of nothing', () => {
    expect(parsed(FILE)).toEqual({
      ...FILE,
      exportedAt: '',
      board: { kind: 'iceberg', title: '' },
      organization: null,
      themes: [],
      links: [],
      texts: {},
      drawings: [],
    });
  });

  it('has notes of which only the name and the text must be there', () => {
    const plain = { author: null, organization: null, tag: null, theme: null, share: true, star: false, createdAt: 0 };
    expect(parsed({ ...FILE, notes: [NOTE] }).notes).toEqual([{ ...NOTE, ...plain, origin: null }]);
    const origin = { board: newBoardId(), note: 'o' };
    const full = {
      ...NOTE,
      layer: 'beliefs',
      author: 'ana',
      organization: 'casa',
      tag: 'both',
      theme: 't',
      share: false,
      star: true,
      held: 'individual',
      x: 1,
      y: -2,
      z: 3,
      createdAt: 4,
      origin,
      growth: 'people',
    };
    expect(parsed({ ...FILE, notes: [full, { ...full, held: 'group' }] }).notes).toEqual([
      full,
      { ...full, held: 'group' },
    ]);
    expect(parsed({ ...FILE, notes: [{ ...full, held: 'all', growth: 'luck' }] }).notes).toEqual([
      { ...full, held: null, growth: null },
    ]);
  });

  it.each([
    ['text', { text: 7 }],
    ['layer', { layer: 'ground' }],
    ['zone', { zone: 'ground' }],
    ['author', { author: 'not an id' }],
    ['organization', { organization: 7 }],
    ['tag', { tag: 'other' }],
    ['theme', { theme: 'not an id' }],
    ['share', { share: 'no' }],
    ['star', { star: 1 }],
    ['x', { x: -1_000_001 }],
    ['y', { y: 1_000_001 }],
    ['z', { z: Number.POSITIVE_INFINITY }],
    ['createdAt', { createdAt: Number.NEGATIVE_INFINITY }],
    ['origin.board', { origin: { board: 'b', note: 'o' } }],
    ['origin.note', { origin: { board: newBoardId() } }],
  ])('is refused for the %s of a note, and says so', (at, change) => {
    expect(withNote(change)).toEqual({ ok: false, why: 'invalid', at: `notes.0.${at}` });
  });

  it('goes to its bounds', () => {
    const text = 'x'.repeat(TEXT.importedNote);
    expect(withNote({ x: 1_000_000, y: -1_000_000, text }).ok).toBe(true);
    const theme = { id: 't', title: text, order: 1 };
    expect(parsed({ ...FILE, themes: [theme] }).themes).toEqual([{ ...theme, createdAt: 0 }]);
    const links = (n: number): object[] => Array.from({ length: n }, (_, i) => ({ from: `a${i}`, to: 'b' }));
    expect(parsed({ ...FILE, links: links(MOST_LINKS) }).links).toHaveLength(MOST_LINKS);
    expect(parseSnapshot({ ...FILE, links: links(MOST_LINKS + 1) })).toMatchObject({ at: 'links' });
    const drawing = (size: number): object => ({
      id: 'shape:pen',
      record: { text: 'x'.repeat(size - '{"text":""}'.length) },
    });
    expect(parsed({ ...FILE, drawings: [drawing(DRAWING_SIZE)] }).drawings).toHaveLength(1);
    expect(parsed({ ...FILE, drawings: [drawing(DRAWING_SIZE + 1)] }).drawings).toEqual([]);
    const many = Array.from({ length: 2 * COUNT.notesPerBoard + 1 }, () => drawing(20));
    expect(parsed({ ...FILE, drawings: many.slice(1) }).drawings).toHaveLength(2 * COUNT.notesPerBoard);
    expect(parseSnapshot({ ...FILE, drawings: many })).toMatchObject({ at: 'drawings' });
  });

  it('says of its links which note sustains which, of its call which it was, and its sentence', () => {
    const [cohort, texts] = [{ name: 'Marea', date: '2026-11-20' }, { statement: 'Con otras.' }];
    const links = [{ from: 'a', to: 'b' }];
    expect(parsed({ ...FILE, cohort, texts, links })).toMatchObject({ cohort, texts, links });
    for (const wrong of [{ links: [{ from: 'a' }] }, { cohort: { name: 'Marea' } }, { texts: { statement: 7 } }])
      expect(parseSnapshot({ ...FILE, ...wrong })).toMatchObject({ ok: false, why: 'invalid' });
  });

  it('leaves out drawings that are none, and keeps the others', () => {
    const good = { id: 'shape:pen', record: { x: 1 } };
    const bad = [
      { ...good, id: 'not an id' },
      { ...good, record: 7 },
      { ...good, record: { x: 1e9 } },
    ];
    expect(parsed({ ...FILE, drawings: [...bad, good] }).drawings).toEqual([good]);
  });

  it.each([
    ['too-deep', { ...FILE, extra: nested(16) }],
    ['newer-version', { ...FILE, version: 2 }],
    ['newer-version', { version: 1.5 }],
    ['not-a-board', { ...FILE, kind: 'other' }],
    ['not-a-board', { version: 1 }],
    ['not-a-board', 'tempano-board'],
    ['not-a-board', undefined],
    ['invalid', { ...FILE, version: '2' }],
    ['invalid', { ...FILE, version: 0 }],
    ['invalid', { ...FILE, board: { kind: 'closing' } }],
  ])('is refused as %s', (why, input) => {
    expect(parseSnapshot(input)).toMatchObject({ ok: false, why });
  });

  it('may be as deep as a drawing takes, and names the first thing that is wrong alone', () => {
    expect(parseSnapshot({ ...FILE, extra: nested(14) }).ok).toBe(true);
    expect(parseSnapshot({ ...FILE, notes: [{ id: '?' }, { id: '?' }], themes: 7 })).toEqual({
      ok: false,
      why: 'invalid',
      at: 'notes.0.id',
    });
  });
});

describe('An organisation of a cohort file', () => {
  const zones = ['beneficiaries', 'value', 'impact', 'resources', 'alliances'];

  it('is its iceberg where it has one, with nothing that is not in it', () => {
    const iceberg = [{ ...NOTE, layer: 'patterns', theme: 't' }];
    const { organization, ...rest } = parsed({
      name: 'Casa',
      iceberg,
      valueProposition: {},
      people: [{ id: 'ana', name: 'Ana' }],
    });
    expect(rest).toMatchObject({
      kind: 'tempano-board',
      version: 1,
      exportedAt: '',
      board: { kind: 'iceberg', title: 'Casa' },
      notes: [{ ...NOTE, layer: 'patterns', theme: null }],
      themes: [],
      texts: {},
      links: [],
      drawings: [],
    });
    expect(organization).toMatchObject({ id: '', name: 'Casa', acronym: '', people: [{ id: 'ana', name: 'Ana' }] });
  });

  it('is its value proposition else: a note for each line, named by its zone and place', () => {
    const lines = Object.fromEntries(zones.map((zone) => [zone, [`${zone} uno`, `${zone} dos`]]));
    const { notes, board, texts, ...rest } = parsed({ valueProposition: { ...lines, statement: 'Con otras.' } });
    expect(notes.map(({ id, zone, text }) => [id, zone, text])).toEqual(
      zones.flatMap((zone) => [
        [`${zone}-1`, zone, `${zone} uno`],
        [`${zone}-2`, zone, `${zone} dos`],
      ]),
    );
    expect([board, texts]).toEqual([{ kind: 'value', title: '' }, { statement: 'Con otras.' }]);
    expect(rest).toMatchObject({ themes: [], links: [], drawings: [] });
    expect(parsed({ valueProposition: {} })).toMatchObject({ notes: [], texts: { statement: '' } });
  });

  it.each([
    ['name', { name: 'x'.repeat(TEXT.organisationName + 1), iceberg: [] }],
    ['acronym', { acronym: 'x'.repeat(13), iceberg: [] }],
    ['iceberg.0.id', { iceberg: [{ text: 'x' }] }],
    ['valueProposition.impact.0', { valueProposition: { impact: [7] } }],
    ['valueProposition.statement', { valueProposition: { statement: 'x'.repeat(TEXT.importedNote + 1) } }],
    ['people.0.name', { people: [{ id: 'ana' }], iceberg: [] }],
  ])('is refused for its %s', (at, input) => {
    expect(parseSnapshot(input)).toEqual({ ok: false, why: 'invalid', at });
  });
});
