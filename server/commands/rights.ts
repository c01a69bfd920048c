/** A member's right in a board at this moment, from the one table in shared. Looks rows up, decides nothing itself. */
import {
  type Asker,
  COHORT_RIGHT,
  mayTakeBack,
  NO_CALL,
  type Openness,
  type Right,
  rightFor,
} from '../../shared/cohort/roles.ts';
import { type BoardId, type CohortId, isCohortId } from '../../shared/ids.ts';
import type { Caller } from './context.ts';
import { type Outcome, refused } from './outcome.ts';
import type { CohortBoard, CohortRecord, Member, Registry } from './ports.ts';

type Rows = Pick<Registry, 'boards' | 'cohorts' | 'organisations' | 'calls'>;

/** `none` also for boards of another cohort. */
export function boardRight(rows: Rows, member: Member, board: CohortBoard): Right {
  const cohort = rows.cohorts.at(member.cohort);
  if (!cohort || board.cohort !== member.cohort) return 'none';
  return rightFor(askerOf(member), board, opennessOf(rows, cohort));
}

const askerOf = ({ id, role, organisation }: Member): Asker => ({ person: id, role, organisation });

const opennessOf = (rows: Rows, { id, themesOpen }: Pick<CohortRecord, 'id' | 'themesOpen'>): Openness => ({
  themesOpen,
  letIn: (organisation) => rows.organisations.isLetIn(id, organisation),
  call: rows.calls.at(id) ?? NO_CALL,
});

/** The right in anything that can be followed: a board, or the cohort's own document. Null when there is no such thing. */
export function followRight(rows: Rows, member: Member, id: BoardId): Right | null {
  const board = rows.boards.at(id);
  if (board) return boardRight(rows, member, board);
  if (!isCohortId(id) || !rows.cohorts.at(id)) return null;
  return id === member.cohort ? COHORT_RIGHT : 'none';
}

/** The board, when the caller has at least this right. Boards of other cohorts do not exist for the caller. */
export function boardFor(rows: Rows, caller: Caller, id: BoardId, needed: 'read' | 'write'): Outcome<CohortBoard> {
  const board = rows.boards.at(id);
  if (!board || board.cohort !== caller.cohort.id) return refused('board-unknown');
  const right = boardRight(rows, caller.member, board);
  return right === 'write' || right === needed ? { ok: true, value: board } : refused('no-right');
}

/** The board, when the caller may take back what went from it to the whole cohort; at any time. */
export function boardToTakeBack(rows: Rows, caller: Caller, id: BoardId): Outcome<CohortBoard> {
  const board = rows.boards.at(id);
  if (!board || board.cohort !== caller.cohort.id) return refused('board-unknown');
  const openness = opennessOf(rows, caller.cohort);
  return mayTakeBack(askerOf(caller.member), board, openness) ? { ok: true, value: board } : refused('no-right');
}

/** Null when the caller facilitates this cohort, else the refusal. */
export function facilitatorOnly(caller: Caller, cohort: CohortId): ReturnType<typeof refused> | null {
  if (caller.cohort.id !== cohort) return refused('cohort-unknown');
  return caller.member.role === 'facilitator' ? null : refused('facilitator-only');
}
