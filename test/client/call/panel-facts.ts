/** A cohort of twelve organisations for the panel's tests: people, boards, counts and a call, without a server. */
import type { Seat } from '../../../client/sync/seats.ts';
import { agendaOf } from '../../../shared/cohort/agenda.ts';
import type { Attending } from '../../../shared/cohort/attendance.ts';
import { type Call, newCall } from '../../../shared/cohort/call.ts';
import type { BoardEntry, Cohort, Person } from '../../../shared/cohort/document.ts';
import {
  type BoardId,
  isBoardId,
  isOrgId,
  isPersonId,
  newCohortId,
  type OrgId,
  type PersonId,
} from '../../../shared/ids.ts';
import type { BoardKind } from '../../../shared/template/kinds.ts';
import { COHORT_META, EMPTY_COHORT } from '../../kit/cohort-facts.ts';

const checked = <T extends string>(id: string, is: (x: unknown) => x is T): T => {
  if (!is(id)) throw new Error(`no id: ${id}`);
  return id;
};
export const org = (n: number): OrgId => checked(`org${n}`, isOrgId);
export const person = (n: number): PersonId => checked(`person${n}`, isPersonId);
export const boardId = (kind: BoardKind, n: number): BoardId =>
  checked(`${kind}${n}`.padEnd(21, '_').slice(0, 21), isBoardId);

/** Two people each; organisation `n` has `n` notes in each layer, so the first has none. */
export function twelve(call: Partial<Call> = {}, change: Partial<Cohort> = {}): Cohort {
  const numbers = Array.from({ length: 12 }, (_, n) => n);
  const board = (kind: BoardKind, n: number | null): BoardEntry => ({
    id: boardId(kind, n ?? 99),
    kind,
    organisation: n === null ? null : org(n),
    person: null,
    title: '',
    createdAt: 0,
  });
  const people = numbers.flatMap((n): Person[] =>
    [0, 1].map((k) => ({
      id: person(n * 2 + k),
      name: `Persona ${n * 2 + k}`,
      role: 'participant',
      organisation: org(n),
      host: null,
    })),
  );
  return {
    ...EMPTY_COHORT,
    meta: { ...COHORT_META, time: '09:00' },
    organisations: numbers.map((n) => ({
      id: org(n),
      name: `Organización ${n}`,
      acronym: `O${n}`,
      order: n,
      letIn: n === 3,
    })),
    people,
    boards: [board('group-iceberg', null), ...numbers.flatMap((n) => [board('iceberg', n), board('value', n)])],
    counts: new Map(
      numbers.map((n) => [boardId('iceberg', n), { results: n, patterns: n, structures: n, beliefs: n }]),
    ),
    call: { ...newCall(), ...call },
    ...change,
  };
}

/** A call in this phase of the whole agenda, its clock with so many minutes to go at time 0. */
export const inPhase = (phase: string, minutesLeft: number): Partial<Call> => ({
  status: 'running',
  phase,
  agenda: agendaOf('full'),
  clock: { kind: 'paused', leftMs: minutesLeft * 60_000 },
});

export const attending = (
  at: Attending['at'],
  device: 'computer' | 'phone',
  hand: number | null = null,
): Attending => ({
  at,
  devices: [device],
  hand,
});

/** Facilitation in front of the panel. */
export const seat: Seat = {
  token: 'token',
  openedAt: 0,
  boards: [],
  person: { id: person(99), name: 'Maribel', role: 'facilitator', organisation: null },
  cohort: {
    id: newCohortId(),
    ...COHORT_META,
    organisations: [],
  },
};
