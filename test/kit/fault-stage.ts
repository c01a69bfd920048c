/** A server process with a cohort, its boards, and people who may write on them. Knows no fault. */
import { connectionAnswer, restoredAnswer } from '../../shared/api.ts';
import type { BoardId } from '../../shared/ids.ts';
import { layNotes } from './facts.ts';
import { boardOf, createCohort, join, ok, until } from './running-app.ts';
import { type ServerProcess, type Start, startServerProcess } from './server-process.ts';
import { type Door, stockWriter } from './writers.ts';

export interface FaultStage {
  readonly server: ServerProcess;
  /** Boards with notes to write in. */
  readonly boards: readonly BoardId[];
  /** Credentials of one of the people for a board. */
  door(board: BoardId, person?: number): Promise<Door>;
  /** One more board with notes to write in. */
  anotherBoard(): Promise<BoardId>;
  end(): Promise<void>;
}

/** People of one organisation: all of them may write on both its boards. */
export async function createFaultStage(how: Start = {}, people = 1, folder: string | null = null): Promise<FaultStage> {
  const server = await startServerProcess(how, folder);
  try {
    return await furnish(server, people);
  } catch (cause) {
    await server.end();
    throw cause;
  }
}

async function furnish(server: ServerProcess, people: number): Promise<FaultStage> {
  const { cohort, code } = await createCohort(server);
  const own = cohort.organisations[0]?.id ?? null;
  const tokens: string[] = [];
  for (let n = 0; n < people; n += 1) tokens.push((await join(server, code, `Persona ${n}`, own)).token);
  const token = (person: number): string => tokens[person % tokens.length] ?? '';
  const boards = [await boardOf(server, token(0), 'iceberg', own), await boardOf(server, token(0), 'value', own)];
  const door = async (board: BoardId, person = 0): Promise<Door> =>
    ok(await server.ask('POST', `/api/boards/${board}/connection`, { token: token(person) }), connectionAnswer);
  const anotherBoard = async (): Promise<BoardId> => {
    const [first] = boards;
    const snapshot = (await server.ask('GET', `/api/boards/${first}/export`, { token: token(0) })).body;
    const body = { snapshot, as: 'new-board' };
    const made = ok(await server.ask('POST', `/api/boards/${first}/import`, { token: token(0), body }), restoredAnswer);
    await furnishBoard(await door(made.board.id));
    return made.board.id;
  };
  for (const board of boards) await furnishBoard(await door(board));
  return { server, boards, door, anotherBoard, end: () => server.end() };
}

async function furnishBoard(door: Door): Promise<void> {
  const first = stockWriter(door);
  await until(() => first.ready(), 'the board to arrive');
  layNotes(first.doc);
  const saved = await first.saved();
  first.destroy();
  if (!saved) throw new Error('the notes were not laid');
}
