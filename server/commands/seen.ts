/**
 * Who was there in a session, for its minutes: whoever is connected when it begins or comes while it is on. Kept once for
 * each person, as an id and a time; nobody follows it. Knows no name and no board.
 */
import type { Call } from '../../shared/cohort/call.ts';
import type { CohortId, PersonId } from '../../shared/ids.ts';
import type { Rooms } from '../sync/ports.ts';
import type { Context } from './context.ts';
import type { Member, Registry } from './ports.ts';

type Kept = Pick<Context, 'log'> & { readonly registry: Pick<Registry, 'calls' | 'seen'> };
interface Following {
  readonly registry: Pick<Registry, 'seen'>;
  readonly rooms: Pick<Rooms, 'sessions'>;
}

/** Somebody is let in. Where the disk refuses they come in all the same, and are kept the next time. */
export function noteSeen({ registry, log }: Kept, { id, cohort, role }: Member, now: number): void {
  const call = registry.calls.at(cohort);
  if (call?.status !== 'running' || (role !== 'participant' && role !== 'facilitator')) return;
  if (registry.seen.at(cohort, id)?.session === call.session) return;
  try {
    registry.seen.put(cohort, id, { session: call.session, at: now });
  } catch (error) {
    // A full or lost disk: entering needs none.
    log('seen-not-kept', { why: error instanceof Error ? error.message : 'unknown' });
  }
}

/** A session begins: everybody who follows the cohort is there, and who began it. Within the transaction of the call. */
export function noteBeginning({ registry, rooms }: Following, id: CohortId, call: Call): void {
  const { session, startedAt, landing } = call;
  if (startedAt === null) return;
  const here = rooms.sessions(id).map(({ person }) => person);
  for (const person of new Set(landing.by ? [...here, landing.by] : here))
    registry.seen.put(id, person, { session, at: startedAt });
}

/** Null where it is not known: before a session begins, and of one that began when nobody was kept. Whoever began it is there from its first moment. */
export function seenIn({ seen }: Pick<Registry, 'seen'>, id: CohortId, call: Call): ReadonlySet<PersonId> | null {
  const { session, startedAt } = call;
  if (startedAt === null) return null;
  const those = [...seen.of(id)].filter(([, one]) => one.session === session);
  return those.some(([, { at }]) => at <= startedAt) ? new Set(those.map(([person]) => person)) : null;
}
