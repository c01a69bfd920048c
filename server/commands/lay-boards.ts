/** Makes the boards of an organisation or a person, still unknown to everybody until the registry names them. */
import { seedBoard } from '../../shared/board/document.ts';
import { newBoardId, type OrgId, type PersonId } from '../../shared/ids.ts';
import type { BoardKind } from '../../shared/template/kinds.ts';
import type { Rooms } from '../sync/ports.ts';
import type { CohortBoard } from './ports.ts';

export type NewBoard = Omit<CohortBoard, 'id'>;

/** A board as it is right after it was seeded; `fill` puts the first notes on it. Durable when resolved. */
export async function layBoard(
  rooms: Rooms,
  board: NewBoard,
  fill: (doc: Parameters<typeof seedBoard>[0]) => void = () => undefined,
): Promise<CohortBoard> {
  const id = newBoardId();
  await rooms.create(id, (doc) => {
    seedBoard(doc, board.kind);
    fill(doc);
  });
  return { ...board, id };
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
