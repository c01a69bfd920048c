/** Board sessions without a server: documents and presence joined in memory. Knows no view. */
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { createBoardSession } from '../../client/board/open-board.ts';
import type { BoardSession, Me, SyncState } from '../../client/board/session.ts';
import { writable } from '../../client/board/store.ts';
import { seedBoard } from '../../shared/board/document.ts';
import { BEFORE_THE_CALL, type Cohort } from '../../shared/cohort/document.ts';
import type { Right } from '../../shared/cohort/roles.ts';
import { newBoardId, newCohortId, type OrgId, type PersonId } from '../../shared/ids.ts';
import { organisationColumns, writeColumns } from '../../shared/synthesis/columns.ts';
import type { CanvasKind } from '../../shared/template/kinds.ts';

const organisations = ['yagrumo', 'rios'].map((id, order) => ({
  id: id as OrgId,
  name: `Organización ${id}`,
  acronym: id.slice(0, 2).toUpperCase(),
  order,
  letIn: false,
}));
const people: Me[] = [
  { id: 'ana' as PersonId, name: 'Ana Rivera', role: 'participant', organisation: 'yagrumo' as OrgId },
  { id: 'luis' as PersonId, name: 'Luis Soto', role: 'participant', organisation: 'yagrumo' as OrgId },
  { id: 'mari' as PersonId, name: 'Mari Cruz', role: 'facilitator', organisation: null },
];

/**
 * One session a person on the same board, joined at once: what one does the others have when it returns. While `isCut`
 * says so nobody hears of anybody; `exchange` (docs.ts) brings the documents together again.
 */
export function joinedSessions(kind: CanvasKind, count: number, isCut: () => boolean = () => false): BoardSession[] {
  const entry = {
    id: newBoardId(),
    kind,
    organisation: kind === 'group-iceberg' ? null : ('yagrumo' as OrgId),
    person: null,
    title: '',
    createdAt: 0,
  };
  const cohort: Cohort = {
    meta: {
      name: 'Marea',
      date: '2026-11-20',
      time: '09:00',
      language: 'es',
      boardPer: 'organisation',
      themesOpen: true,
      rehearsal: false,
    },
    organisations,
    people: people.map((person) => ({ ...person, host: null })),
    boards: [entry],
    counts: new Map(),
    ...BEFORE_THE_CALL,
  };
  const seed = new Y.Doc();
  seedBoard(seed, kind);
  if (kind === 'group-iceberg')
    writeColumns({ doc: seed, origin: null }, organisationColumns(organisations.map((o) => o.id)));
  const ends = people.slice(0, count).map((me) => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(seed), 'net');
    return { me, doc, awareness: new Awareness(doc) };
  });
  seed.destroy();
  joinEnds(ends, isCut);
  const refused = async () => ({ ok: false, why: 'offline' }) as const;
  return ends.map(({ me, doc, awareness }) =>
    createBoardSession({
      openDots: () => null,
      cohortId: newCohortId(),
      board: entry,
      doc,
      awareness,
      me,
      loaded: writable(true),
      right: writable<Right>('write'),
      sync: writable<SyncState>({ kind: 'synced' }),
      cohort: writable(cohort),
      commands: { bring: refused, withdraw: refused, refresh: refused },
      onClose() {
        awareness.destroy();
        doc.destroy();
      },
    }),
  );
}

/** What one end does the others have when it returns, in document and presence. */
export function joinEnds(
  ends: readonly { readonly doc: Y.Doc; readonly awareness: Awareness }[],
  isCut: () => boolean = () => false,
): void {
  for (const from of ends) {
    from.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'net' && !isCut()) for (const to of ends) if (to !== from) Y.applyUpdate(to.doc, update, 'net');
    });
    from.awareness.on('update', (_: unknown, origin: unknown) => {
      if (origin === 'net' || isCut()) return;
      const state = encodeAwarenessUpdate(from.awareness, [from.awareness.clientID]);
      for (const to of ends) if (to !== from) applyAwarenessUpdate(to.awareness, state, 'net');
    });
  }
}
