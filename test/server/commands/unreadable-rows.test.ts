/** The disk cannot be read while something is done beside the commands: it is named in the log, and nothing else comes of it. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepSettled } from '../../../server/commands/keep-settled.ts';
import { layBoards } from '../../../server/commands/lay-boards.ts';
import { missingBoards } from '../../../server/commands/lay-missing.ts';
import { keepTally } from '../../../server/commands/tally.ts';
import { keepAnswered } from '../../../server/commands/tally-answers.ts';
import { answersOf } from '../../../shared/board/answers.ts';
import { type BoardId, newPersonId } from '../../../shared/ids.ts';
import type { BoardKind } from '../../../shared/template/kinds.ts';
import { Peer } from '../../kit/peer.ts';
import { createSmallWorld } from '../../kit/small-world.ts';

function setUp() {
  const world = createSmallWorld();
  const { registry, context, cohort } = world;
  const ana = { id: newPersonId(), cohort, name: 'Ana', role: 'participant', organisation: null, host: null } as const;
  registry.people.add(ana, 'ana');
  layBoards(registry, missingBoards(context, cohort));
  const boardOf = (kind: BoardKind): BoardId => {
    const board = registry.boards.of(cohort).find((one) => one.kind === kind);
    if (!board) throw new Error(`no ${kind}`);
    return board.id;
  };
  return { ...world, boardOf };
}

let world: ReturnType<typeof setUp>;
let stops: Array<() => Promise<void>>;
beforeEach(() => {
  world = setUp();
  const { context, clock } = world;
  stops = [keepTally(context, clock), keepAnswered(context), keepSettled(context)];
});
afterEach(async () => {
  vi.restoreAllMocks();
  const ends = Promise.all(stops.map((stop) => stop())).then(() => world.rooms.close());
  await world.clock.advance(60_000);
  await ends;
  world.database.close();
});

/** After so many more, no row of this table is read any more. */
function unreadable(table: 'boards' | 'cohorts', after: number): void {
  const rows: { at(id: BoardId): unknown } = world.registry[table];
  const read = rows.at;
  let left = after;
  vi.spyOn(rows, 'at').mockImplementation((id) => {
    left -= 1;
    if (left < 0) throw new Error('disk I/O error');
    return read(id);
  });
}

const write = (board: BoardId): Promise<void> =>
  world.rooms.change(board, (doc) => {
    answersOf(doc).set('now:purpose', 1);
  });

it('notes are counted', async () => {
  const written = write(world.boardOf('iceberg'));
  await world.clock.advance(100);
  await written;
  unreadable('boards', 0);
  await world.clock.advance(60_000);
  expect(world.events).toEqual(['tally-failed']);
});

it('answers are counted', async () => {
  const board = world.boardOf('self-assessment');
  // Both who count look whether the board is theirs.
  unreadable('boards', 2);
  const written = write(board);
  await world.clock.advance(1_000);
  await written;
  expect(world.events).toEqual(['answers-not-counted']);
});

it('somebody comes to the panel', async () => {
  const board = world.boardOf('panel');
  unreadable('boards', 1);
  vi.spyOn(world.registry.boards, 'of').mockImplementation(() => {
    throw new Error('disk I/O error');
  });
  const mari = new Peer('Mari', 'read').join(world.rooms, board);
  await world.clock.advance(1_000);
  mari.cut();
  expect(world.events).toEqual(['tally-failed']);
});

it('somebody comes to the cohort', async () => {
  unreadable('cohorts', 1);
  const ana = new Peer('Ana', 'read').join(world.rooms, world.cohort);
  await world.clock.advance(1_000);
  ana.cut();
  expect(world.events).toContain('call-not-settled');
});
