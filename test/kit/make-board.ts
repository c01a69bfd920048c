/** Makes and removes boards as the registry does, for tests of the storage alone. Knows no cohort. */
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

/** With everything of it; nobody tells the stores. */
export const removeBoard = (database: Database, board: BoardId): void =>
  inTransaction(database, () => new BoardWriter(database).remove(board));

/** The first update of a board without a note. */
export const emptyIceberg = (): Uint8Array => firstUpdate((doc) => doc.getMap('meta').set('kind', 'iceberg'));

/** In the file of a folder, over a connection of its own. */
export const makeBoardIn = (folder: string, board: BoardId, first: Uint8Array): void =>
  inFolder(folder, (database) => makeBoard(database, board, first));

/** The same way. */
export const removeBoardIn = (folder: string, board: BoardId): void =>
  inFolder(folder, (database) => removeBoard(database, board));

function inFolder(folder: string, work: (database: Database) => void): void {
  const database = openDatabase(folder);
  try {
    work(database);
  } finally {
    database.close();
  }
}
