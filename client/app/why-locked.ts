/** Why a board is only to be read at this moment by somebody who otherwise writes on it. Pure. */
import { type BoardEntry, type Cohort, opennessOf } from '../../shared/cohort/document.ts';
import { type RightsOfCall, rightFor } from '../../shared/cohort/roles.ts';
import type { Me } from '../board/session.ts';

/** Null for those who may write and for those who never do. Silent reading and the end of the session are on the card. */
export function whyLocked(board: BoardEntry, cohort: Cohort, me: Me): 'paused' | 'listening' | null {
  const openness = opennessOf(cohort);
  const { call } = cohort;
  const asker = { person: me.id, role: me.role, organisation: me.organisation };
  const mayWith = (change: Partial<RightsOfCall>): boolean =>
    rightFor(asker, board, { ...openness, call: { ...call, ...change } }) === 'write';
  if (call.status === 'closed' || mayWith({})) return null;
  if (mayWith({ paused: [] })) return 'paused';
  return me.organisation === board.organisation && mayWith({ groups: [], paused: [] }) ? 'listening' : null;
}
