/**
 * The process that folds: reads what is stored of one board on a connection of its own, folds it and hands the snapshot
 * over. One board after the other, as asked. Writes nothing to the file.
 */
import { answerParent } from '../child.ts';
import { BoardReader } from './board-rows.ts';
import { openToRead } from './database.ts';
import type { FoldAnswer } from './fold-child.ts';
import { type FoldRequest, foldStored } from './fold-stored.ts';

const path = process.argv[2] ?? '';

answerParent((question) => {
  // Only the storage asks.
  return answerTo(question as FoldRequest);
});

function answerTo(request: FoldRequest): FoldAnswer {
  try {
    const database = openToRead(path);
    try {
      return { folded: foldStored(new BoardReader(database), request) };
    } finally {
      database.close();
    }
  } catch (error) {
    // A damaged record, or a disk that cannot be read: the board stays as it is.
    return { why: error instanceof Error ? error.message : 'unknown' };
  }
}
