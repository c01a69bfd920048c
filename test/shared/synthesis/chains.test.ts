/** Chains from the top down: in the order of the notes, whole or not, and no more than people read. */
import { describe, expect, it } from 'vitest';
import { type Link, linkId } from '../../../shared/board/links.ts';
import type { Note } from '../../../shared/board/note.ts';
import { addNotes, readNotes } from '../../../shared/board/notes.ts';
import type { NoteId } from '../../../shared/ids.ts';
import { chainsOf } from '../../../shared/synthesis/chains.ts';
import { joinedBoards } from '../../kit/docs.ts';

const Y_OF: Readonly<Record<string, number>> = { r: 300, p: 900, s: 1500, b: 2100 };
/** Notes by name, whose first letter is their layer: results, patterns, structures, beliefs. */
function notes(...names: string[]): Note[] {
  const [w] = joinedBoards('iceberg', 1);
  if (!w) throw new Error('a board');
  addNotes(
    w,
    names.map((name, i) => ({
      id: name as NoteId,
      pos: [900, Y_OF[name.charAt(0)] ?? 0] as const,
      createdAt: i,
      text: name.endsWith('_') ? ' ' : name,
    })),
  );
  return readNotes(w.doc);
}
/** `p1 r1`: the habit sustains the result. */
const links = (...pairs: string[]): Link[] =>
  pairs.map((pair) => {
    const [from, to] = pair.split(' ') as [NoteId, NoteId];
    return { id: linkId(from, to), from, to };
  });
const names = (chains: readonly (readonly Note[])[]): string[] =>
  chains.map((chain) => chain.map(({ id }) => id).join(' '));
const read = (all: readonly Note[], pairs: readonly Link[]) => {
  const { whole, partial, orphans, more } = chainsOf('iceberg', all, pairs);
  return { whole: names(whole), partial: names(partial), orphans: orphans.map(({ id }) => id).sort(), more };
};

describe('Chains', () => {
  it('go down every way there is, in order, and are whole with a note in each layer', () => {
    const all = notes('r1', 'r2', 'p1', 'p2', 's1', 'b1');
    expect(read(all, links('p1 r1', 'p2 r1', 's1 p1', 'b1 s1', 'p2 r2'))).toEqual({
      whole: ['r1 p1 s1 b1'],
      partial: ['r1 p2', 'r2 p2'],
      orphans: [],
      more: false,
    });
  });

  it('need no link of a note that is not there, nor one that does not go down', () => {
    const all = notes('r1', 'r2', 'p1');
    const none = links('p1 gone', 'gone r1', 'r1 r2', 'r1 p1', 'gone lost');
    expect(read(all, none)).toEqual({ whole: [], partial: [], orphans: ['p1', 'r1', 'r2'], more: false });
  });

  it('leave alone what has no words: it is no loose note', () => {
    expect(read(notes('r1', 'r2_'), [])).toMatchObject({ orphans: ['r1'] });
  });

  it.each([
    [59, 59, false],
    [60, 60, false],
    [61, 60, true],
  ])('of %d are %d shown, and it is said when there are more', (count, shown, more) => {
    const habits = Array.from({ length: count }, (_, i) => `p${i}`);
    const found = read(notes('r1', ...habits), links(...habits.map((habit) => `${habit} r1`)));
    expect([found.partial.length, found.more]).toEqual([shown, more]);
  });
});
