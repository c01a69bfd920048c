/** What a flight leaves to the next one, and in which order: on a board that says of each update what the test wants. */
import { expect, it } from 'vitest';
import type { BoardState } from '../../../server/sync/board-state.ts';
import { Flight } from '../../../server/sync/flight.ts';
import type { Outcome } from '../../../server/sync/judge.ts';
import type { Session } from '../../../server/sync/session.ts';
import type { Work } from '../../../server/sync/work.ts';
import { newBoardId } from '../../../shared/ids.ts';

const FULL = 100;

interface Person extends Pick<Session, 'name' | 'person' | 'refused'> {
  mayStillWrite: boolean;
  denied: boolean;
  refuse(): void;
  deny(): void;
}
const person = (name: string): Person => ({
  name,
  person: name as Session['person'],
  refused: false,
  mayStillWrite: true,
  denied: false,
  refuse() {
    this.refused = true;
  },
  deny() {
    this.denied = true;
  },
});
const session = (someone: Person): Session => someone as unknown as Session;
const outcome: Outcome = { of: { update: new Uint8Array(), clients: new Set() }, verdict: 'fine' };
const update = (by: Person, bytes: number, own: { outcome?: Outcome } = {}): Work => ({
  kind: 'update',
  session: session(by),
  update: new Uint8Array(bytes),
  answered: false,
  ...own,
});
const question = (by: Person): Work => ({ kind: 'question', session: session(by), stateVector: new Uint8Array(1) });
const told = (works: readonly Work[]): string[] =>
  works.map((work) =>
    'session' in work ? `${work.session.name} ${work.kind === 'update' ? work.update.length : '?'}` : work.kind,
  );

/** What is offered has the kind the test says for its size; each work takes a whole slice where `isSlow`. */
function fly(queue: readonly Work[], kinds: Record<number, 'early' | 'untried' | 'rests'>, isSlow = false) {
  const passedOver: Outcome[] = [];
  const state = {
    log: { bytes: 0, tailBytes: 0, isWounded: false },
    offer: ({ length }: Uint8Array) => ({ kind: kinds[length] ?? 'known', news: outcome.of }),
    passOver: (each: Outcome) => passedOver.push(each),
  };
  let now = 0;
  const options = { limits: { boardBytes: FULL, sliceMs: isSlow ? 0 : 1_000 }, log: () => undefined, now: () => now++ };
  const owners = { mayWriteAs: () => true, wrote: () => undefined };
  const flight = new Flight(newBoardId(), state as unknown as BoardState, queue, options, owners);
  return { flight, passedOver };
}

it('leaves what has to wait for another trial, and what its connection sent after it', () => {
  const [ana, luz] = [person('Ana'), person('Luz')];
  const queue = [update(ana, 10, { outcome }), update(luz, 20), question(ana), update(ana, 30), question(luz)];
  const { flight } = fly(queue, { 10: 'early' });
  expect(told(flight.rest)).toEqual(['Ana 10', 'Ana ?', 'Ana 30']);
  expect(flight.questions.map(({ session: { name } }) => name)).toEqual(['Luz']);
  expect(flight.untried).toEqual([]);
});

it.each(['early', 'untried'] as const)(
  'leaves what there was no time for before what has to wait, and everybody in their order: %s',
  (kind) => {
    const [ana, luz] = [person('Ana'), person('Luz')];
    const queue = [update(ana, 10, { outcome }), update(ana, 5), update(luz, 40), question(ana), update(luz, 30)];
    const { flight } = fly(queue, { 10: kind }, true);
    expect(told(flight.rest)).toEqual(['Luz 40', 'Luz 30', 'Ana 10', 'Ana 5', 'Ana ?']);
  },
);

it('says of what was tried that it does not come onto the board when its writer is turned away', () => {
  const [ana, luz] = [person('Ana'), person('Luz')];
  luz.refused = true;
  const queue = [update(ana, FULL + 1, { outcome }), update(luz, 10, { outcome }), update(luz, 20)];
  const { flight, passedOver } = fly(queue, {});
  expect([ana.refused, passedOver, flight.rest]).toEqual([true, [outcome, outcome], []]);
});

it('does not apply what was tried of somebody who lost the right to write meanwhile, and tells them', () => {
  const ana = person('Ana');
  ana.mayStillWrite = false;
  const { passedOver } = fly([update(ana, 10, { outcome })], { 10: 'early' });
  expect([ana.denied, passedOver]).toEqual([true, [outcome]]);
  const luz = person('Luz');
  luz.mayStillWrite = false;
  const { flight } = fly([update(luz, 10)], { 10: 'untried' });
  expect([luz.denied, flight.untried.length]).toEqual([false, 1]);
});

it('sends away for a while whoever makes the board slow', () => {
  const ana = person('Ana');
  const { flight } = fly([update(ana, 10)], { 10: 'rests' });
  expect([ana.refused, flight.rest]).toEqual([true, []]);
});
