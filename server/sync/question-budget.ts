/**
 * What questions for the board may cost: each connection has its time, and each person over all their connections, also
 * those that were closed a moment ago. Knows no question and no answer.
 */
import type { PersonId } from '../../shared/ids.ts';
import { Budget } from './budget.ts';
import type { RelayLimits } from './limits.ts';

type Limits = Pick<
  RelayLimits,
  'answerBurstMs' | 'answerMsPerSecond' | 'personAnswerBurstMs' | 'personAnswerMsPerSecond'
>;

/** Above this many people, those who owe nothing are forgotten; then again when there are twice as many as were left. */
const MANY = 1_000;

export class QuestionBudgets {
  readonly #limits: Limits;
  readonly #now: () => number;
  readonly #people = new Map<PersonId, Budget>();
  #forgetAt = MANY;

  constructor(limits: Limits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  /** How many are remembered. */
  get people(): number {
    return this.#people.size;
  }

  /** For a new connection of this person. */
  forConnection(person: PersonId): QuestionBudget {
    const { answerBurstMs, answerMsPerSecond } = this.#limits;
    const own = new Budget(answerBurstMs, answerMsPerSecond, this.#now());
    return new QuestionBudget(own, this.#of(person), this.#limits, this.#now);
  }

  #of(person: PersonId): Budget {
    const { personAnswerBurstMs, personAnswerMsPerSecond } = this.#limits;
    const now = this.#now();
    const known = this.#people.get(person);
    if (known !== undefined) return known;
    if (this.#people.size >= this.#forgetAt) {
      for (const [other, budget] of this.#people) if (budget.isFull(now)) this.#people.delete(other);
      this.#forgetAt = Math.max(MANY, 2 * this.#people.size);
    }
    const fresh = new Budget(personAnswerBurstMs, personAnswerMsPerSecond, now);
    this.#people.set(person, fresh);
    return fresh;
  }
}

export class QuestionBudget {
  readonly #own: Budget;
  readonly #person: Budget;
  readonly #limits: Limits;
  readonly #now: () => number;

  constructor(own: Budget, person: Budget, limits: Limits, now: () => number) {
    this.#own = own;
    this.#person = person;
    this.#limits = limits;
    this.#now = now;
  }

  /**
   * Charges an answer: `workMs` it took the server, `sendMs` it takes to send. Whoever sends it, one answer is never too
   * dear: it is the way in. False when too much is owed.
   */
  charge(workMs: number, sendMs: number): boolean {
    const { answerBurstMs, answerMsPerSecond } = this.#limits;
    const cost = Math.min(answerBurstMs, workMs + sendMs);
    const debtMs = (this.#own.take(cost, this.#now()) * answerMsPerSecond) / 1000;
    return this.#chargePerson(workMs) && debtMs <= answerBurstMs;
  }

  /** Charges reading a question of so many bytes, before it is read. */
  chargeReading(bytes: number): boolean {
    return this.charge(bytes / READ_BYTES_PER_MS, 0);
  }

  #chargePerson(workMs: number): boolean {
    const { personAnswerBurstMs, personAnswerMsPerSecond } = this.#limits;
    const cost = Math.min(personAnswerBurstMs, workMs);
    const debtMs = (this.#person.take(cost, this.#now()) * personAnswerMsPerSecond) / 1000;
    return debtMs <= personAnswerBurstMs;
  }
}

/** Reading a state vector and looking for what it lacks, measured: about this much in a ms. */
const READ_BYTES_PER_MS = 15_000;
