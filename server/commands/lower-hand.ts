/**
 * Facilitation has seen a raised hand: it goes down in every open window of that person, and in those that were away as
 * soon as they are back. Hands are presence; what is kept is when one was last lowered.
 */
import { randomUUID } from 'node:crypto';
import type { Word } from '../../shared/call-api.ts';
import { writeHandSeen } from '../../shared/cohort/document.ts';
import { type CohortId, isPersonId } from '../../shared/ids.ts';
import { wordFrame } from '../../shared/protocol.ts';
import type { Caller, Context } from './context.ts';
import { done, type Outcome, refused } from './outcome.ts';
import { facilitatorOnly } from './rights.ts';

/** How many windows it went to: 0 when that person is not there, and no hand either. */
export async function lowerHand(
  { registry, rooms, now }: Context,
  caller: Caller,
  id: CohortId,
  person: string,
): Promise<Outcome<{ readonly reached: number }>> {
  const refusal = facilitatorOnly(caller, id);
  if (refusal) return refusal;
  const member = isPersonId(person) ? registry.people.at(person) : null;
  if (!member || member.cohort !== id) return refused('person-unknown');
  const at = now();
  const word: Word = { id: randomUUID(), text: '', from: caller.member.id, at };
  const reached = rooms.tell(id, member.id, wordFrame(JSON.stringify(word)));
  await rooms.change(id, (doc) => writeHandSeen(doc, member.id, at));
  return done({ reached });
}
