/**
 * A page of the method without a server: Ana of the organisation it belongs to, Berta of a peer, Mari who facilitates; joined
 * in memory, each with the right the table gives them while the call goes on. Knows no view.
 */
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { createRoomSession } from '../../client/board/open-room.ts';
import type { Me, RoomSession, SyncState } from '../../client/board/session.ts';
import { type Store, writable } from '../../client/board/store.ts';
import type { Seat } from '../../client/sync/seats.ts';
import { seedBoard } from '../../shared/board/document.ts';
import type { Call } from '../../shared/cohort/call.ts';
import { BEFORE_THE_CALL, type BoardEntry, type Cohort, opennessOf } from '../../shared/cohort/document.ts';
import { rightFor } from '../../shared/cohort/roles.ts';
import { type CohortId, newBoardId, newCohortId, type OrgId, type PersonId } from '../../shared/ids.ts';
import type { PageKind } from '../../shared/template/kinds.ts';
import { joinEnds } from './session.ts';

export const CASA = 'casa' as OrgId;
export const RED = 'red' as OrgId;
const organisations = [
  { id: CASA, name: 'Casa Añasco', acronym: 'CA', order: 0, letIn: false },
  { id: RED, name: 'Red de Huertos', acronym: 'RH', order: 1, letIn: false },
];
const ANA: Me = { id: 'ana' as PersonId, name: 'Ana Colón', role: 'participant', organisation: CASA };
const BERTA: Me = { id: 'berta' as PersonId, name: 'Berta Ruiz', role: 'participant', organisation: RED };
const MARI: Me = { id: 'mari' as PersonId, name: 'Mari Cruz', role: 'facilitator', organisation: null };

export interface PageWorld {
  readonly ana: RoomSession;
  readonly berta: RoomSession;
  readonly mari: RoomSession;
  seatOf(session: RoomSession): Seat;
  /** The cohort as everybody follows it. */
  readonly cohort: Store<Cohort>;
  change(part: Partial<Cohort>): void;
  /** The call goes on. */
  call(part: Partial<Call>): void;
  close(): void;
}

export function pageWorld(kind: PageKind): PageWorld {
  const entry = (of: BoardEntry['kind'], organisation: OrgId | null): BoardEntry => ({
    id: newBoardId(),
    kind: of,
    organisation,
    person: null,
    title: '',
    createdAt: 0,
  });
  const [own, other, closing] = [entry('feedback', CASA), entry('feedback', RED), entry('closing', null)];
  const self = { ...entry('self-assessment', CASA), person: ANA.id };
  const growth = entry('growth', CASA);
  const board = { feedback: own, closing, 'self-assessment': self, growth }[kind];
  const cohort = writable<Cohort>({ ...cohortOf([own, other, closing, self, growth]), ...BEFORE_THE_CALL });
  const id = newCohortId();
  const ends = joined(board, [ANA, BERTA, MARI]);
  const [ana, berta, mari] = ends.map(({ me, doc, awareness }) => {
    const right = (): ReturnType<typeof rightFor> =>
      rightFor({ person: me.id, role: me.role, organisation: me.organisation }, board, opennessOf(cohort.get()));
    return createRoomSession({
      cohortId: id,
      board,
      doc,
      awareness,
      me,
      loaded: writable(true),
      right: { get: right, subscribe: cohort.subscribe },
      sync: writable<SyncState>({ kind: 'synced' }),
      cohort,
      onClose() {
        awareness.destroy();
        doc.destroy();
      },
    });
  });
  if (!ana || !berta || !mari) throw new Error('three people');
  return {
    ana,
    berta,
    mari,
    cohort,
    seatOf: ({ me }) => seatOf(id, me, cohort.get()),
    change: (part) => cohort.set({ ...cohort.get(), ...part }),
    call: (part) => cohort.set({ ...cohort.get(), call: { ...cohort.get().call, ...part } }),
    close() {
      for (const one of [ana, berta, mari]) one.close();
    },
  };
}

function cohortOf(boards: readonly BoardEntry[]): Omit<Cohort, keyof typeof BEFORE_THE_CALL> {
  const meta = { name: 'Marea', date: '2026-11-20', time: '09:00', language: 'es', boardPer: 'organisation' } as const;
  return {
    meta: { ...meta, themesOpen: false, rehearsal: false },
    organisations,
    people: [ANA, BERTA, MARI].map((person) => ({ ...person, host: null })),
    boards,
    counts: new Map(),
  };
}

function seatOf(id: CohortId, person: Me, { meta, boards }: Cohort): Seat {
  return {
    token: `token-of-${person.id}`,
    openedAt: 0,
    person,
    cohort: { id, ...meta, organisations },
    boards: boards.map((one) => ({ ...one, right: 'write' })),
  };
}

function joined(board: BoardEntry, people: readonly Me[]) {
  const seed = new Y.Doc();
  seedBoard(seed, board.kind);
  const ends = people.map((me) => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(seed), 'net');
    return { me, doc, awareness: new Awareness(doc) };
  });
  seed.destroy();
  joinEnds(ends);
  return ends;
}
