/** Opens a board for a seat: document, presence, line and commands put together as a BoardSession. Knows no page. */
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { type BoardEntry, type NotesBoard, opennessOf } from '../../shared/cohort/document.ts';
import { type Right, rightFor } from '../../shared/cohort/roles.ts';
import type { NoteId } from '../../shared/ids.ts';
import type { Dots } from '../board/dots.ts';
import { createBoardSession } from '../board/open-board.ts';
import { createRoomSession, type RoomParts } from '../board/open-room.ts';
import type { BoardCommands, BoardSession, RoomSession } from '../board/session.ts';
import { keepWritesFor } from '../board/table.ts';
import { browserStorage } from './browser-storage.ts';
import { orDeleted } from './cohort-there.ts';
import { connecting } from './connecting.ts';
import { derived } from './derived.ts';
import { type FirstApi, firstApi } from './first-api.ts';
import { type FollowedCohort, followCohort } from './follow-cohort.ts';
import { OpenLine } from './open-line.ts';
import { outcomeOf } from './request.ts';
import type { Seat } from './seats.ts';
import { watchDots } from './watch-dots.ts';

export interface OpenBoard {
  readonly session: BoardSession;
  /** Tries to connect again now. */
  readonly retry: () => void;
}

/** A page of the method: its document, without notes. */
export interface OpenPage {
  readonly session: RoomSession;
  readonly retry: () => void;
}

/** `session.close()` ends everything. */
export function openBoard(seat: Seat, board: NotesBoard): OpenBoard {
  const { parts, retry } = openRoom(seat, board);
  const api = firstApi(seat.token);
  const openDots = ({ me, sync, notice }: RoomSession): Dots | null =>
    board.kind === 'group-iceberg' && me.role === 'participant'
      ? watchDots({ board: board.id, me: me.id, api, sync, notice })
      : null;
  const writesFor = keepWritesFor(parts, browserStorage.tab);
  const onClose = (): void => {
    writesFor.stop();
    parts.onClose();
  };
  const commands = commandsOf(api, board);
  const own = { board, commands, openDots, writesFor: writesFor.store, onClose };
  return { session: createBoardSession({ ...parts, ...own }), retry };
}

/** `session.close()` ends everything. */
export function openPage(seat: Seat, board: BoardEntry): OpenPage {
  const { parts, retry } = openRoom(seat, board);
  return { session: createRoomSession(parts), retry };
}

function openRoom(seat: Seat, board: BoardEntry): { parts: RoomParts; retry: () => void } {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  const follow = followCohort(seat);
  const byTable = (): Right => {
    const { id: person, role, organisation } = seat.person;
    return rightFor({ person, role, organisation }, board, opennessOf(follow.cohort.get()));
  };
  const ask = connecting(firstApi(seat.token), () => byTable() !== 'none');
  const connection: typeof ask = (id) => orDeleted(seat.cohort.id, ask(id));
  const line = new OpenLine({ board: board.id, person: seat.person.id, api: { connection }, doc, awareness });
  const right = watchRight(byTable, follow, line);
  const parts: RoomParts = {
    cohortId: seat.cohort.id,
    board,
    doc,
    awareness,
    me: seat.person,
    loaded: line.loaded,
    right: right.store,
    sync: line.sync,
    cohort: follow.cohort,
    onClose() {
      right.stop();
      line.close();
      follow.stop();
      awareness.destroy();
      doc.destroy();
    },
  };
  return { parts, retry: line.retry };
}

/** What the relay announced, else what the rights table gives; nothing once the relay has refused. */
function watchRight(byTable: () => Right, follow: FollowedCohort, line: OpenLine) {
  const watched = derived([follow.cohort, line.right, line.sync], (): Right => {
    if (line.sync.get().kind === 'refused') return 'none';
    return line.right.get() ?? byTable();
  });
  // An organisation that lets facilitation in again opens the board without a reload.
  let before = byTable();
  const stop = follow.cohort.subscribe(() => {
    const now = byTable();
    if (before === 'none' && now !== 'none' && line.sync.get().kind === 'refused') line.retry();
    before = now;
  });
  return {
    store: watched.store,
    stop() {
      stop();
      watched.stop();
    },
  };
}

function commandsOf(api: FirstApi, { id }: BoardEntry): BoardCommands {
  return {
    bring: (notes, attribution) => outcomeOf(api.bring(id, { notes: [...notes], attribution })),
    withdraw: (notes: readonly NoteId[]) => outcomeOf(api.withdraw(id, notes)),
    refresh: (notes: readonly NoteId[]) => outcomeOf(api.refresh(id, notes)),
  };
}
