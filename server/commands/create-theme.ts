/** Groups notes of the group iceberg into a new theme. The same as a person does on the canvas, for scripts. */
import { noteAt } from '../../shared/board/notes.ts';
import { addTheme } from '../../shared/board/themes.ts';
import { type BoardId, type NoteId, newThemeId, type ThemeId } from '../../shared/ids.ts';
import type { Caller, Context } from './context.ts';
import { done, type Outcome, refused } from './outcome.ts';
import { boardFor } from './rights.ts';

export interface CreatedTheme {
  readonly id: ThemeId;
  readonly title: string;
  /** Those of the notes asked for that are on the board. */
  readonly notes: readonly NoteId[];
}

export async function createTheme(
  { registry, rooms, now }: Context,
  caller: Caller,
  id: BoardId,
  { title, notes }: { title: string; notes: readonly NoteId[] },
): Promise<Outcome<CreatedTheme>> {
  const board = boardFor(registry, caller, id, 'write');
  if (!board.ok) return board;
  if (board.value.kind !== 'group-iceberg') return refused('wrong-kind');
  const theme = newThemeId();
  const grouped = await rooms.change(id, (doc) => {
    const there = [...new Set(notes)].filter((note) => noteAt(doc, note) !== null);
    addTheme({ doc, origin: null }, { id: theme, title, createdAt: now() }, there);
    return there;
  });
  return done({ id: theme, title, notes: grouped });
}
