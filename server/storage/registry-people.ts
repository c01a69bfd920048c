/** Rows of people and of their sessions. Of a session's token only the hash is kept. Knows no right. */
import type { DatabaseSync } from 'node:sqlite';
import type { Person } from '../../shared/cohort/document.ts';
import { ROLES, type Role } from '../../shared/cohort/roles.ts';
import { type CohortId, isCohortId, isOrgId, isPersonId, type OrgId, type PersonId } from '../../shared/ids.ts';
import { prepareWrite } from './database.ts';
import { bytesOrNull, checked, checkedOrNull, flag, integer, oneOf, type Row, text } from './registry-row.ts';

export interface StoredMember extends Person {
  readonly cohort: CohortId;
}
export interface StoredSession {
  readonly id: string;
  readonly hash: string;
  readonly person: PersonId;
  readonly expiresAt: number;
  readonly sealed: Uint8Array | null;
}
export interface SeatKey {
  readonly cohort: CohortId;
  readonly role: Role;
  readonly organisation: OrgId | null;
  readonly nameKey: string;
}

const memberOf = (row: Row): StoredMember => ({
  id: checked(row, 'id', isPersonId),
  cohort: checked(row, 'cohort', isCohortId),
  name: text(row, 'name'),
  role: checked(row, 'role', oneOf(ROLES)),
  organisation: checkedOrNull(row, 'organisation', isOrgId),
  host: checkedOrNull(row, 'host', isPersonId),
});

const sessionOf = (row: Row): StoredSession => ({
  id: text(row, 'id'),
  hash: text(row, 'hash'),
  person: checked(row, 'person', isPersonId),
  expiresAt: integer(row, 'expires_at'),
  sealed: bytesOrNull(row, 'sealed'),
});

export function peopleRows(database: DatabaseSync) {
  const insert = prepareWrite(database, 'insert into people values (?, ?, ?, ?, ?, ?, 0)');
  const seated =
    'select people.*, host from people left join seats_at_table on seats_at_table.person = people.id where';
  const insertHost = prepareWrite(database, 'insert or replace into seats_at_table values (?, ?)');
  const removeHost = prepareWrite(database, 'delete from seats_at_table where person = ?');
  const select = database.prepare(`${seated} people.id = ? and removed = 0`);
  const ofCohort = database.prepare(`${seated} cohort = ? and removed = 0 order by people.rowid`);
  const everybody = database.prepare(`${seated} cohort = ? order by people.rowid`);
  const setRemoved = prepareWrite(database, 'update people set removed = ? where id = ?');
  const inSeat = database.prepare(
    `${seated} cohort = ? and role = ? and coalesce(organisation, '') = ? and name_key = ?`,
  );
  return {
    add({ id, cohort, name, role, organisation, host }: StoredMember, nameKey: string): void {
      insert.run(id, cohort, name, nameKey, role, organisation);
      if (host !== null) insertHost.run(id, host);
    },
    inSeat({ cohort, role, organisation, nameKey }: SeatKey): (StoredMember & { removed: boolean }) | null {
      const row = inSeat.get(cohort, role, organisation ?? '', nameKey);
      return row ? { ...memberOf(row), removed: flag(row, 'removed') } : null;
    },
    at(id: PersonId): StoredMember | null {
      const row = select.get(id);
      return row ? memberOf(row) : null;
    },
    of: (cohort: CohortId): StoredMember[] => ofCohort.all(cohort).map(memberOf),
    everybody: (cohort: CohortId): StoredMember[] => everybody.all(cohort).map(memberOf),
    setRemoved: (id: PersonId, removed: boolean): void => void setRemoved.run(Number(removed), id),
    setHost(id: PersonId, host: PersonId | null): void {
      if (host === null) removeHost.run(id);
      else insertHost.run(id, host);
    },
  };
}

export function sessionRows(database: DatabaseSync) {
  const insert = prepareWrite(database, 'insert into sessions values (?, ?, ?, ?, ?)');
  const selectByHash = database.prepare('select * from sessions where hash = ?');
  const bearer = database.prepare(
    `select people.*, host, expires_at from sessions join people on people.id = sessions.person
     left join seats_at_table on seats_at_table.person = people.id where sessions.id = ? and removed = 0`,
  );
  const remove = prepareWrite(database, 'delete from sessions where id = ?');
  const removeOf = prepareWrite(database, 'delete from sessions where person = ?');
  const removeByRole = prepareWrite(
    database,
    'delete from sessions where id <> ? and person in (select id from people where cohort = ? and role = ?)',
  );
  const one = (row: Row | undefined): StoredSession | null => (row ? sessionOf(row) : null);
  return {
    add({ id, hash, person, expiresAt, sealed }: StoredSession): void {
      insert.run(id, hash, person, expiresAt, sealed);
    },
    byHash: (hash: string): StoredSession | null => one(selectByHash.get(hash)),
    bearer(id: string, now: number): StoredMember | null {
      const row = bearer.get(id);
      return row && integer(row, 'expires_at') > now ? memberOf(row) : null;
    },
    remove: (id: string): void => void remove.run(id),
    removeOf: (person: PersonId): void => void removeOf.run(person),
    removeByRole: (cohort: CohortId, role: Role, except: string): void => void removeByRole.run(except, cohort, role),
  };
}
