/** The cohort's document: what every page reads of it, whatever is in it, and what the server writes. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { newCall } from '../../../shared/cohort/call.ts';
import {
  BEFORE_THE_CALL,
  handSeen,
  isNotesBoard,
  opennessOf,
  parseIssue,
  parsePublished,
  readCohort,
  removeBoard,
  removePerson,
  writeBoard,
  writeCounts,
  writeHandSeen,
  writeMeta,
  writeOrganisation,
  writePerson,
  writeRoot,
} from '../../../shared/cohort/document.ts';
import { newBoardId, type OrgId, type PersonId } from '../../../shared/ids.ts';
import { BOARD_KINDS, CANVAS_KINDS } from '../../../shared/template/kinds.ts';

const casa = { id: 'casa' as OrgId, name: 'Casa', acronym: 'C', order: 1, letIn: true };
const red = { id: 'red' as OrgId, name: 'Red', acronym: 'R', order: 0, letIn: false };
const ana = { id: 'ana' as PersonId, name: 'Ana', role: 'participant', organisation: casa.id, host: null } as const;
const [first, second] = [newBoardId(), newBoardId()];
const board = { id: first, kind: 'iceberg', organisation: casa.id, person: null, title: '', createdAt: 5 } as const;

function heard(doc: Y.Doc, deed: () => void): number {
  let updates = 0;
  const count = (): void => {
    updates += 1;
  };
  doc.on('update', count);
  deed();
  doc.off('update', count);
  return updates;
}

describe('A cohort', () => {
  it('of which nothing is written yet has every default, and a call nobody has begun', () => {
    expect(readCohort(new Y.Doc())).toEqual({
      meta: {
        name: '',
        date: '',
        time: '',
        language: 'es',
        boardPer: 'organisation',
        themesOpen: false,
        rehearsal: false,
      },
      organisations: [],
      people: [],
      boards: [],
      counts: new Map(),
      ...BEFORE_THE_CALL,
    });
    expect(BEFORE_THE_CALL).toEqual({
      call: newCall(),
      issues: [],
      gallery: [],
      dots: new Map(),
      progress: { answered: 0, of: 0 },
    });
  });

  it('reads what the server wrote: organisations in their order, boards as they were made', () => {
    const doc = new Y.Doc();
    const meta = { name: 'Marea', date: '2026-11-20', time: '09:30', language: 'en', boardPer: 'person' } as const;
    writeMeta(doc, meta);
    writeMeta(doc, { themesOpen: true, rehearsal: true });
    for (const one of [casa, red]) writeOrganisation(doc, one);
    writePerson(doc, ana);
    const later = { ...board, id: second, kind: 'value', title: 'Copia', person: ana.id, createdAt: 9 } as const;
    for (const one of [later, board]) writeBoard(doc, one);
    writeCounts(doc, first, { results: 2 });
    const issue = { title: 'Pocas manos', theme: null, at: 3 };
    const published = { parts: { value: ['uno'], statement: ['dos'] }, at: 4 };
    writeRoot(doc, 'issues', { casa: issue });
    writeRoot(doc, 'gallery', { red: published });
    writeRoot(doc, 'dots', { n1: 3 });
    writeRoot(doc, 'progress', { answered: 2, of: 5 });
    writeRoot(doc, 'call', newCall(2, 'two'));
    expect(readCohort(doc)).toEqual({
      meta: { ...meta, themesOpen: true, rehearsal: true },
      organisations: [red, casa],
      people: [ana],
      boards: [board, later],
      counts: new Map([[first, { results: 2 }]]),
      call: newCall(2, 'two'),
      issues: [{ organisation: 'casa', ...issue }],
      gallery: [{ organisation: 'red', ...published }],
      dots: new Map([['n1', 3]]),
      progress: { answered: 2, of: 5 },
    });
  });

  it('reads the plainest where one value is none', () => {
    const doc = new Y.Doc();
    const wrong = { name: 7, date: null, time: [], language: 'fr', boardPer: 'team', themesOpen: 1, rehearsal: 'yes' };
    for (const [key, value] of Object.entries(wrong)) doc.getMap('meta').set(key, value);
    doc.getMap('progress').set('answered', '3');
    doc.getMap('progress').set('of', null);
    doc.getMap('organisations').set('casa', { name: 'Casa', acronym: 'C', order: 0, letIn: 'yes' });
    doc.getMap('people').set('ana', { name: 'Ana', role: 'participant', organisation: null, host: 'not an id' });
    doc.getMap('boards').set(first, { kind: 'value', organisation: null, person: null, title: 7, createdAt: 'soon' });
    doc.getMap('call').set('status', 'running');
    const cohort = readCohort(doc);
    expect(cohort).toMatchObject({
      meta: readCohort(new Y.Doc()).meta,
      call: newCall(),
      progress: { answered: 0, of: 0 },
    });
    expect(cohort.organisations[0]?.letIn).toBe(false);
    expect(cohort.people[0]?.host).toBeNull();
    expect(cohort.boards[0]).toMatchObject({ title: '', createdAt: 0 });
  });

  it.each([
    ['organisations', 'casa', [{ name: 'x', acronym: 'x' }, { name: 7, acronym: 'x', order: 0 }, 'casa', null]],
    ['people', 'ana', [{ name: 'x', role: 'guest', organisation: null }, { name: 'x', role: 'participant' }, 7]],
    ['boards', first, [{ kind: 'poster', organisation: null, person: null }, { kind: 'value', person: null }, []]],
    ['issues', 'casa', [{ title: 'x', at: 1 }, { title: 'x', theme: 'not an id', at: 1 }, 'x']],
    ['gallery', 'casa', [{ parts: { poster: ['x'] }, at: 1 }, { parts: { value: 'x' }, at: 1 }, { at: 1 }]],
    ['counts', first, [{ results: 'two' }, 7, null]],
    ['dots', 'n1', ['3', null, { n: 3 }]],
  ])('leaves out of %s what cannot be read, and what has no name', (root, id, values) => {
    const doc = new Y.Doc();
    for (const [i, value] of values.entries()) doc.getMap(root).set(i === 0 ? id : `${id}-${i}`, value);
    const good = { casa, ana, [first]: board, n1: 3 }[id];
    doc.getMap(root).set('not an id', good);
    const read = Object(readCohort(doc))[root];
    expect([...read]).toEqual([]);
  });
});

describe('The server writes', () => {
  it('an issue and what was published only as what they are', () => {
    const issue = { title: 'Pocas manos', theme: 'agua', at: 3 };
    expect([parseIssue(issue), parsePublished({ parts: {}, at: 1 })]).toEqual([issue, { parts: {}, at: 1 }]);
    for (const none of [null, {}, { ...issue, theme: 7 }]) expect(() => parseIssue(none)).toThrow();
    for (const none of [null, {}, { parts: { other: [] }, at: 1 }]) expect(() => parsePublished(none)).toThrow();
  });

  it('a count only when it is another one', () => {
    const doc = new Y.Doc();
    expect(writeCounts(doc, first, { results: 1 })).toBe(true);
    expect(heard(doc, () => expect(writeCounts(doc, first, { results: 1 })).toBe(false))).toBe(0);
    expect(writeCounts(doc, first, { results: 2 })).toBe(true);
    expect(readCohort(doc).counts.get(first)).toEqual({ results: 2 });
  });

  it('a root as it is wanted: what is the same is not sent, what is not wanted goes', () => {
    const doc = new Y.Doc();
    writeRoot(doc, 'dots', { n1: 1, n2: 2 });
    expect(heard(doc, () => writeRoot(doc, 'dots', { n1: 1, n2: 2 }))).toBe(0);
    expect(heard(doc, () => writeRoot(doc, 'dots', { n1: 1, n2: 5 }))).toBe(1);
    expect(heard(doc, () => writeRoot(doc, 'dots', { n2: 5 }))).toBe(1);
    expect(doc.getMap('dots').toJSON()).toEqual({ n2: 5 });
  });

  it('that somebody or a board is gone, with all that was said of them', () => {
    const doc = new Y.Doc();
    writePerson(doc, ana);
    writeHandSeen(doc, ana.id, 12);
    writeBoard(doc, board);
    writeCounts(doc, first, { results: 1 });
    expect(handSeen(doc, ana.id)).toBe(12);
    removePerson(doc, ana.id);
    removeBoard(doc, first);
    expect(handSeen(doc, ana.id)).toBeNaN();
    expect([readCohort(doc).people, readCohort(doc).boards, readCohort(doc).counts.size]).toEqual([[], [], 0]);
  });
});

it('what is open is what the cohort says now, and nobody unknown lets anybody in', () => {
  const doc = new Y.Doc();
  writeMeta(doc, { themesOpen: true });
  for (const one of [casa, red]) writeOrganisation(doc, one);
  const open = opennessOf(readCohort(doc));
  expect([open.themesOpen, open.call]).toEqual([true, newCall()]);
  expect([casa.id, red.id, 'other' as OrgId].map(open.letIn)).toEqual([true, false, false]);
});

it('boards of notes are those with a canvas', () => {
  expect(BOARD_KINDS.filter((kind) => isNotesBoard({ ...board, kind }))).toEqual([...CANVAS_KINDS]);
});
