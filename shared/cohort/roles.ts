/** Who may do what with which board: the whole table, in one place. Knows no connection and no token. */
import type { OrgId, PersonId } from '../ids.ts';
import type { BoardKind } from '../template/kinds.ts';

export type Right = 'none' | 'read' | 'write';
export type Role = 'facilitator' | 'participant' | 'viewer';
export const ROLES: readonly Role[] = ['facilitator', 'participant', 'viewer'];

/** Who asks. A viewer has no organisation; a facilitator has none either. */
export interface Asker {
  readonly person: PersonId;
  readonly role: Role;
  readonly organisation: OrgId | null;
}

/** What is asked for. `person` is set when the board belongs to one person of the organisation. */
export interface BoardOwner {
  readonly kind: BoardKind;
  readonly organisation: OrgId | null;
  readonly person: PersonId | null;
}

/** The switches of a cohort that change the table. */
export interface Openness {
  /** Everybody may group notes into themes, not facilitation alone. */
  readonly themesOpen: boolean;
  /** Organisations that let facilitation in to their own boards. */
  readonly letIn: (organisation: OrgId) => boolean;
}

/** The right of a person in a board. Shared boards are those of no organisation. */
export function rightFor(asker: Asker, board: BoardOwner, openness: Openness): Right {
  if (board.organisation === null) return sharedRight(asker.role, openness);
  if (asker.role === 'facilitator') return openness.letIn(board.organisation) ? 'write' : 'none';
  if (asker.role === 'viewer' || asker.organisation !== board.organisation) return 'none';
  return board.person === null || board.person === asker.person ? 'write' : 'none';
}

function sharedRight(role: Role, openness: Openness): Right {
  if (role === 'facilitator') return 'write';
  return role === 'participant' && openness.themesOpen ? 'write' : 'read';
}

/** Everybody of a cohort follows its document; only the server writes it. */
export const COHORT_RIGHT: Right = 'read';
