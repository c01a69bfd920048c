/** Rows of links and codes that were given out: hashes, and whether they still open anything. Knows no secret. */
import type { DatabaseSync } from 'node:sqlite';
import { type CohortId, isCohortId } from '../../shared/ids.ts';
import { prepareWrite } from './database.ts';
import { bytesOrNull, checked, flag, integer, oneOf, type Row, text } from './registry-row.ts';

const NAMES = ['facilitation', 'participation', 'viewing', 'projection', 'code'] as const;

export interface StoredLink {
  readonly hash: string;
  readonly cohort: CohortId;
  readonly name: (typeof NAMES)[number];
  readonly version: number;
  readonly revoked: boolean;
  readonly sealed: Uint8Array | null;
}

const linkOf = (row: Row): StoredLink => ({
  hash: text(row, 'hash'),
  cohort: checked(row, 'cohort', isCohortId),
  name: checked(row, 'name', oneOf(NAMES)),
  version: integer(row, 'version'),
  revoked: flag(row, 'revoked'),
  sealed: bytesOrNull(row, 'sealed'),
});

export function linkRows(database: DatabaseSync) {
  const insert = prepareWrite(database, 'insert into links values (?, ?, ?, ?, ?, ?)');
  const select = database.prepare('select * from links where hash = ?');
  const current = database.prepare(
    'select * from links where cohort = ? and name = ? and revoked = 0 order by version desc limit 1',
  );
  const revoke = prepareWrite(database, 'update links set revoked = 1, sealed = null where hash = ?');
  const one = (row: Row | undefined): StoredLink | null => (row ? linkOf(row) : null);
  return {
    add({ hash, cohort, name, version, revoked, sealed }: StoredLink): void {
      insert.run(hash, cohort, name, version, Number(revoked), sealed);
    },
    at: (hash: string): StoredLink | null => one(select.get(hash)),
    current: (cohort: CohortId, name: StoredLink['name']): StoredLink | null => one(current.get(cohort, name)),
    /** For good. What was sealed with the secret goes with it. */
    revoke: (hash: string): void => void revoke.run(hash),
  };
}
