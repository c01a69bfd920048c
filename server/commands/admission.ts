/**
 * Decides who may enter a board over the relay. The token says which session asks; everything else is looked up at that
 * moment, and again whenever rights are reconsidered. Knows no socket.
 */
import { createSecretKey } from 'node:crypto';
import type { Right } from '../../shared/cohort/roles.ts';
import type { BoardId } from '../../shared/ids.ts';
import { CLOSE } from '../../shared/protocol.ts';
import type { Admission } from '../sync/ports.ts';
import { readConnectionToken } from './connection-token.ts';
import type { Context } from './context.ts';
import type { Member } from './ports.ts';
import { followRight } from './rights.ts';
import { noteSeen } from './seen.ts';

export function createAdmission({ registry, now, log }: Pick<Context, 'registry' | 'now' | 'log'>): Admission {
  const memberOf = (session: string): Member | null => registry.sessions.bearer(session, now());
  const rightOf = (session: string, board: BoardId): Right => {
    const member = memberOf(session);
    return member ? (followRight(registry, member, board) ?? 'none') : 'none';
  };
  const key = createSecretKey(registry.serverKey);
  return {
    admit(board, token) {
      const claim = readConnectionToken(key, token, now());
      const member = claim && memberOf(claim.session);
      if (!claim || !member) return { ok: false, code: CLOSE.tokenRefused };
      const right = followRight(registry, member, board);
      if (right === null) return { ok: false, code: CLOSE.noSuchBoard };
      if (claim.board !== board || right === 'none') return { ok: false, code: CLOSE.forbidden };
      noteSeen({ registry, log }, member, now());
      const { session } = claim;
      const { id: person, name, cohort } = member;
      // Whoever asks at once is told what was just looked up.
      let found: Right | null = right;
      const ask = (): Right => {
        const answer = found ?? rightOf(session, board);
        found = null;
        return answer;
      };
      return { ok: true, person, cohort, name, right: ask };
    },
  };
}
