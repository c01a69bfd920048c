/**
 * The process that folds: reads what is stored of one board on a connection of its own, folds it and hands the snapshot
 * over. One board after the other, as asked. Writes nothing to the file.
 */
import { answerParent } from '../child.ts';
import { BoardReader, type BoardRows } from './board-rows.ts';
import { openToRead } from './database.ts';
import type { FoldAnswer } from './fold-child.ts';
import { type FoldRequest, foldRows } from './fold-stored.ts';

const path = process.argv[2] ?? '';

answerParent((question) => {
  // Only the storage asks.
  return answerTo(question as FoldRequest);
});

function answerTo(request: FoldRequest): FoldAnswer {
  try {
    return { folded: foldRows(read(request)) };
  } catch (error) {
    // A damaged record, or a disk that cannot be read: the board stays as it is.
    return { why: error instanceof Error ? error.message : 'unknown' };
  }
}

function read({ document, through }: FoldRequest): BoardRows {
  const database = openToRead(path);
  try {
    // The board as it is at one moment: what is removed meanwhile is not missing.
    database.exec('BEGIN');
    return new BoardReader(database).read(document, through);
  } finally {
    database.close();
  }
}
