/** The one large request: a board file on its way in. Bounded by person, by address and in all, before it is read. */
import type { BoardId } from '../../shared/ids.ts';
import { BYTES, RATE } from '../../shared/limits.ts';
import { boardToImport, importBoard } from '../commands/import-board.ts';
import type { CohortBoard } from '../commands/ports.ts';
import { addressOf, isFromThisMachine } from './address.ts';
import { readAttempt } from './attempt.ts';
import { readBytes } from './body.ts';
import type { EdgeContext, EdgeParts } from './edge.ts';
import { refuse, reply } from './reply.ts';

/** One at a time for each person, and so many in all: each holds a whole file in memory. */
export async function importFile(parts: EdgeParts, c: EdgeContext, id: BoardId): Promise<Response> {
  const { context, limits } = parts;
  const caller = c.get('caller');
  const board = boardToImport(context, caller, id);
  if (!board.ok) return refuse(c, board);
  const slot = limits.importing.enter(caller.member.id);
  if (!slot.ok) return refuse(c, { why: slot.why === 'taken' ? 'import-under-way' : 'server-busy' });
  try {
    return await takeIn(parts, c, board.value);
  } finally {
    slot.leave();
  }
}

async function takeIn(parts: EdgeParts, c: EdgeContext, board: CohortBoard): Promise<Response> {
  const body = await readBytes(c, BYTES.importBody);
  if (!body.ok) return refuse(c, body);
  if (!mayImport(parts, c, Math.max(RATE.smallestImport, body.value.length)))
    return refuse(c, { why: 'too-many-imports' });
  const attempt = readAttempt(c, body.value);
  if (!attempt.ok) return refuse(c, attempt);
  const put = await importBoard(parts.context, c.get('caller'), board, body.value, attempt.value);
  const status = put.ok && put.value.as === 'new-board' ? 201 : 200;
  return reply(c, put, ({ as: _, ...shown }) => shown, status);
}

function mayImport({ limits, settings }: EdgeParts, c: EdgeContext, bytes: number): boolean {
  if (!limits.importsOfPerson.take(c.get('caller').member.id, bytes)) return false;
  return isFromThisMachine(c) || limits.importsOfAddress.take(addressOf(c, settings), bytes);
}
