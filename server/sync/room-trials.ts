/**
 * What one board has to have tried: one update after the other, each on a board that has what was tried before. Meanwhile
 * nothing of its connection is applied or answered; everybody else goes on. Knows no document.
 */
import type { BoardState } from './board-state.ts';
import type { Untried } from './flight.ts';
import type { UpdateWork } from './work.ts';
import type { WorkQueue } from './work-queue.ts';

type Queue = Pick<WorkQueue, 'hold' | 'release' | 'has'>;

export class RoomTrials {
  readonly #queue: Queue;
  readonly #request: () => void;
  readonly #waiting: Untried[] = [];
  #isTrying = false;
  #triedLast: UpdateWork | null = null;

  /** `request`: there is something to apply again. */
  constructor(queue: Queue, request: () => void) {
    this.#queue = queue;
    this.#request = request;
  }

  /** After each flight: what it could not apply untried, of each connection one at most. */
  hold(untried: readonly Untried[], board: Pick<BoardState, 'try'>): void {
    for (const one of untried) {
      this.#queue.hold(one.work.session);
      this.#waiting.push(one);
    }
    if (!this.#isTrying && (this.#triedLast === null || !this.#queue.has(this.#triedLast))) void this.#tryNext(board);
  }

  /** Never rejects. */
  async #tryNext(board: Pick<BoardState, 'try'>): Promise<void> {
    this.#triedLast = null;
    const next = this.#waiting.shift();
    if (next === undefined) return;
    const { session } = next.work;
    this.#isTrying = true;
    const verdict = await board.try(next.news, session.person);
    this.#isTrying = false;
    this.#triedLast = { ...next.work, verdict };
    this.#queue.release(session, this.#triedLast);
    this.#request();
  }
}
