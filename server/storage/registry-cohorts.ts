/** Rows of cohorts and their organisations. Knows no right and no document. */
import type { DatabaseSync } from 'node:sqlite';
import type { CohortMeta, Organisation } from '../../shared/cohort/document.ts';
import { type BoardId, type CohortId, isBoardId, isCohortId, isOrgId, type OrgId } from '../../shared/ids.ts';
import { isLanguage } from '../../shared/language.ts';
import { prepareWrite } from './database.ts';
import { Kept } from './kept.ts';
import { checked, flag, integer, oneOf, type Row, text } from './registry-row.ts';

export interface StoredCohort extends CohortMeta {
  readonly id: CohortId;
  readonly groupBoard: BoardId;
  readonly createdAt: number;
}

const cohortOf = (row: Row): StoredCohort => ({
  id: checked(row, 'id', isCohortId),
  name: text(row, 'name'),
  date: text(row, 'date'),
  time: text(row, 'time'),
  language: checked(row, 'language', isLanguage),
  boardPer: checked(row, 'board_per', oneOf(['organisation', 'person'])),
  themesOpen: flag(row, 'themes_open'),
  rehearsal: flag(row, 'rehearsal'),
  groupBoard: checked(row, 'group_board', isBoardId),
  createdAt: integer(row, 'created_at'),
});

const organisationOf = (row: Row): Organisation => ({
  id: checked(row, 'id', isOrgId),
  name: text(row, 'name'),
  acronym: text(row, 'acronym'),
  order: integer(row, 'place'),
  letIn: flag(row, 'let_in'),
});

export function cohortRows(database: DatabaseSync) {
  const insert = prepareWrite(database, 'insert into cohorts values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const select = database.prepare('select * from cohorts where id = ?');
  const update = prepareWrite(
    database,
    'update cohorts set name = ?, date = ?, time = ?, themes_open = ? where id = ?',
  );
  const remove = prepareWrite(database, 'delete from cohorts where id = ?');

  const kept = new Kept<CohortId, StoredCohort>();
  const at = (id: CohortId): StoredCohort | null =>
    kept.get(id, () => {
      const row = select.get(id);
      return row ? cohortOf(row) : null;
    });
  return {
    at,
    forgetKept: (): void => kept.clear(),
    add(c: StoredCohort): void {
      const switches = [Number(c.themesOpen), Number(c.rehearsal)];
      insert.run(c.id, c.name, c.date, c.time, c.language, c.boardPer, ...switches, c.groupBoard, c.createdAt);
      kept.forget(c.id);
    },
    change(id: CohortId, meta: Partial<Pick<CohortMeta, 'name' | 'date' | 'time' | 'themesOpen'>>): void {
      const before = at(id);
      if (!before) return;
      const { name, date, time, themesOpen } = { ...before, ...meta };
      update.run(name, date, time, Number(themesOpen), id);
      kept.forget(id);
    },
    /** What is kept of it and of what went with it, the caller forgets. */
    remove: (id: CohortId): void => void remove.run(id),
  };
}

export function organisationRows(database: DatabaseSync) {
  const insert = prepareWrite(database, 'insert into organisations values (?, ?, ?, ?, ?, ?)');
  const select = database.prepare('select * from organisations where cohort = ? order by place, id');
  const update = prepareWrite(database, 'update organisations set let_in = ? where cohort = ? and id = ?');
  const rename = prepareWrite(database, 'update organisations set name = ?, acronym = ? where cohort = ? and id = ?');
  const remove = prepareWrite(database, 'delete from organisations where cohort = ? and id = ?');
  const selectLetIn = database.prepare('select let_in from organisations where cohort = ? and id = ?');
  return {
    add(cohort: CohortId, { id, name, acronym, order, letIn }: Organisation): void {
      insert.run(cohort, id, name, acronym, order, Number(letIn));
    },
    of: (cohort: CohortId): Organisation[] => select.all(cohort).map(organisationOf),
    rename: (cohort: CohortId, { id, name, acronym }: Pick<Organisation, 'id' | 'name' | 'acronym'>): void =>
      void rename.run(name, acronym, cohort, id),
    letIn: (cohort: CohortId, id: OrgId, open: boolean): void => void update.run(Number(open), cohort, id),
    remove: (cohort: CohortId, id: OrgId): void => void remove.run(cohort, id),
    isLetIn: (cohort: CohortId, id: OrgId): boolean => selectLetIn.get(cohort, id)?.let_in === 1,
  };
}
