/** A file that takes more than any board does is somebody's file, not a fault of the server. */
import { expect, it } from 'vitest';
import type { Caller, Context } from '../../../server/commands/context.ts';
import { DeskError } from '../../../server/commands/desk.ts';
import { importBoard } from '../../../server/commands/import-board.ts';
import type { CohortBoard } from '../../../server/commands/ports.ts';

/** Nothing but the desk is asked before the file is read. */
const importWith = (error: Error) => {
  const desk = { do: () => Promise.reject(error), close: () => Promise.resolve() };
  return importBoard({ desk } as unknown as Context, {} as Caller, {} as CohortBoard, new Uint8Array());
};

it('is refused where it takes too much time or memory', async () => {
  expect(await importWith(new DeskError('too-complex'))).toEqual({
    ok: false,
    why: 'snapshot-refused',
    field: 'snapshot',
    detail: 'too-complex',
  });
});

it.each([
  ['the desk has too much to do', new DeskError('server-busy')],
  ['the work failed', new DeskError('failed')],
  ['something else is wrong', new Error('too-complex')],
])('is not refused for what it is when %s', async (_, error) => {
  await expect(importWith(error)).rejects.toBe(error);
});
