/** A board as a file, part by part: what is in it, in which order, and within which bounds. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addLinks } from '../../../shared/board/links.ts';
import { deleteNotes } from '../../../shared/board/notes.ts';
import { type SnapshotContext, toSnapshot } from '../../../shared/board/snapshot.ts';
import { textAt } from '../../../shared/board/texts.ts';
import { addTheme, dissolveTheme, mergeThemes } from '../../../shared/board/themes.ts';
import { type NoteId, newBoardId, type OrgId, type PersonId, type ThemeId } from '../../../shared/ids.ts';
import { TEXT } from '../../../shared/limits.ts';
import { NOTE } from '../../../shared/template/geometry.ts';
import { VALUE_ZONES } from '../../../shared/template/value.ts';
import { notedBoard } from './noted-board.ts';

const organisation = { id: 'casa' as OrgId, name: 'Casa', acronym: 'C' };
const people = ['ana', 'luis'].map((id) => ({ id: id as PersonId, name: id.toUpperCase() }));
const context: SnapshotContext = {
  exportedAt: '2026-11-22T12:00:00.000Z',
  title: 'Iceberg',
  cohort: { name: 'Marea', date: '2026-11-20' },
  organisation,
  people,
};
const id = (text: string): NoteId => text as NoteId;
const theme = (text: string): ThemeId => text as ThemeId;

describe('Notes in a file', () => {
  it('come as they were made, those of one moment by their ids', () => {
    const made = [
      ['c', 2],
      ['b', 1],
      ['a', 2],
      ['d', 0],
    ] as const;
    const w = notedBoard('iceberg', ...made.map(([name, createdAt]) => ({ id: id(name), createdAt })));
    expect(toSnapshot(w.doc, context).notes.map((note) => note.id)).toEqual(['d', 'b', 'a', 'c']);
  });

  it('say all they are, and whose a belief is or what it tells only where it does', () => {
    const origin = { board: newBoardId(), note: id('o') };
    const author = 'ana' as PersonId;
    const w = notedBoard(
      'iceberg',
      { author, organisation: organisation.id, tag: 'both', star: true, private: true, z: 9, origin, held: 'group' },
      { growth: 'people', createdAt: 2, z: 3 },
    );
    const plain = { author: null, organization: null, tag: null, theme: null, share: true, star: false, origin: null };
    const place = { layer: 'results', x: 900, y: 300 };
    expect(toSnapshot(w.doc, context).notes).toEqual([
      {
        id: 'n0',
        text: 'nota 0',
        ...place,
        author,
        organization: 'casa',
        tag: 'both',
        theme: null,
        share: false,
        star: true,
        z: 9,
        createdAt: 1,
        origin,
        held: 'group',
      },
      { id: 'n1', text: 'nota 1', ...place, ...plain, z: 3, createdAt: 2, growth: 'people' },
    ]);
  });

  it('have the theme they are in now: that into which theirs was merged, none when it was dissolved', () => {
    const w = notedBoard('group-iceberg', {}, {}, {});
    for (const [i, name] of ['one', 'two', 'three'].entries())
      addTheme(w, { id: theme(name), title: name, createdAt: i }, [id(`n${i}`)]);
    mergeThemes(w, theme('one'), [theme('two')]);
    dissolveTheme(w, theme('three'));
    const { notes, themes } = toSnapshot(w.doc, context);
    expect(notes.map((note) => note.theme)).toEqual(['one', 'one', null]);
    expect(themes).toEqual([{ id: 'one', title: 'one', order: 1, createdAt: 0 }]);
  });

  it('take no more text each than a file may have, and not one letter less', () => {
    const most = 'x'.repeat(TEXT.importedNote);
    const w = notedBoard(
      'iceberg',
      { text: most },
      { text: `${most}y`, createdAt: 2, origin: { board: newBoardId(), note: id('o') } },
    );
    const { notes } = toSnapshot(w.doc, context);
    expect(notes.map(({ id, text, y }) => [id, text.length, y])).toEqual([
      ['n0', TEXT.importedNote, 300],
      ['n1', TEXT.importedNote, 300],
      ['n1-2', 1, 300 + NOTE.gap],
    ]);
    expect(notes.map(({ origin }) => origin === null)).toEqual([true, false, true]);
  });

  it('are there also where nothing is written in them', () => {
    expect(toSnapshot(notedBoard('iceberg', { text: '' }).doc, context).notes).toMatchObject([{ id: 'n0', text: '' }]);
  });

  it('are never cut within an emoji, and a piece of a note with a long id has one too', () => {
    const long = 'i'.repeat(80);
    const w = notedBoard('iceberg', { id: id(long), text: `${'x'.repeat(TEXT.importedNote - 1)}🧊🧊` });
    const { notes } = toSnapshot(w.doc, context);
    expect(notes.map(({ text }) => [...text].length)).toEqual([TEXT.importedNote - 1, 2]);
    expect(notes.map((note) => note.id)).toEqual([long, `${'i'.repeat(76)}-2`]);
  });
});

describe('Around the notes of a file', () => {
  it('are their authors, and nobody without a note', () => {
    const w = notedBoard('iceberg', { author: 'ana' as PersonId }, { author: 'gone' as PersonId });
    expect(toSnapshot(w.doc, context).organization?.people).toEqual([{ id: 'ana', name: 'ANA' }]);
    expect(toSnapshot(w.doc, { ...context, organisation: null }).organization).toBeNull();
  });

  it('are the titles of themes and the sentence, as long as a file may have them', () => {
    const endless = 'x'.repeat(TEXT.importedNote + 1);
    const w = notedBoard('value');
    addTheme(w, { id: theme('t'), title: endless, createdAt: 4 }, []);
    textAt(w.doc, 'statement')?.insert(0, endless);
    const { themes, texts, organization } = toSnapshot(w.doc, context);
    expect([themes[0]?.title.length, texts.statement?.length]).toEqual([TEXT.importedNote, TEXT.importedNote]);
    expect(organization?.valueProposition?.statement).toBe(texts.statement);
  });

  it('is the value proposition, each line in its zone and no iceberg beside it', () => {
    const zones = ['beneficiaries', 'value', 'impact', 'resources', 'alliances'] as const;
    const w = notedBoard(
      'value',
      ...zones.map((zone, i) => ({
        pos: [VALUE_ZONES[zone].x + 20, VALUE_ZONES[zone].y + 20] as const,
        text: zone,
        createdAt: i,
      })),
    );
    const { organization, notes } = toSnapshot(w.doc, context);
    expect(organization?.valueProposition).toEqual({
      ...Object.fromEntries(zones.map((zone) => [zone, [zone]])),
      statement: '',
    });
    expect(organization).not.toHaveProperty('iceberg');
    expect(notes.map(({ zone, layer }) => [zone, layer])).toEqual(zones.map((zone) => [zone, undefined]));
  });

  it('is the iceberg again, and no sentence where the board has none', () => {
    const { organization, notes, texts, ...rest } = toSnapshot(notedBoard('iceberg', {}).doc, context);
    expect([organization?.iceberg, texts]).toEqual([notes, {}]);
    expect(organization).not.toHaveProperty('valueProposition');
    expect(rest).toEqual({
      kind: 'tempano-board',
      version: 1,
      exportedAt: context.exportedAt,
      board: { kind: 'iceberg', title: 'Iceberg' },
      cohort: context.cohort,
      themes: [],
      links: [],
      drawings: [],
    });
    expect(toSnapshot(notedBoard('group-iceberg').doc, context).columns).toEqual([]);
  });

  it('are links between notes that are there', () => {
    const w = notedBoard('iceberg', {}, {}, {});
    addLinks(w, [
      { from: id('n1'), to: id('n0') },
      { from: id('n2'), to: id('n0') },
    ]);
    deleteNotes(w, [id('n2')], 9);
    expect(toSnapshot(w.doc, context).links).toEqual([{ from: 'n1', to: 'n0' }]);
  });

  it('of a document that is no board yet is an empty iceberg', () => {
    const { board, notes } = toSnapshot(new Y.Doc(), context);
    expect([board.kind, notes]).toEqual(['iceberg', []]);
  });
});
