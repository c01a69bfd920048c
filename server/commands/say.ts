/** Words of facilitation: to all, kept in the call until the next ones or another phase; to one person, sent to their open windows and kept nowhere. */
import { randomUUID } from 'node:crypto';
import type { Word } from '../../shared/call-api.ts';
import type { CohortId, PersonId } from '../../shared/ids.ts';
import { wordFrame } from '../../shared/protocol.ts';
import { changeCall } from './conduct-call.ts';
import type { Caller, Context } from './context.ts';
import { done, type Outcome, refused } from './outcome.ts';
import { facilitatorOnly } from './rights.ts';

/** How many windows a word to one person went to; null for a word to all. */
export async function say(
  context: Context,
  caller: Caller,
  id: CohortId,
  { text, to }: { text: string; to: PersonId | null },
): Promise<Outcome<{ readonly reached: number | null }>> {
  const refusal = facilitatorOnly(caller, id);
  if (refusal) return refusal;
  const word: Word = { id: randomUUID(), text, from: caller.member.id, at: context.now() };
  return to === null ? sayToAll(context, id, word) : sayToOne(context, id, to, word);
}

async function sayToAll(context: Context, id: CohortId, message: Word): Promise<Outcome<{ reached: null }>> {
  const changed = await changeCall(context, id, (call) => ({ ...call, message }));
  return changed.ok ? done({ reached: null }) : changed;
}

/** Somebody at a table reads it on the device of who writes for them. */
function sayToOne({ registry, rooms }: Context, id: CohortId, to: PersonId, word: Word): Outcome<{ reached: number }> {
  const member = registry.people.at(to);
  if (!member || member.cohort !== id) return refused('person-unknown');
  return done({ reached: rooms.tell(id, member.host ?? member.id, wordFrame(JSON.stringify(word))) });
}
