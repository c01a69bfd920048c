/** What others' machines say of where people are: what is unreadable is left out, and never the person with it. */
import { describe, expect, it } from 'vitest';
import { inkOf, parsePeer } from '../../../shared/board/presence.ts';
import type { PersonId } from '../../../shared/ids.ts';

const user = { id: 'ana', name: 'Ana Rivera', colour: '#0b5a8a' };
const nothing = { view: 'canvas', cursor: null, selection: [], editing: null, dragging: new Map(), sight: null };

it('reads everything somebody shows', () => {
  const state = {
    user,
    view: 'list',
    cursor: [3, -4.5],
    selection: ['n1', 'n2'],
    editing: 'note:n1',
    dragging: { n1: [5, 6] },
    sight: [0, 0, 800, 600],
  };
  expect(parsePeer(7, state)).toEqual({ ...state, client: 7, dragging: new Map([['n1', [5, 6]]]) });
});

it('needs no more than who it is', () => {
  expect(parsePeer(7, { user })).toEqual({ client: 7, user, ...nothing });
});

it.each([
  ['nothing', null],
  ['a list', [user]],
  ['a word', 'ana'],
  ['nobody', {}],
  ['an id that is none', { user: { ...user, id: 'ana rivera' } }],
  ['a number for a name', { user: { ...user, name: 7 } }],
  ['a list for somebody', { user: [user] }],
])('is nobody where the state is of %s', (_, state) => {
  expect(parsePeer(7, state)).toBeNull();
});

it('cuts a name that would fill the screen, and greys a colour that is none', () => {
  const seen = parsePeer(7, { user: { id: 'ana', name: 'A'.repeat(90), colour: 'red;background:url(//x)' } });
  expect(seen?.user).toEqual({ id: 'ana', name: 'A'.repeat(60), colour: '#5b6b7c' });
  expect(parsePeer(7, { user: { ...user, colour: '#0b5a8a ' } })?.user.colour).toBe('#5b6b7c');
  expect(parsePeer(7, { user: { ...user, colour: 'x#0b5a8a' } })?.user.colour).toBe('#5b6b7c');
});

describe('leaves out, and keeps the rest of,', () => {
  it.each([
    ['a pointer with one number', { cursor: [3] }],
    ['a pointer of words', { cursor: ['3', '4'] }],
    ['a pointer that is nowhere', { cursor: [Number.NaN, 4] }],
    ['a pointer beyond every board', { cursor: [3, 1e7] }],
    ['a pointer that is no pair', { cursor: { 0: 3, 1: 4 } }],
    ['a view nobody knows', { view: 'room' }],
    ['a selection that is none', { selection: 'n1' }],
    ['a selection of what is no note', { selection: ['no note', 7] }],
    ['something written that has no name', { editing: 7 }],
    ['what is dragged as a list', { dragging: [['n1', [5, 6]]] }],
    ['a dragged note without a place', { dragging: { n1: [5] } }],
    ['a dragged thing that is no note', { dragging: { 'no note': [5, 6] } }],
    ['a sight of three sides', { sight: [0, 0, 800] }],
    ['a sight that is no list', { sight: 800 }],
    ['a sight without width', { sight: [800, 0, 800, 600] }],
    ['a sight upside down', { sight: [0, 600, 800, 0] }],
    ['a sight without height', { sight: [0, 600, 800, 600] }],
    ['a sight that begins nowhere', { sight: ['0', 0, 800, 600] }],
    ['a sight that begins beyond every board', { sight: [0, -1e7, 800, 600] }],
    ['a sight without end', { sight: [0, 0, Number.POSITIVE_INFINITY, 600] }],
  ])('%s', (_, state) => {
    expect(parsePeer(7, { user, ...state })).toEqual({ client: 7, user, ...nothing });
  });
});

it('reads no more than fifty notes and a hundred characters of one peer', () => {
  const ids = Array.from({ length: 60 }, (_, i) => `n${i}`);
  const dragging = Object.fromEntries(ids.map((id) => [id, [1, 2]]));
  const seen = parsePeer(7, { user, selection: ids, dragging, editing: 'x'.repeat(120) });
  expect([seen?.selection.length, seen?.dragging.size, seen?.editing?.length]).toEqual([50, 50, 100]);
});

it('gives a person one ink wherever they are, and a team several', () => {
  const team = Array.from({ length: 40 }, (_, i) => `person-${i}` as PersonId);
  const inks = team.map(inkOf);
  // Devices of other versions show the same person in the same ink.
  expect(['ana', 'luis', 'eva'].map((id) => inkOf(id as PersonId))).toEqual(['#4a41a8', '#00615c', '#4a41a8']);
  for (const ink of inks) expect(ink).toMatch(/^#[0-9a-f]{6}$/);
  expect(new Set(inks).size).toBe(12);
});
