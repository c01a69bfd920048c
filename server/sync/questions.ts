/**
 * Answers questions in turns: one of each connection before the second of any, for a short while at a time, so that
 * nobody's flood of questions keeps others waiting. Knows no document.
 */
import { inTurn } from './in-turn.ts';
import type { Work } from './work.ts';

export type Question = Extract<Work, { readonly kind: 'question' }>;

/** So long the room answers before it looks at what else has arrived, in ms. */
const TURN_MS = 30;

/** Returns the questions there was no time for, in the order of their turns. */
export function answerInTurns(
  questions: readonly Question[],
  answer: (question: Question) => void,
  now: () => number,
): Question[] {
  const turns = inTurn(questions, ({ session }) => session).flat();
  const until = now() + TURN_MS;
  let answered = 0;
  for (const question of turns) {
    if (answered > 0 && now() >= until) break;
    answer(question);
    answered += 1;
  }
  return turns.slice(answered).filter(({ session }) => session.expectsAnswers);
}
