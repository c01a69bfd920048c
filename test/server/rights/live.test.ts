/** Writers become readers in the moment a board is closed to them: what they send from then on is refused and kept nowhere. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { conductCall } from '../../../server/commands/conduct-call.ts';
import type { Caller } from '../../../server/commands/context.ts';
import { removePerson } from '../../../server/commands/people.ts';
import { rotateLink } from '../../../server/commands/rotate-link.ts';
import { turnGroupRound } from '../../../server/commands/turn-round.ts';
import type { CallRequest } from '../../../shared/call-api.ts';
import type { BoardId } from '../../../shared/ids.ts';
import { CLOSE } from '../../../shared/protocol.ts';
import type { BoardKind } from '../../../shared/template/kinds.ts';
import { at } from '../../kit/call-scene.ts';
import { markFor, marksIn, RawClient } from '../../kit/raw-client.ts';
import { RightsWorld, type WorldSeat } from '../../kit/rights-world.ts';

let world: RightsWorld;
let facilitation: Caller;
let ana: WorldSeat;
let luis: WorldSeat;
const open: RawClient[] = [];

beforeEach(async () => {
  world = await RightsWorld.create(['Casa', 'Huerto']);
  facilitation = callerOf(await world.join('facilitation', 'Maribel'));
  ana = await world.join('participation', 'Ana', at(world.organisations, 0));
  luis = await world.join('participation', 'Luis', at(world.organisations, 1));
  await deed({ do: 'start' });
});
afterEach(async () => {
  for (const client of open.splice(0)) client.leave();
  await world.end();
});

function callerOf(seat: WorldSeat): Caller {
  const caller = world.callerOf(seat);
  if (!caller) throw new Error(`${seat.name} has no session`);
  return caller;
}
async function deed(request: CallRequest): Promise<void> {
  const done = await conductCall(world.context, facilitation, world.cohort, request);
  if (!done.ok) throw new Error(`${request.do}: ${done.why}`);
}
function boardOf(kind: BoardKind, organisation: WorldSeat['organisation'] = null): BoardId {
  const found = world.context.registry.boards
    .of(world.cohort)
    .find((one) => one.kind === kind && one.organisation === organisation);
  if (!found) throw new Error(`no ${kind}`);
  return found.id;
}
async function enter(seat: WorldSeat, board: BoardId): Promise<RawClient> {
  const admitted = world.knock(seat, board);
  if (!admitted) throw new Error(`${seat.name} does not get in`);
  const client = new RawClient(board).enter(world.rooms, admitted);
  open.push(client);
  await world.stored(board);
  return client;
}
const isStored = async (board: BoardId, mark: string): Promise<boolean> =>
  marksIn((await world.stored(board)) ?? new Uint8Array()).some((one) => one.mark === mark);

describe('a board that is closed to its writers', () => {
  it.each<[string, CallRequest | null, BoardKind]>([
    ['paused', null, 'iceberg'],
    ['of a call that ends', { do: 'close' }, 'value'],
    ['of a phase that ends', { do: 'back' }, 'closing'],
  ])('%s: tells them, and takes nothing from that tick on', async (_, request, kind) => {
    await deed({ do: 'go', phase: 'close' });
    const board = boardOf(kind, kind === 'closing' ? null : ana.organisation);
    const client = await enter(ana, board);
    const [before, after] = [markFor(1, board), markFor(2, board)];
    expect(client.right).toBe('write');
    client.write('notes', before, 'update');
    const told: string[] = [];
    client.onTold = (right) => {
      told.push(right);
      // Within the call that announces it: nobody could be quicker.
      client.write('notes', after, 'update');
    };
    await deed(request ?? { do: 'pause', boards: [board], on: true });
    expect([told, client.isOpen]).toEqual([['read'], true]);
    expect([await isStored(board, before), await isStored(board, after)]).toEqual([true, false]);
    expect(client.denied).toBe(1);
    // Written again once it may: the same connection, without coming back.
    client.onTold = () => undefined;
    await deed(
      request === null
        ? { do: 'pause', boards: [board], on: false }
        : request.do === 'close'
          ? { do: 'reopen' }
          : { do: 'next' },
    );
    expect(client.right).toBe('write');
    client.write('notes', after, 'update');
    expect(await isStored(board, after)).toBe(true);
  });

  it('is not closed to facilitation by a pause, and to nobody on another board', async () => {
    const [group, iceberg] = [boardOf('group-iceberg'), boardOf('iceberg', luis.organisation)];
    await deed({ do: 'go', phase: 'iceberg' });
    const seat = at(world.seats, 0);
    const [theirs, other] = [await enter(seat, group), await enter(luis, iceberg)];
    await deed({ do: 'pause', boards: [group], on: true });
    expect([theirs.right, other.right]).toEqual(['write', 'write']);
  });
});

describe('a peer group', () => {
  it('is let in for its phase, writes when it is its turn, and is out with the phase', async () => {
    await deed({ do: 'groups', groups: [[...world.organisations]] });
    const board = boardOf('feedback', ana.organisation);
    expect(world.knock(luis, board)).toBe(null);
    await deed({ do: 'go', phase: 'peers' });
    const [guest, owner] = [await enter(luis, board), await enter(ana, board)];
    const seen: [string | null, string | null][] = [[guest.right, owner.right]];
    for (const step of ['start', 'next', 'next', 'next', 'next'] as const) {
      await turnGroupRound(world.context, callerOf(luis), world.cohort, 'g1', { do: step });
      seen.push([guest.right, owner.right]);
    }
    // Before the round, present, clarify, offer (the presenter listens), reflect, commit.
    expect(seen).toEqual([
      ['read', 'write'],
      ['read', 'write'],
      ['write', 'write'],
      ['write', 'read'],
      ['write', 'write'],
      ['read', 'write'],
    ]);
    await deed({ do: 'next' });
    expect([guest.closed, owner.isOpen]).toEqual([CLOSE.forbidden, true]);
  });
});

describe('somebody who is shown out', () => {
  it('is out of every board at once when removed, and nothing they send counts', async () => {
    const boards = [boardOf('iceberg', ana.organisation), boardOf('group-iceberg'), world.cohort];
    const clients = await Promise.all(boards.map((board) => enter(ana, board)));
    const iceberg = at(clients, 0);
    const removing = removePerson(world.context, facilitation, world.cohort, callerOf(ana).member.id);
    // Not a tick later: the command has only begun.
    expect(clients.map(({ closed }) => closed)).toEqual(clients.map(() => CLOSE.forbidden));
    const mark = markFor(3, iceberg.board);
    iceberg.write('notes', mark, 'update');
    await removing;
    expect([await isStored(iceberg.board, mark), iceberg.late]).toEqual([false, 0]);
    expect(boards.map((board) => world.knock(ana, board))).toEqual([null, null, null]);
  });

  it('is out with the link that was replaced, while those with other links stay', async () => {
    const client = await enter(ana, boardOf('iceberg', ana.organisation));
    const theirs = await enter(at(world.seats, 0), boardOf('group-iceberg'));
    const rotated = rotateLink(world.context, facilitation, world.cohort, 'participation', true);
    expect([rotated.ok, client.closed, theirs.isOpen]).toEqual([true, CLOSE.forbidden, true]);
    const board = boardOf('iceberg', ana.organisation);
    expect(world.knock(ana, board)).toBe(null);
  });
});
