/** A note as views get it, with only what a test cares about written out. */
import type { Note } from '../../../shared/board/note.ts';
import type { NoteId, OrgId, PersonId } from '../../../shared/ids.ts';

export const ANA = 'ana' as PersonId;
export const LUIS = 'luis' as PersonId;

export const isAnas = (note: Pick<Note, 'author'>): boolean => note.author === ANA;

export const madeNote = (id: string, over: Partial<Note> = {}): Note => ({
  id: id as NoteId,
  text: `Nota ${id}`,
  pos: [800, 300],
  z: 0,
  operational: false,
  programmatic: false,
  star: false,
  private: false,
  held: null,
  author: ANA,
  organisation: 'yagrumo' as OrgId,
  theme: null,
  under: null,
  origin: null,
  brought: null,
  growth: null,
  createdAt: 1,
  ...over,
});
