/**
 * Clients that keep no rule, all over a world, and what became of everything they wrote: by the table it had to be taken,
 * or it must not be anywhere. Chooses only where to write; what happens meanwhile is the test's.
 */
import { expect } from 'vitest';
import type { Right } from '../../shared/cohort/roles.ts';
import type { BoardId } from '../../shared/ids.ts';
import type { BoardKind } from '../../shared/template/kinds.ts';
import type { Random } from './random.ts';
import { markFor, marksIn, RawClient } from './raw-client.ts';
import type { RightsWorld, WorldSeat } from './rights-world.ts';

/** Where a client of this kind of board would write; the cohort's document has no kind. */
const ROOT: Readonly<Record<BoardKind | 'cohort', string>> = {
  iceberg: 'notes',
  'group-iceberg': 'notes',
  value: 'notes',
  practice: 'notes',
  'self-assessment': 'answers',
  growth: 'growth',
  feedback: 'items',
  closing: 'words',
  panel: 'organisations',
  cohort: 'call',
};

/** What became of a write is known: it had to be taken, it must not be anywhere, or the right changed in that very moment. */
type Fate = 'taken' | 'refused' | 'either';

export class Trial {
  readonly world: RightsWorld;
  readonly random: Random;
  readonly clients = new Map<string, { seat: WorldSeat; client: RawClient }>();
  readonly all: RawClient[] = [];
  readonly fates = new Map<string, Fate>();
  #marks = 0;
  /** How often each fate was met, and each right: a trial that meets none proves nothing. */
  readonly met = { taken: 0, refused: 0, closed: 0, demoted: 0 };

  constructor(world: RightsWorld, random: Random) {
    this.world = world;
    this.random = random;
  }

  rootOf(board: BoardId): string {
    return ROOT[this.world.context.registry.boards.at(board)?.kind ?? 'cohort'];
  }
  mark(board: BoardId, fate: Fate): string {
    this.#marks += 1;
    const mark = markFor(this.#marks, board);
    this.fates.set(mark, fate);
    return mark;
  }

  /** Everybody tries every door; who gets in stays. */
  knockEverywhere(): void {
    for (const seat of this.world.seats) {
      for (const board of this.world.boards()) {
        const key = `${seat.token} ${board}`;
        if (this.clients.get(key)?.client.isOpen) continue;
        expect(this.world.knockWithThoseOf(this.random.pick(this.world.boards()), seat, board)).toBe(false);
        const admitted = this.world.knock(seat, board);
        const expected = this.world.rightOf(seat, board);
        expect(admitted !== null, `${seat.name} at the door of ${this.rootOf(board)}: ${expected}`).toBe(
          expected !== 'none',
        );
        if (admitted) this.#enter(key, seat, new RawClient(board), admitted);
      }
    }
  }

  #enter(
    key: string,
    seat: WorldSeat,
    client: RawClient,
    admitted: NonNullable<ReturnType<RightsWorld['knock']>>,
  ): void {
    this.clients.set(key, { seat, client });
    this.all.push(client);
    client.enter(this.world.rooms, admitted);
    let before = '';
    // In the very moment the right goes, it writes: no tick in between lets a byte through.
    client.onTold = (told) => {
      if (told === 'none') this.met.closed += 1;
      if (told === 'read' && before === 'write') this.met.demoted += 1;
      before = told;
      if (told === 'write') return;
      client.write(this.rootOf(client.board), this.mark(client.board, 'refused'), 'update');
    };
  }

  /** Writes of anybody anywhere, also of those who were shown out; what the right is now decides their fate. */
  writeAnywhere(times: number, isSettled: boolean): void {
    const known = [...this.clients.values()];
    for (let i = 0; i < times; i += 1) {
      const { seat, client } = this.random.pick(known);
      const may = client.isOpen && this.world.rightOf(seat, client.board) === 'write';
      const mark = this.mark(client.board, !isSettled ? 'either' : may ? 'taken' : 'refused');
      client.write(this.rootOf(client.board), mark, this.random.chance(0.3) ? 'step2' : 'update');
    }
  }

  /** Those who are shown out say who they are all the same; nobody may hear it. */
  presentAnywhere(): void {
    const { client } = this.random.pick([...this.clients.values()]);
    client.present(1 + this.random.int(1e6), this.mark(client.board, client.isOpen ? 'either' : 'refused'));
  }

  async check(step: string, everybodyKnocked: boolean): Promise<void> {
    const boards = this.world.boards();
    const contents = await Promise.all(boards.map((board) => this.world.stored(board)));
    const stored = new Map<string, Uint8Array>(boards.map((board, i) => [board, contents[i] ?? new Uint8Array()]));
    for (const { seat, client } of this.clients.values()) {
      const expected: Right = this.world.rightOf(seat, client.board);
      const what = `${step}: ${seat.name} in ${this.rootOf(client.board)} of ${client.board}`;
      // Who was outside comes in by the door, later.
      if (client.isOpen || everybodyKnocked) expect(client.isOpen ? client.right : 'none', what).toBe(expected);
    }
    const kept = new Set([...stored].flatMap(([, bytes]) => marksIn(bytes).map(({ mark }) => mark)));
    for (const [board, bytes] of stored) {
      expect(
        marksIn(bytes).filter((one) => one.board !== board),
        `${step}: strange in ${board}`,
      ).toEqual([]);
    }
    const heard = new Set(this.all.flatMap((client) => [...client.heard]));
    for (const [mark, fate] of this.fates) {
      if (fate === 'refused')
        expect([kept.has(mark), heard.has(mark)], `${step}: ${mark} got in`).toEqual([false, false]);
      if (fate === 'taken') this.#checkTaken(step, mark, stored, kept);
      if (fate !== 'either') this.met[fate] += 1;
    }
    this.fates.clear();
    expect(
      this.all.flatMap(({ strange }) => strange),
      `${step}: bytes of another board`,
    ).toEqual([]);
    expect(this.all.filter(({ late }) => late > 0).length, `${step}: sent to somebody who was shown out`).toBe(0);
  }

  #checkTaken(step: string, mark: string, stored: ReadonlyMap<string, Uint8Array>, kept: ReadonlySet<string>): void {
    const board = mark.split('~')[2] ?? '';
    if (!stored.has(board)) return;
    expect(kept.has(mark), `${step}: ${mark} was lost`).toBe(true);
    const others = [...this.clients.values()].filter(({ client }) => client.board === board && client.isOpen);
    const deaf = others.filter(({ client }) => !client.heard.has(mark));
    // Who wrote it is not sent it.
    expect(deaf.length, `${step}: ${mark} was not passed on`).toBeLessThanOrEqual(1);
  }
}
