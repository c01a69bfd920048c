/** What comes of asking the server is seen: on a phone nothing else tells. */
import { expect, it } from 'vitest';
import { addNote } from '../../../client/board/actions.ts';
import type { BoardSession } from '../../../client/board/session.ts';
import { deedsOn } from '../../../client/list/deeds.ts';
import { joinedSessions } from '../../kit/session.ts';

const REFUSED = { ok: false, why: 'offline' } as const;

it.each([
  ['withdraw', true, 'list.said.withdrawn'],
  ['withdraw', false, 'list.said.failed'],
  ['refresh', true, 'list.said.refreshed'],
  ['refresh', false, 'list.said.failed'],
] as const)('%s, taken: %s', async (deed, isTaken, key) => {
  const [session] = joinedSessions('group-iceberg', 1);
  if (!session) throw new Error('a session');
  const note = addNote(session, 'results', { text: 'Una' });
  if (!note) throw new Error('a note');
  const commands: BoardSession['commands'] = {
    ...session.commands,
    withdraw: async (notes) => (isTaken ? { ok: true, withdrawn: [...notes] } : REFUSED),
    refresh: async (notes) => (isTaken ? { ok: true, refreshed: [...notes] } : REFUSED),
  };
  await deedsOn({ ...session, commands }, 'es', () => undefined)[deed]([note]);
  expect(session.notice.get()).toMatchObject({ key });
  session.close();
});
