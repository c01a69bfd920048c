/**
 * Answers questions in turns: one of each connection before the second of any, for a short while at a time, so that
 * nobody's flood of questions keeps others waiting. Knows no document.
 */
import type { Session } from './session.ts';
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
  const inTurn = byTurn(questions);
  const until = now() + TURN_MS;
  let answered = 0;
  for (const question of inTurn) {
    if (answered > 0 && now() >= until) break;
    answer(question);
    answered += 1;
  }
  return inTurn.slice(answered).filter(({ session }) => session.expectsAnswers);
}

function byTurn(questions: readonly Question[]): Question[] {
  const asked = new Map<Session, number>();
  const turns: Question[][] = [];
  for (const question of questions) {
    const turn = asked.get(question.session) ?? 0;
    asked.set(question.session, turn + 1);
    const together = turns[turn] ?? [];
    turns[turn] = together;
    together.push(question);
  }
  return turns.flat();
}
