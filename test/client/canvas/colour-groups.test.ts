/** What the paper of notes can tell beside their tag: each way has its groups, and none loses a note. */
import { describe, expect, it } from 'vitest';
import { type ColourBy, colourGroups, waysToColour } from '../../../client/canvas/colour/colour-groups.ts';
import type { Note } from '../../../shared/board/note.ts';
import type { Theme } from '../../../shared/board/themes.ts';
import type { Organisation } from '../../../shared/cohort/document.ts';
import type { OrgId, PersonId, ThemeId } from '../../../shared/ids.ts';
import { boardEntry, EMPTY_COHORT } from '../../kit/cohort-facts.ts';
import { madeNote } from '../list/made-note.ts';

const organisations: Organisation[] = Array.from({ length: 9 }, (_, i) => ({
  id: `org${i}` as OrgId,
  name: `Red ${i}`,
  acronym: `R${i}`,
  order: i,
  letIn: true,
}));
const ana = {
  id: 'ana' as PersonId,
  name: 'Ana Vega',
  role: 'participant',
  organisation: 'org0' as OrgId,
  host: null,
} as const;
const cohort = { ...EMPTY_COHORT, organisations, people: [ana] };
const themes: Theme[] = [
  { id: 't1' as ThemeId, title: 'Relevo', order: 1, createdAt: 1 },
  { id: 't2' as ThemeId, title: '', order: 2, createdAt: 2 },
];
const groups = (by: ColourBy, ...notes: Note[]) => colourGroups(by, { notes, themes, cohort, language: 'es' });
const told = (by: ColourBy, ...notes: Note[]) =>
  groups(by, ...notes).map(({ name, sign, notes: ids }) => [name, sign, ids.length]);

describe('Notes are put together', () => {
  it('by organisation, in the order of the cohort, with what has none last', () => {
    const notes = [
      madeNote('a', { organisation: 'org1' as OrgId }),
      madeNote('b', { organisation: null }),
      madeNote('c', { organisation: 'org0' as OrgId }),
      madeNote('d', { organisation: 'org1' as OrgId }),
      madeNote('e', { organisation: 'gone' as OrgId }),
    ];
    expect(told('organisation', ...notes)).toEqual([
      ['Red 0', 'R0', 1],
      ['Red 1', 'R1', 2],
      ['', '', 2],
    ]);
  });

  it('by theme, with its number, also where it has no title', () => {
    const notes = [madeNote('a', { theme: 't2' as ThemeId }), madeNote('b', { theme: 't1' as ThemeId })];
    expect(told('theme', ...notes)).toEqual([
      ['Relevo', '1', 1],
      ['Tema sin nombre', '2', 1],
    ]);
  });

  it('by person, with their initials', () => {
    expect(told('person', madeNote('a', { author: ana.id }), madeNote('b', { author: null }))).toEqual([
      ['Ana Vega', 'AV', 1],
      ['', '', 1],
    ]);
  });

  it('by tag, on the papers they have', () => {
    const made = groups('tag', madeNote('a', { operational: true, programmatic: true }), madeNote('b', {}));
    expect(made.map(({ id, paper }) => [id, paper])).toEqual([
      ['both', '#DDFCD7'],
      [null, '#FFFFFF'],
    ]);
  });
});

it('eight organisations have eight papers, and the ninth one of them and its own sign', () => {
  const made = groups('organisation', ...organisations.map(({ id }) => madeNote(id, { organisation: id })));
  expect(new Set(made.slice(0, 8).map(({ paper }) => paper)).size).toBe(8);
  expect([made[8]?.paper === made[0]?.paper, made[8]?.sign]).toEqual([true, 'R8']);
});

it.each([
  ['group-iceberg', null, ['tag', 'organisation', 'theme']],
  ['iceberg', null, ['tag', 'person']],
  ['value', null, ['tag', 'person']],
  ['iceberg', ana.id, ['tag']],
  ['practice', null, ['tag']],
] as const)('a board %s of %s can be coloured by %j', (kind, person, ways) => {
  expect(waysToColour({ ...boardEntry(kind, { person }), kind })).toEqual(ways);
});
