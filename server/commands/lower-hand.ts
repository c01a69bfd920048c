/** Facilitation has seen a raised hand: it goes down in every open window of that person. Hands are presence; nothing is kept. */
import { randomUUID } from 'node:crypto';
import type { Word } from '../../shared/call-api.ts';
import { type CohortId, isPersonId } from '../../shared/ids.ts';
import { wordFrame } from '../../shared/protocol.ts';
import type { Caller, Context } from './context.ts';
import { done, type Outcome, refused } from './outcome.ts';
import { facilitatorOnly } from './rights.ts';

/** How many windows it went to: 0 when that person is not there, and no hand either. */
export function lowerHand(
  { registry, rooms, now }: Context,
  caller: Caller,
  id: CohortId,
  person: string,
): Outcome<{ readonly reached: number }> {
  const refusal = facilitatorOnly(caller, id);
  if (refusal) return refusal;
  const member = isPersonId(person) ? registry.people.at(person) : null;
  if (!member || member.cohort !== id) return refused('person-unknown');
  const word: Word = { id: randomUUID(), text: '', from: caller.member.id, at: now() };
  return done({ reached: rooms.tell(id, member.id, wordFrame(JSON.stringify(word))) });
}
