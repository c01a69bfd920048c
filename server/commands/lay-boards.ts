/** New boards with what stands on them from the start. Nobody has them before the registry takes them, contents and all. */
import * as Y from 'yjs';
import { seedBoard } from '../../shared/board/document.ts';
import { newBoardId, type OrgId, type PersonId } from '../../shared/ids.ts';
import type { BoardKind } from '../../shared/template/kinds.ts';
import type { CohortBoard, Registry } from './ports.ts';

export type NewBoard = Omit<CohortBoard, 'id'>;

/** A board that is not kept yet, and its contents as the first update (v1). */
export interface FreshBoard {
  readonly board: CohortBoard;
  readonly first: Uint8Array;
}

/** A board as it is right after it was seeded; `fill` puts the first notes on it. */
export function freshBoard(board: NewBoard, fill: (doc: Y.Doc) => void = () => undefined): FreshBoard {
  const first = firstUpdate((doc) => {
    seedBoard(doc, board.kind);
    fill(doc);
  });
  return { board: { ...board, id: newBoardId() }, first };
}

/** What `write` writes into an empty document, as one update. */
export function firstUpdate(write: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  try {
    doc.transact(() => write(doc));
    return Y.encodeStateAsUpdate(doc);
  } finally {
    doc.destroy();
  }
}

/** Makes empty boards and, in the same transaction, what `also` writes: all of it or nothing. Durable when it returns. */
export function layBoards(registry: Registry, boards: readonly NewBoard[], also: () => void = () => undefined): void {
  registry.transaction(() => {
    also();
    addBoards(registry, boards);
  });
}

/** Empty boards, within a transaction. */
export function addBoards(registry: Registry, boards: readonly NewBoard[]): void {
  for (const { board, first } of boards.map((one) => freshBoard(one))) registry.boards.add(board, first);
}

/** What every organisation gets. */
export const ORGANISATION_KINDS = ['iceberg', 'value'] as const satisfies readonly BoardKind[];

export const organisationBoard = (
  cohort: CohortBoard['cohort'],
  kind: BoardKind,
  organisation: OrgId,
  createdAt: number,
): NewBoard => ({ cohort, kind, organisation, person: null, title: '', createdAt });

export const personalIceberg = (
  cohort: CohortBoard['cohort'],
  organisation: OrgId,
  person: PersonId,
  createdAt: number,
): NewBoard => ({ cohort, kind: 'iceberg', organisation, person, title: '', createdAt });
