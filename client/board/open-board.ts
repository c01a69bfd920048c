/** Puts a board's session together: that of its room, with its notes, themes and columns as stores. Knows no network. */
import type { NotesBoard } from '../../shared/cohort/document.ts';
import type { NoteId, PersonId } from '../../shared/ids.ts';
import { recordBulks } from './bulk.ts';
import { watchContents } from './contents.ts';
import type { Dots } from './dots.ts';
import { createRoomSession, type RoomParts } from './open-room.ts';
import type { BoardCommands, BoardSession, RoomSession } from './session.ts';
import { type WritableStore, writable } from './store.ts';
import { watchSurvivors } from './survivors.ts';

export interface BoardParts extends RoomParts {
  readonly board: NotesBoard;
  readonly commands: BoardCommands;
  /** Made with the session's own stores, closed with it. */
  readonly openDots: (session: RoomSession) => Dots | null;
  /** Oneself where nobody else is written for. */
  readonly writesFor?: WritableStore<PersonId>;
}

export function createBoardSession(parts: BoardParts): BoardSession {
  const { doc, board, commands, openDots, onClose } = parts;
  const contents = watchContents(doc);
  const room = createRoomSession({
    ...parts,
    onClose() {
      unwatch();
      stopRecording();
      stopWaiting();
      dots?.close();
      contents.close();
      onClose();
    },
  });
  const unwatch = watchSurvivors(
    doc,
    () => room.right.get() === 'write',
    () => room.notice.set({ key: 'canvas.notice.survived' }),
  );
  const dots = openDots(room);
  const stopRecording = recordBulks(room);
  // Fetched with the first note that found its place by itself, and while there is a line to fetch it with.
  const stopWaiting = room.sync.subscribe(() => {
    if (session.placed.size === 0 || room.sync.get().kind !== 'synced') return;
    import('./apart.ts').then(
      ({ keepApart }) => {
        stopWaiting();
        keepApart(session);
      },
      () => undefined, // The line is gone again: with the next change that is saved.
    );
  });
  const session: BoardSession = {
    ...room,
    board,
    commands,
    notes: contents.notes,
    themes: contents.themes,
    columns: contents.columns,
    unreadable: contents.unreadable,
    selection: writable<readonly NoteId[]>([]),
    dots,
    placed: new Map(),
    writesFor: parts.writesFor ?? writable<PersonId>(room.me.id),
  };
  return session;
}
