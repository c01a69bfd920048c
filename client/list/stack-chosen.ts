/** *Apilar* of chosen notes: stacks them, lets go of the choice and says what became of them. Fetched when it is asked for. */
import type { NoteId } from '../../shared/ids.ts';
import type { BoardSession } from '../board/session.ts';
import { stack } from '../board/stacks.ts';
import '../i18n/later.ts';

export function stackChosen(s: BoardSession, ids: readonly NoteId[]): void {
  stack(s, ids);
  s.selection.set([]);
  s.notice.set({ key: 'canvas.stack.made', values: { count: ids.length } });
}
