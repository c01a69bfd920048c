/** The control-plane tables. They live in the same database as the boards, under their own names. Knows columns only. */
import type { DatabaseSync } from 'node:sqlite';

const TABLES = `
  create table if not exists server_key (id integer primary key check (id = 1), key blob not null) strict;

  create table if not exists cohorts (
    id text primary key, name text not null, date text not null, time text not null, language text not null,
    board_per text not null, themes_open integer not null, rehearsal integer not null,
    group_board text not null, created_at integer not null
  ) strict;

  create table if not exists organisations (
    cohort text not null references cohorts (id) on delete cascade, id text not null,
    name text not null, acronym text not null, place integer not null, let_in integer not null,
    primary key (cohort, id)
  ) strict, without rowid;

  create table if not exists people (
    id text primary key, cohort text not null references cohorts (id) on delete cascade,
    name text not null, name_key text not null, role text not null, organisation text, removed integer not null
  ) strict;
  create unique index if not exists people_seat
    on people (cohort, role, coalesce(organisation, ''), name_key);

  create table if not exists cohort_boards (
    id text primary key, cohort text not null references cohorts (id) on delete cascade,
    kind text not null, organisation text, person text, title text not null, created_at integer not null
  ) strict;
  create index if not exists cohort_boards_cohort on cohort_boards (cohort);

  create table if not exists links (
    hash text primary key, cohort text not null references cohorts (id) on delete cascade,
    name text not null, version integer not null, revoked integer not null, sealed blob
  ) strict;
  create index if not exists links_cohort on links (cohort, name);

  create table if not exists sessions (
    id text primary key, hash text not null unique,
    person text not null references people (id) on delete cascade, expires_at integer not null, sealed blob
  ) strict;
  create index if not exists sessions_person on sessions (person);

  create table if not exists copies (
    id text primary key, board text not null references cohort_boards (id) on delete cascade,
    name text not null, at integer not null, taken_by text not null, notes integer not null, snapshot text not null
  ) strict;
  create index if not exists copies_board on copies (board, at);

  create table if not exists seats_at_table (
    person text primary key references people (id) on delete cascade,
    host text not null references people (id) on delete cascade
  ) strict, without rowid;

  create table if not exists calls (
    cohort text primary key references cohorts (id) on delete cascade, state text not null
  ) strict;

  create table if not exists call_facts (
    cohort text not null references cohorts (id) on delete cascade,
    part text not null, key text not null, value text not null, primary key (cohort, part, key)
  ) strict, without rowid;

  create table if not exists dots (
    cohort text not null references cohorts (id) on delete cascade, session integer not null,
    person text not null references people (id) on delete cascade, note text not null,
    primary key (cohort, session, person, note)
  ) strict, without rowid;
`;

/** Makes the tables that are not there yet. */
export function createTables(database: DatabaseSync): void {
  database.exec(TABLES);
}
