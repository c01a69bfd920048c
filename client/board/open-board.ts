/** Puts a board's session together: that of its room, with its notes, themes and columns as stores. Knows no network. */
import type { NotesBoard } from '../../shared/cohort/document.ts';
import type { NoteId } from '../../shared/ids.ts';
import { watchContents } from './contents.ts';
import { createRoomSession, type RoomParts } from './open-room.ts';
import type { BoardCommands, BoardSession } from './session.ts';
import { writable } from './store.ts';
import { watchSurvivors } from './survivors.ts';

export interface BoardParts extends RoomParts {
  readonly board: NotesBoard;
  readonly commands: BoardCommands;
}

export function createBoardSession(parts: BoardParts): BoardSession {
  const { doc, board, commands, onClose } = parts;
  const contents = watchContents(doc);
  const room = createRoomSession({
    ...parts,
    onClose() {
      unwatch();
      contents.close();
      onClose();
    },
  });
  const unwatch = watchSurvivors(
    doc,
    () => room.right.get() === 'write',
    () => room.notice.set({ key: 'canvas.notice.survived' }),
  );
  return {
    ...room,
    board,
    commands,
    notes: contents.notes,
    themes: contents.themes,
    columns: contents.columns,
    unreadable: contents.unreadable,
    selection: writable<readonly NoteId[]>([]),
  };
}
