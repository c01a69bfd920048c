/** What publishing a part of a value board tells the cohort: the one answer for server and screens. Knows no document and no right. */
import type { Note } from '../board/note.ts';
import type { ValuePart } from '../cohort/call.ts';
import { areaOf } from '../template/geometry.ts';

type Telling = Pick<Note, 'text' | 'pos' | 'private'>;

/** Notes of a zone from top to bottom, but those that stay on their board; of `statement`, the sentence. Nothing blank. */
export function valueLines(notes: readonly Telling[], statement: string, part: ValuePart): string[] {
  if (part === 'statement') return [statement.trim()].filter((text) => text !== '');
  return notes
    .filter((note) => !note.private && areaOf('value', note.pos) === part)
    .sort((a, b) => a.pos[1] - b.pos[1] || a.pos[0] - b.pos[0])
    .map((note) => note.text.trim())
    .filter((text) => text !== '');
}
