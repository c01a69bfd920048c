/** The registry's rows: what goes in comes out, seats are unique, a cohort goes with everything it has. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CohortBoard, CohortRecord, KeptReports, Member, Registry } from '../../../server/commands/ports.ts';
import { type Database, openMemoryDatabase } from '../../../server/storage/database.ts';
import { openRegistry } from '../../../server/storage/registry.ts';
import { newCall } from '../../../shared/cohort/call.ts';
import { newBoardId, newCohortId, newCopyId, newOrgId, newPersonId } from '../../../shared/ids.ts';

let database: Database;
let registry: Registry;
beforeEach(() => {
  database = openMemoryDatabase();
  registry = openRegistry(database);
});
afterEach(() => database.close());

/** The first update of a board on which nothing is. */
const nothing = new Uint8Array([0, 0]);
const group = newBoardId();
const cohort: CohortRecord = {
  id: newCohortId(),
  name: 'Cohorte Ñandú',
  date: '2026-11-20',
  time: '',
  language: 'es',
  boardPer: 'person',
  themesOpen: false,
  rehearsal: true,
  groupBoard: group,
  createdAt: 5,
};
const organisation = { id: newOrgId(), name: 'Casa', acronym: 'CA', order: 0, letIn: false };
const member: Member = {
  id: newPersonId(),
  cohort: cohort.id,
  name: 'Inés',
  role: 'participant',
  organisation: organisation.id,
  host: null,
};
const board: CohortBoard = {
  id: group,
  cohort: cohort.id,
  kind: 'group-iceberg',
  organisation: null,
  person: null,
  title: '',
  createdAt: 5,
};
function addAll(): void {
  registry.cohorts.add(cohort, nothing);
  registry.organisations.add(cohort.id, organisation);
  registry.people.add(member, 'ines');
  registry.boards.add(board, nothing);
  registry.links.add({
    hash: 'h1',
    cohort: cohort.id,
    name: 'facilitation',
    version: 1,
    revoked: false,
    sealed: new Uint8Array([1, 2]),
  });
  registry.sessions.add({ id: 's1', hash: 't1', person: member.id, expiresAt: 9, sealed: null });
}

it('gives back what was put in', () => {
  addAll();
  expect(registry.cohorts.at(cohort.id)).toEqual(cohort);
  expect(registry.organisations.of(cohort.id)).toEqual([organisation]);
  expect(registry.people.of(cohort.id)).toEqual([member]);
  expect(registry.boards.at(group)).toEqual(board);
  expect(registry.links.current(cohort.id, 'facilitation')).toEqual(registry.links.at('h1'));
  expect(registry.sessions.byHash('t1')).toMatchObject({ id: 's1', person: member.id, expiresAt: 9, sealed: null });
  expect(registry.sessions.bearer('s1', 8)).toEqual(member);
  registry.check();
});

it('keeps the same server key when it is opened again', () => {
  expect(openRegistry(database).serverKey).toEqual(registry.serverKey);
  expect(registry.serverKey.length).toBe(32);
});

it('changes of a cohort only what is given', () => {
  addAll();
  registry.cohorts.change(cohort.id, { themesOpen: true });
  expect(registry.cohorts.at(cohort.id)).toEqual({ ...cohort, themesOpen: true });
  registry.organisations.letIn(cohort.id, organisation.id, true);
  expect(registry.organisations.of(cohort.id)[0]?.letIn).toBe(true);
});

it('has one seat for a name in its place, also after the person was removed', () => {
  addAll();
  const seat = { cohort: cohort.id, role: 'participant', organisation: organisation.id, nameKey: 'ines' } as const;
  expect(() => registry.people.add({ ...member, id: newPersonId() }, 'ines')).toThrow();
  registry.people.setRemoved(member.id, true);
  expect(registry.people.at(member.id)).toBeNull();
  expect(registry.people.of(cohort.id)).toEqual([]);
  expect(registry.people.everybody(cohort.id)).toEqual([member]);
  expect(registry.people.inSeat(seat)).toEqual({ ...member, removed: true });
  expect(registry.people.inSeat({ ...seat, role: 'facilitator', organisation: null })).toBeNull();
});

it('has one seat for a name among those without an organisation', () => {
  addAll();
  const facilitator = { ...member, role: 'facilitator', organisation: null } as const;
  registry.people.add({ ...facilitator, id: newPersonId() }, 'ines');
  expect(() => registry.people.add({ ...facilitator, id: newPersonId() }, 'ines')).toThrow();
});

it('takes the sealed root away with a revoked link', () => {
  addAll();
  registry.links.revoke('h1');
  expect(registry.links.at('h1')).toMatchObject({ revoked: true, sealed: null });
  expect(registry.links.current(cohort.id, 'facilitation')).toBeNull();
});

it('ends sessions of one person, or of everybody with a role but one', () => {
  addAll();
  registry.sessions.add({ id: 's2', hash: 't2', person: member.id, expiresAt: 9, sealed: null });
  registry.sessions.removeByRole(cohort.id, 'viewer', '');
  expect(registry.sessions.bearer('s1', 8)).not.toBeNull();
  registry.sessions.removeByRole(cohort.id, 'participant', 's2');
  expect(registry.sessions.bearer('s1', 8)).toBeNull();
  expect(registry.sessions.bearer('s2', 8)).not.toBeNull();
  registry.sessions.removeOf(member.id);
  expect(registry.sessions.bearer('s2', 8)).toBeNull();
});

it('knows nobody behind a session that is over, or whose person was removed', () => {
  addAll();
  expect(registry.sessions.bearer('s1', 9)).toBeNull();
  expect(registry.sessions.bearer('s2', 8)).toBeNull();
  registry.people.setRemoved(member.id, true);
  expect(registry.sessions.bearer('s1', 8)).toBeNull();
});

it('keeps copies apart by board, newest first', () => {
  addAll();
  const copy = { board: group, name: 'Antes', by: 'Inés', notes: 3, snapshot: '{}' };
  const [first, second] = [newCopyId(), newCopyId()];
  registry.copies.add({ ...copy, id: first, at: 1 });
  registry.copies.add({ ...copy, id: second, at: 2 });
  expect(registry.copies.of(group).map(({ id }) => id)).toEqual([second, first]);
  expect(registry.copies.at(newBoardId(), first)).toBeNull();
  expect(registry.copies.at(group, first)?.snapshot).toBe('{}');
  registry.copies.remove(group, first);
  expect(registry.copies.of(group)).toHaveLength(1);
});

it('deletes a cohort with everything that belongs to it', () => {
  addAll();
  registry.copies.add({ id: newCopyId(), board: group, name: 'a', at: 1, by: '', notes: 0, snapshot: '{}' });
  registry.calls.put(cohort.id, newCall());
  expect([registry.boards.at(group), registry.calls.at(cohort.id)]).not.toContain(null);
  registry.cohorts.remove(cohort.id);
  expect([registry.cohorts.at(cohort.id), registry.boards.at(group), registry.calls.at(cohort.id)]).toEqual([
    null,
    null,
    null,
  ]);
  for (const table of ['cohorts', 'organisations', 'people', 'cohort_boards', 'links', 'sessions', 'copies'])
    expect(database.prepare(`select count(*) as n from ${table}`).get()).toEqual({ n: 0 });
});

it('forgets what was read within a transaction that did not happen', () => {
  addAll();
  const other = { ...cohort, id: newCohortId(), groupBoard: newBoardId() };
  const call = newCall();
  expect(() =>
    registry.transaction(() => {
      registry.cohorts.change(cohort.id, { name: 'Otro' });
      registry.cohorts.add(other, nothing);
      registry.calls.put(cohort.id, call);
      expect([registry.cohorts.at(cohort.id)?.name, registry.cohorts.at(other.id)]).toEqual(['Otro', other]);
      expect(registry.calls.at(cohort.id)).toEqual(call);
      throw new Error('stop');
    }),
  ).toThrow('stop');
  expect(registry.cohorts.at(cohort.id)).toEqual(cohort);
  expect(registry.cohorts.at(other.id)).toBeNull();
  expect(registry.calls.at(cohort.id)).toBeNull();
  registry.cohorts.add(other, nothing);
  expect(registry.cohorts.at(other.id)).toEqual(other);
  registry.cohorts.remove(other.id);
  expect(registry.cohorts.at(other.id)).toBeNull();
});

it('does all of a transaction or nothing', () => {
  expect(() =>
    registry.transaction(() => {
      registry.cohorts.add(cohort, nothing);
      throw new Error('stop');
    }),
  ).toThrow('stop');
  expect(registry.cohorts.at(cohort.id)).toBeNull();
});

it('reads reports that were kept before they had their day', () => {
  addAll();
  const old = { minutes: 'Acta', commitments: 'Tabla' };
  registry.reports.put(cohort.id, '1', old as KeptReports);
  registry.reports.put(cohort.id, '2', { ...old, date: '2026-11-20' });
  expect([...openRegistry(database).reports.of(cohort.id)]).toEqual([
    ['1', { ...old, date: '' }],
    ['2', { ...old, date: '2026-11-20' }],
  ]);
});
