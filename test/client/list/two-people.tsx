/** Two people on one board, the list of one of them drawn. Everything is closed when the test is over. */
import { act } from 'react';
import { onTestFinished } from 'vitest';
import { addNote } from '../../../client/board/actions.ts';
import type { BoardSession } from '../../../client/board/session.ts';
import { beginWriting, type Writing } from '../../../client/board/writing.ts';
import type { Note } from '../../../shared/board/note.ts';
import { noteAt } from '../../../shared/board/notes.ts';
import type { NoteId } from '../../../shared/ids.ts';
import type { AreaId, CanvasKind } from '../../../shared/template/kinds.ts';
import { joinedSessions } from '../../kit/session.ts';
import { type DrawnList, drawList } from './drawn-list.tsx';

export function two(kind: CanvasKind): { ana: BoardSession; luis: BoardSession } {
  const [ana, luis] = joinedSessions(kind, 2);
  if (!ana || !luis) throw new Error('two sessions were asked for');
  for (const one of [ana, luis]) onTestFinished(() => one.close());
  return { ana, luis };
}
export function draw(session: BoardSession, props: Parameters<typeof drawList>[1] = {}): DrawnList {
  const drawn = drawList(session, props);
  onTestFinished(() => drawn.close());
  return drawn;
}
export function written(session: BoardSession, text: string, area: AreaId = 'results'): NoteId {
  let id: NoteId | null = null;
  act(() => {
    id = addNote(session, area, { text });
  });
  if (id === null) throw new Error('no note was added');
  return id;
}
export function writingIn(session: BoardSession, id: NoteId): Writing {
  let writing: Writing | null = null;
  act(() => {
    writing = beginWriting(session, id);
  });
  if (!writing) throw new Error(`nobody may write in ${id}`);
  return writing;
}
export const at = (session: BoardSession, id: NoteId): Note => {
  const note = noteAt(session.doc, id);
  if (!note) throw new Error(`no note ${id}`);
  return note;
};
export const part = (drawn: DrawnList, id: NoteId, name: string): Element => {
  const found = drawn.card(id).querySelector(`[data-part="${name}"]`);
  if (!found) throw new Error(`no ${name} in the row of ${id}`);
  return found;
};
export const composer = (drawn: DrawnList, area: AreaId): Element => drawn.named(`[data-composer="${area}"]`, /./);
export const said = (drawn: DrawnList): string => drawn.page.querySelector('[aria-live]')?.textContent ?? '';
