/** A row of the room's table of commitments: how one goes is shown of an earlier call, and only once somebody said it. */
import { expect, it } from 'vitest';
import { commitmentBlock } from '../../../client/call/room/closing-blocks.ts';
import type { ToldCommitment } from '../../../shared/board/closing.ts';
import { PROGRESS } from '../../../shared/board/progress.ts';
import { type EntryId, newBoardId, newOrgId } from '../../../shared/ids.ts';

const told = {
  board: newBoardId(),
  id: 'c1' as EntryId,
  organisation: newOrgId(),
  what: 'Llamar',
  who: 'Ana',
  support: '',
  when: '',
  session: 1,
};
const shown = (one: Omit<ToldCommitment, 'done'>, isEarlier: boolean) =>
  PROGRESS.map((done) => commitmentBlock({ ...one, done }, 'sin fecha', isEarlier));

it('shows nothing where nobody said anything, nor what was made in this call', () => {
  expect(shown(told, true).map(({ done }) => done)).toEqual([null, 'done', 'underway', 'dropped']);
  expect(shown(told, false).map(({ done }) => done)).toEqual([null, null, null, null]);
  const [unsaid, said] = shown(told, true).map(({ height }) => height);
  expect(unsaid).toBeLessThan(said ?? 0);
});
