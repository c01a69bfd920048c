/** Makes a board as the registry does, for tests of the storage alone. Knows no cohort. */
import { firstUpdate } from '../../server/commands/lay-boards.ts';
import { createBoardTables } from '../../server/storage/board-tables.ts';
import { BoardWriter } from '../../server/storage/board-writer.ts';
import { type Database, inTransaction, openDatabase } from '../../server/storage/database.ts';
import type { BoardId } from '../../shared/ids.ts';

/** In a file that is open; throws when the board exists. */
export function makeBoard(database: Database, board: BoardId, first: Uint8Array): void {
  createBoardTables(database);
  inTransaction(database, () => new BoardWriter(database).create(board, first));
}

/** The first update of a board without a note. */
export const emptyIceberg = (): Uint8Array => firstUpdate((doc) => doc.getMap('meta').set('kind', 'iceberg'));

/** In the file of a folder, over a connection of its own. */
export function makeBoardIn(folder: string, board: BoardId, first: Uint8Array): void {
  const database = openDatabase(folder);
  try {
    makeBoard(database, board, first);
  } finally {
    database.close();
  }
}
