/** What waits in a room: handed out in its order, and where it is much, the little first. */
import { expect, it } from 'vitest';
import type { Session } from '../../../server/sync/session.ts';
import type { Work } from '../../../server/sync/work.ts';
import { WorkQueue } from '../../../server/sync/work-queue.ts';

const session = (name: string): Session => ({ name }) as unknown as Session;
const [ana, eve, mallory] = [session('Ana'), session('Eve'), session('Mallory')];
const update = (by: Session, bytes: number): Work => ({
  kind: 'update',
  session: by,
  update: new Uint8Array(bytes),
  answered: false,
});
const question = (by: Session): Work => ({ kind: 'question', session: by, stateVector: new Uint8Array(1) });
const told = (works: readonly Work[]): string[] =>
  works.map((work) =>
    'session' in work ? `${work.session.name} ${work.kind === 'update' ? work.update.length : '?'}` : work.kind,
  );

it('hands out everything in its order as long as it is little', () => {
  const queue = new WorkQueue(1_000, 100);
  for (const work of [update(eve, 60), update(ana, 5), question(eve), update(eve, 30)]) queue.offer(work);
  expect(told(queue.take())).toEqual(['Eve 60', 'Ana 5', 'Eve ?', 'Eve 30']);
  expect([queue.isEmpty, queue.bytes]).toEqual([true, 0]);
});

it('hands out much a part at a time: who asks for little first, everybody in their order, nothing lost', () => {
  const queue = new WorkQueue(1_000, 100);
  const works = [update(eve, 90), update(eve, 80), question(eve), update(mallory, 70), update(ana, 5), question(ana)];
  for (const work of works) queue.offer(work);
  const turns: string[][] = [];
  while (!queue.isEmpty) turns.push(told(queue.take()));
  expect(turns).toEqual([
    ['Ana 5', 'Mallory 70', 'Eve 90'],
    ['Ana ?', 'Eve 80', 'Eve ?'],
  ]);
});

it('hands out at least one, however large', () => {
  const queue = new WorkQueue(1_000, 100);
  for (const bytes of [500, 400]) queue.offer(update(eve, bytes));
  expect(told(queue.take())).toEqual(['Eve 500']);
  expect(queue.bytes).toBe(400);
  expect(told(queue.take())).toEqual(['Eve 400']);
});

it('takes no more than it may hold, and what is put back always', () => {
  const queue = new WorkQueue(100, 100);
  expect(queue.offer(update(eve, 60))).toBe(true);
  expect(queue.offer(update(eve, 60))).toBe(false);
  const taken = queue.take();
  expect(queue.offer(update(ana, 60))).toBe(true);
  queue.putBack(taken);
  expect([
    queue.bytes,
    queue.offer(update(ana, 1)),
    queue.offer({ kind: 'read', waiter: { done: () => undefined, failed: () => undefined } }),
  ]).toEqual([120, false, true]);
  expect(queue.end().length).toBe(1);
  expect([queue.isEmpty, queue.bytes]).toEqual([true, 0]);
});

it('holds, and hands out at a time, as much as said to the last byte', () => {
  const queue = new WorkQueue(170, 100);
  const offered = [update(eve, 70), update(mallory, 60), update(ana, 40)].map((work) => queue.offer(work));
  expect([offered, queue.offer(update(ana, 1)), queue.bytes]).toEqual([[true, true, true], false, 170]);
  expect([told(queue.take()), queue.bytes]).toEqual([['Ana 40', 'Mallory 60'], 70]);
});

it('keeps back what a connection sent, before and after, until it is released, and counts it', () => {
  const queue = new WorkQueue(200, 100);
  for (const work of [update(eve, 60), update(ana, 5), question(eve)]) queue.offer(work);
  queue.hold(eve);
  queue.offer(update(eve, 30));
  queue.offer(update(ana, 6));
  expect([queue.bytes, queue.isHolding, queue.offer(update(ana, 100))]).toEqual([102, true, false]);
  expect(told(queue.take())).toEqual(['Ana 5', 'Ana 6']);
  expect([queue.isEmpty, queue.bytes]).toEqual([true, 91]);
  queue.offer(update(ana, 7));
  queue.release(eve, update(eve, 61));
  expect([queue.isHolding, queue.bytes]).toEqual([false, 99]);
  expect(told(queue.take())).toEqual(['Ana 7', 'Eve 61', 'Eve ?', 'Eve 30']);
  expect(queue.bytes).toBe(0);
});

it('hands out in the order in which they were released what several connections sent', () => {
  const queue = new WorkQueue(200, 100);
  for (const work of [update(eve, 60), update(ana, 5), update(mallory, 7)]) queue.offer(work);
  for (const session of [mallory, ana, eve]) queue.hold(session);
  queue.release(ana, update(ana, 6));
  queue.release(eve, update(eve, 61));
  queue.release(mallory, update(mallory, 8));
  expect(told(queue.take())).toEqual(['Ana 6', 'Eve 61', 'Mallory 8']);
});

it('forgets at its end what it kept back: who was held has nothing to release', () => {
  const queue = new WorkQueue(200, 100);
  queue.offer(update(eve, 60));
  queue.hold(eve);
  expect(queue.end()).toEqual([]);
  queue.release(eve, update(eve, 60));
  expect([queue.isEmpty, queue.isHolding, queue.bytes]).toEqual([true, false, 0]);
});
