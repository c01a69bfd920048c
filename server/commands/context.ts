/** What every command works with, and who calls it. Knows no HTTP. */
import type { Log, Rooms } from '../sync/ports.ts';
import type { Desk } from './desk.ts';
import type { CohortRecord, Member, Registry } from './ports.ts';
import { hashSecret, unseal } from './secrets.ts';
import type { Turns } from './turns.ts';

export interface Context {
  readonly registry: Registry;
  readonly rooms: Rooms;
  readonly turns: Turns;
  readonly desk: Desk;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Log;
}

/** Somebody with a session, as the registry has them at this moment. */
export interface Caller {
  readonly session: string;
  readonly member: Member;
  readonly cohort: CohortRecord;
  /** The cohort's root of secrets: facilitators' sessions alone hold it. */
  readonly root: Uint8Array | null;
}

/** Whose session this token is, or null when it is nobody's, over, or its person was removed. */
export function callerOf({ registry, now }: Context, token: string): Caller | null {
  const session = registry.sessions.byHash(hashSecret(token));
  if (!session || session.expiresAt <= now()) return null;
  const member = registry.people.at(session.person);
  const cohort = member && registry.cohorts.at(member.cohort);
  if (!cohort) return null;
  return { session: session.id, member, cohort, root: session.sealed && unseal(session.sealed, token) };
}
