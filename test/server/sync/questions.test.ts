/** In which order questions are answered, and for how long before a room looks at what else has arrived. */
import { beforeEach, expect, it } from 'vitest';
import { answerInTurns, type Question } from '../../../server/sync/questions.ts';
import type { Session } from '../../../server/sync/session.ts';

interface Asking {
  readonly name: string;
  expectsAnswers: boolean;
}

const asking = (name: string): Asking => ({ name, expectsAnswers: true });
const question = (session: Asking): Question => ({
  kind: 'question',
  session: session as unknown as Session,
  stateVector: new Uint8Array(),
});
const namesOf = (questions: readonly Question[]): string[] => questions.map(({ session }) => session.name);

let now = 0;
let answered: string[] = [];
beforeEach(() => {
  now = 1_000;
  answered = [];
});
/** Each takes so many ms. */
const answer = (questions: readonly Question[], ms: number): Question[] =>
  answerInTurns(
    questions,
    ({ session }) => {
      answered.push(session.name);
      now += ms;
    },
    () => now,
  );

it('one of each connection is answered before the second of any', () => {
  const [eve, ana] = [asking('eve'), asking('ana')];
  expect(answer([eve, eve, eve, ana].map(question), 0)).toEqual([]);
  expect(answered).toEqual(['eve', 'ana', 'eve', 'eve']);
});

it('what there is no time for in 30 ms comes later, in the order of the turns', () => {
  const [eve, ana] = [asking('eve'), asking('ana')];
  const left = answer([eve, eve, eve, eve, ana].map(question), 10);
  expect(answered).toEqual(['eve', 'ana', 'eve']);
  expect(namesOf(left)).toEqual(['eve', 'eve']);
});

it('one is answered however late it is', () => {
  const eve = asking('eve');
  const left = answerInTurns(
    [eve, eve].map(question),
    ({ session }) => answered.push(session.name),
    () => {
      now += 100;
      return now;
    },
  );
  expect([answered, namesOf(left)]).toEqual([['eve'], ['eve']]);
});

it('who is gone when their turn comes is not waited for', () => {
  const [eve, ana] = [asking('eve'), asking('ana')];
  const questions = [ana, eve, ana].map(question);
  eve.expectsAnswers = false;
  expect(namesOf(answer(questions, 50))).toEqual(['ana']);
});
