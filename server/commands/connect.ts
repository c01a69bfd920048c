/** Credentials to follow one board, or the cohort's own document. They hold no right: admission looks it up again. */
import type { Right } from '../../shared/cohort/roles.ts';
import type { BoardId } from '../../shared/ids.ts';
import { TIME } from '../../shared/limits.ts';
import { issueConnectionToken } from './connection-token.ts';
import type { Caller, Context } from './context.ts';
import { done, type Outcome, refused } from './outcome.ts';
import { followRight } from './rights.ts';

export interface ConnectionCredentials {
  readonly token: string;
  readonly right: Exclude<Right, 'none'>;
  readonly expiresAt: number;
}

export function connect({ registry, now }: Context, caller: Caller, board: BoardId): Outcome<ConnectionCredentials> {
  const right = followRight(registry, caller.member, board);
  if (right === null || isElsewhere(registry, caller, board)) return refused('board-unknown');
  if (right === 'none') return refused('no-right');
  const expiresAt = now() + TIME.connectionTokenMs;
  const token = issueConnectionToken(registry.serverKey, { board, session: caller.session, expiresAt });
  return done({ token, right, expiresAt });
}

/** Boards of other cohorts do not exist for the caller. */
function isElsewhere(registry: Context['registry'], { cohort }: Caller, id: BoardId): boolean {
  const board = registry.boards.at(id);
  return board ? board.cohort !== cohort.id : id !== cohort.id;
}
