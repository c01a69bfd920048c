/** Rows of calls: their state, what organisations told the cohort, and dots. Values are JSON, parsed when read. Knows no right. */
import type { DatabaseSync } from 'node:sqlite';
import { parseAskedSession } from '../../shared/call-api.ts';
import { type Call, parseCall } from '../../shared/cohort/call.ts';
import { parseIssue, parsePublished } from '../../shared/cohort/document.ts';
import { type CohortId, isNoteId, isOrgId, isPersonId, type NoteId, type PersonId } from '../../shared/ids.ts';
import { prepareWrite } from './database.ts';
import { Kept } from './kept.ts';
import { checked, integer, text } from './registry-row.ts';

export function callRows(database: DatabaseSync) {
  const select = database.prepare('select state from calls where cohort = ?');
  const upsert = prepareWrite(
    database,
    'insert into calls values (?, ?) on conflict (cohort) do update set state = excluded.state',
  );
  // Parsed: each right of each connection asks for one.
  const kept = new Kept<CohortId, Call>();
  return {
    at: (cohort: CohortId): Call | null =>
      kept.get(cohort, () => {
        const row = select.get(cohort);
        return row ? parseCall(JSON.parse(text(row, 'state'))) : null;
      }),
    put(cohort: CohortId, call: Call): void {
      upsert.run(cohort, JSON.stringify(call));
      kept.forget(cohort);
    },
    forgetKept: (): void => kept.clear(),
  };
}

/** One value for each key of a cohort, of one part: `issue` and `published` by organisation, `answered` and `seen` by person, what is owed by either. */
function factRows<Key extends string, Value>(
  database: DatabaseSync,
  part: string,
  isKey: (x: unknown) => x is Key,
  parse: (json: unknown) => Value,
) {
  const ofCohort = database.prepare('select key, value from call_facts where cohort = ? and part = ? order by key');
  const one = database.prepare('select value from call_facts where cohort = ? and part = ? and key = ?');
  const upsert = prepareWrite(
    database,
    'insert into call_facts values (?, ?, ?, ?) on conflict (cohort, part, key) do update set value = excluded.value',
  );
  const remove = prepareWrite(database, 'delete from call_facts where cohort = ? and part = ? and key = ?');
  const clear = prepareWrite(database, 'delete from call_facts where cohort = ? and part = ?');
  return {
    of: (cohort: CohortId): Map<Key, Value> =>
      new Map(
        ofCohort.all(cohort, part).map((row) => [checked(row, 'key', isKey), parse(JSON.parse(text(row, 'value')))]),
      ),
    at(cohort: CohortId, key: Key): Value | null {
      const row = one.get(cohort, part, key);
      return row ? parse(JSON.parse(text(row, 'value'))) : null;
    },
    put: (cohort: CohortId, key: Key, value: Value): void => void upsert.run(cohort, part, key, JSON.stringify(value)),
    remove: (cohort: CohortId, key: Key): void => void remove.run(cohort, part, key),
    clear: (cohort: CohortId): void => void clear.run(cohort, part),
  };
}

export const issueRows = (database: DatabaseSync) => factRows(database, 'issue', isOrgId, parseIssue);
export const publishedRows = (database: DatabaseSync) => factRows(database, 'published', isOrgId, parsePublished);
export const answeredRows = (database: DatabaseSync) =>
  factRows(database, 'answered', isPersonId, (json) => json === true);

export const seenRows = (database: DatabaseSync) => factRows(database, 'seen', isPersonId, parseSeen);
function parseSeen(json: unknown): { session: number; at: number } {
  const row: Record<string, unknown> = Object(json);
  return { session: integer(row, 'session'), at: integer(row, 'at') };
}

/** Attempts at making something that may be sent again, by person and hash of the key. */
export const attemptRows = (database: DatabaseSync) => factRows(database, 'attempt', isAttempt, parseAttempt);
const isAttempt = (x: unknown): x is string => typeof x === 'string' && /^[\w:.-]{1,80}\/[\w-]{43}$/.test(x);
function parseAttempt(json: unknown): { at: number; body: string; made: string; sealed: string } {
  const row: Record<string, unknown> = Object(json);
  return { at: integer(row, 'at'), body: text(row, 'body'), made: text(row, 'made'), sealed: text(row, 'sealed') };
}

/** What is owed to boards, there or not, and a new session that is not there yet, by the one that is left. */
export function owedRows(database: DatabaseSync) {
  const isOwed = (): true => true;
  return {
    columns: factRows(database, 'owed-column', isOrgId, isOwed),
    growth: factRows(database, 'owed-growth', isOrgId, isOwed),
    session: factRows(database, 'owed-session', isSession, parseAskedSession),
  };
}

/** By session: minutes and commitments, as text, and the day it was on, which is empty in rows before 0.4.1. */
export const reportRows = (database: DatabaseSync) => factRows(database, 'reports', isSession, parseReports);
const isSession = (x: unknown): x is string => typeof x === 'string' && /^\d{1,6}$/.test(x);
function parseReports(json: unknown): { minutes: string; commitments: string; date: string } {
  const row: Record<string, unknown> = Object(json);
  return {
    minutes: text(row, 'minutes'),
    commitments: text(row, 'commitments'),
    date: typeof row.date === 'string' ? row.date : '',
  };
}

export interface StoredDot {
  readonly person: PersonId;
  readonly note: NoteId;
}

export function dotRows(database: DatabaseSync) {
  const insert = prepareWrite(database, 'insert or ignore into dots values (?, ?, ?, ?)');
  const remove = prepareWrite(
    database,
    'delete from dots where cohort = ? and session = ? and person = ? and note = ?',
  );
  const ofPerson = database.prepare('select person, note from dots where cohort = ? and session = ? and person = ?');
  const counts = database.prepare(
    'select note, count(*) as n from dots where cohort = ? and session = ? group by note',
  );
  const dotOf = (row: Record<string, unknown>): StoredDot => ({
    person: checked(row, 'person', isPersonId),
    note: checked(row, 'note', isNoteId),
  });
  return {
    put: (cohort: CohortId, session: number, { person, note }: StoredDot): void =>
      void insert.run(cohort, session, person, note),
    remove: (cohort: CohortId, session: number, { person, note }: StoredDot): void =>
      void remove.run(cohort, session, person, note),
    of: (cohort: CohortId, session: number, person: PersonId): StoredDot[] =>
      ofPerson.all(cohort, session, person).map(dotOf),
    counts: (cohort: CohortId, session: number): Map<NoteId, number> =>
      new Map(counts.all(cohort, session).map((row) => [checked(row, 'note', isNoteId), integer(row, 'n')])),
  };
}
