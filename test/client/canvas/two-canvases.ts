/** Boards with a store each and no editor: what the hand does is done to the store. A network the test delivers by hand. */
import { createTLStore, type TLStore } from 'tldraw';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { createBoardSession } from '../../../client/board/open-board.ts';
import type { BoardSession } from '../../../client/board/session.ts';
import { type WritableStore, writable } from '../../../client/board/store.ts';
import { type BoardBinding, bindBoard } from '../../../client/canvas/binding/bind-board.ts';
import { type Gesture, noGesture } from '../../../client/canvas/binding/gesture.ts';
import { registerBoard } from '../../../client/canvas/board.ts';
import { storeShapeUtils } from '../../../client/canvas/shapes-in-use.ts';
import { placeTemplate } from '../../../client/canvas/template/template-record.ts';
import { seedBoard } from '../../../shared/board/document.ts';
import type { Cohort } from '../../../shared/cohort/document.ts';
import type { Right } from '../../../shared/cohort/roles.ts';
import { newBoardId, newCohortId, newOrgId, newPersonId } from '../../../shared/ids.ts';
import type { CanvasKind } from '../../../shared/template/kinds.ts';
import { EMPTY_COHORT } from '../../kit/cohort-facts.ts';

const organisation = newOrgId();
const cohort: Cohort = {
  ...EMPTY_COHORT,
  organisations: [{ id: organisation, name: 'Techos', acronym: 'TY', order: 0, letIn: true }],
};

export interface TestCanvas {
  readonly doc: Y.Doc;
  readonly store: TLStore;
  readonly session: BoardSession;
  readonly binding: BoardBinding;
  readonly right: WritableStore<Right>;
  close(): void;
}

/** `from` is the document it begins with. */
export function openCanvas(
  from: Uint8Array,
  { kind = 'iceberg', gesture = noGesture }: { kind?: CanvasKind; gesture?: Gesture } = {},
): TestCanvas {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, from, 'network');
  const awareness = new Awareness(doc);
  const right = writable<Right>('write');
  const refuse = () => Promise.resolve({ ok: false, why: 'none' } as const);
  const session = createBoardSession({
    openDots: () => null,
    cohortId: newCohortId(),
    board: { id: newBoardId(), kind, organisation, person: null, title: '', createdAt: 0 },
    doc,
    awareness,
    me: { id: newPersonId(), name: 'Ana', role: 'participant', organisation },
    loaded: writable(true),
    right,
    sync: writable({ kind: 'synced' } as const),
    cohort: writable(cohort),
    commands: { bring: refuse, withdraw: refuse, refresh: refuse },
    onClose: () => undefined,
  });
  const store = createTLStore({ shapeUtils: storeShapeUtils });
  registerBoard(store, session, 'es');
  const leave = placeTemplate(store, session);
  const binding = bindBoard(store, session, { gesture });
  return {
    doc,
    store,
    session,
    binding,
    right,
    close() {
      binding.close();
      leave();
      session.close();
      awareness.destroy();
      doc.destroy();
      store.dispose();
    },
  };
}

export function seed(kind: CanvasKind = 'iceberg'): Uint8Array {
  const doc = new Y.Doc();
  seedBoard(doc, kind);
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

/** Gives each document what the other lacks. */
export function exchange(a: Y.Doc, b: Y.Doc): void {
  const toB = Y.encodeStateAsUpdate(a, Y.encodeStateVector(b));
  const toA = Y.encodeStateAsUpdate(b, Y.encodeStateVector(a));
  Y.applyUpdate(b, toB, 'network');
  Y.applyUpdate(a, toA, 'network');
}
