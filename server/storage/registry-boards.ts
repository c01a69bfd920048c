/** Rows that say which boards a cohort has, and the named copies people took of them. The boards' contents are elsewhere. */
import type { DatabaseSync } from 'node:sqlite';
import type { BoardEntry } from '../../shared/cohort/document.ts';
import {
  type BoardId,
  type CohortId,
  type CopyId,
  isBoardId,
  isCohortId,
  isCopyId,
  isOrgId,
  isPersonId,
} from '../../shared/ids.ts';
import { isBoardKind } from '../../shared/template/kinds.ts';
import { prepareWrite } from './database.ts';
import { Kept } from './kept.ts';
import { bytesOrNull, checked, checkedOrNull, integer, type Row, text } from './registry-row.ts';

export interface StoredBoard extends BoardEntry {
  readonly cohort: CohortId;
}
export interface StoredCopyLine {
  readonly id: CopyId;
  readonly name: string;
  readonly at: number;
  readonly by: string;
  readonly notes: number;
}
export interface StoredCopy extends StoredCopyLine {
  readonly board: BoardId;
  readonly snapshot: string;
}

const boardOf = (row: Row): StoredBoard => ({
  id: checked(row, 'id', isBoardId),
  cohort: checked(row, 'cohort', isCohortId),
  kind: checked(row, 'kind', isBoardKind),
  organisation: checkedOrNull(row, 'organisation', isOrgId),
  person: checkedOrNull(row, 'person', isPersonId),
  title: text(row, 'title'),
  createdAt: integer(row, 'created_at'),
});

const copyOf = (row: Row): StoredCopyLine => ({
  id: checked(row, 'id', isCopyId),
  name: text(row, 'name'),
  at: integer(row, 'at'),
  by: text(row, 'taken_by'),
  notes: integer(row, 'notes'),
});

export function boardRows(database: DatabaseSync) {
  const insert = prepareWrite(database, 'insert into cohort_boards values (?, ?, ?, ?, ?, ?, ?)');
  const select = database.prepare('select * from cohort_boards where id = ?');
  const remove = prepareWrite(database, 'delete from cohort_boards where id = ?');
  const ofCohort = database.prepare('select * from cohort_boards where cohort = ? order by created_at, rowid');
  // Each right of each connection asks for one, and so does each change.
  const kept = new Kept<BoardId, StoredBoard>();
  return {
    add({ id, cohort, kind, organisation, person, title, createdAt }: StoredBoard): void {
      insert.run(id, cohort, kind, organisation, person, title, createdAt);
      kept.forget(id);
    },
    at: (id: BoardId): StoredBoard | null =>
      kept.get(id, () => {
        const row = select.get(id);
        return row ? boardOf(row) : null;
      }),
    forgetKept: (): void => kept.clear(),
    of: (cohort: CohortId): StoredBoard[] => ofCohort.all(cohort).map(boardOf),
    remove(id: BoardId): void {
      remove.run(id);
      kept.forget(id);
    },
  };
}

export function copyRows(database: DatabaseSync) {
  const insert = prepareWrite(database, 'insert into copies values (?, ?, ?, ?, ?, ?, ?)');
  const ofBoard = database.prepare(
    'select id, name, at, taken_by, notes from copies where board = ? order by at desc, rowid desc',
  );
  const select = database.prepare('select * from copies where board = ? and id = ?');
  const selectBytes = database.prepare('select cast(snapshot as blob) as file from copies where board = ? and id = ?');
  const rewrite = prepareWrite(database, 'update copies set snapshot = ?, notes = ? where board = ? and id = ?');
  const remove = prepareWrite(database, 'delete from copies where board = ? and id = ?');
  return {
    add({ id, board, name, at, by, notes, snapshot }: StoredCopy): void {
      insert.run(id, board, name, at, by, notes, snapshot);
    },
    of: (board: BoardId): StoredCopyLine[] => ofBoard.all(board).map(copyOf),
    at(board: BoardId, id: CopyId): StoredCopy | null {
      const row = select.get(board, id);
      return row ? { ...copyOf(row), board, snapshot: text(row, 'snapshot') } : null;
    },
    bytesOf(board: BoardId, id: CopyId): Uint8Array | null {
      const row = selectBytes.get(board, id);
      return row ? bytesOrNull(row, 'file') : null;
    },
    rewrite(board: BoardId, id: CopyId, { snapshot, notes }: Pick<StoredCopy, 'snapshot' | 'notes'>): void {
      rewrite.run(snapshot, notes, board, id);
    },
    remove: (board: BoardId, id: CopyId): void => void remove.run(board, id),
  };
}
