/**
 * What the panel shows, counted from the cohort's document: notes by organisation and area, who is here and how, who has
 * not written yet. Pure: knows no screen, no clock and no text of a note.
 */

import { boardKindOf, type Phase, type PhaseKind } from '../../../shared/cohort/agenda.ts';
import type { Attending } from '../../../shared/cohort/attendance.ts';
import { type Call, phaseNow } from '../../../shared/cohort/call.ts';
import type { BoardEntry, Cohort, Organisation, Person } from '../../../shared/cohort/document.ts';
import type { Writers } from '../../../shared/cohort/panel.ts';
import type { BoardId, OrgId, PersonId } from '../../../shared/ids.ts';
import { type AreaId, LAYER_IDS, type LayerId, ZONE_IDS } from '../../../shared/template/kinds.ts';

/** What the columns of the grid are about: layers, zones, the issue chosen, or the group of peers. */
export type GridKind = 'layers' | 'zones' | 'issues' | 'groups';
export const gridKindOf = (phase: PhaseKind | null): GridKind =>
  phase === 'value' ? 'zones' : phase === 'issue' ? 'issues' : phase === 'peers' ? 'groups' : 'layers';

const isOfMethod = ({ title }: BoardEntry): boolean => title === '';

/** The areas that are counted, and on which kind of board. */
export const areasCounted = (grid: GridKind): readonly AreaId[] => (grid === 'zones' ? ZONE_IDS : LAYER_IDS);
const boardsCounted = (cohort: Cohort, organisation: OrgId, grid: GridKind): BoardEntry[] =>
  cohort.boards.filter(
    (board) =>
      board.organisation === organisation &&
      board.kind === (grid === 'zones' ? 'value' : 'iceberg') &&
      isOfMethod(board),
  );

/** Notes of an organisation, area by area, on all its boards of that kind together. */
export function notesOf(cohort: Cohort, organisation: OrgId, grid: GridKind): readonly number[] {
  const boards = boardsCounted(cohort, organisation, grid);
  return areasCounted(grid).map((area) =>
    boards.reduce((sum, { id }) => sum + (cohort.counts.get(id)?.[area] ?? 0), 0),
  );
}
export const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);

/** The board of the team facilitation opens when it visits, or null when there is none. */
export function boardToVisit(cohort: Cohort, organisation: OrgId, phase: PhaseKind | null): BoardId | null {
  const kind = phase === 'value' ? 'value' : phase === 'issue' || phase === 'peers' ? 'feedback' : 'iceberg';
  const found = cohort.boards.find(
    (one) => one.organisation === organisation && one.person === null && one.kind === kind && isOfMethod(one),
  );
  return found?.id ?? null;
}

/** `out`: has been in the cohort, and is not connected now. */
export interface Seated {
  readonly person: Person;
  readonly at: Attending['at'] | 'out';
  readonly onPhone: boolean;
  /** Since when, or null. */
  readonly hand: number | null;
}
export type Attendances = ReadonlyMap<PersonId, Attending>;

/** Somebody at a table is as present as who writes for them. */
export function seated(person: Person, attendance: Attendances): Seated {
  const own = attendance.get(person.id);
  const found = own ?? (person.host === null ? undefined : attendance.get(person.host));
  const onPhone = found !== undefined && !found.devices.includes('computer');
  return { person, at: found?.at ?? 'out', onPhone, hand: own?.hand ?? null };
}
export const peopleOf = (cohort: Cohort, organisation: OrgId, attendance: Attendances): Seated[] =>
  cohort.people.filter((one) => one.organisation === organisation).map((one) => seated(one, attendance));

/** Raised hands, the one that has waited longest first. */
export const handsUp = (cohort: Cohort, attendance: Attendances): Seated[] =>
  cohort.people
    .map((person) => seated(person, attendance))
    .filter(({ hand }) => hand !== null)
    .sort((a, b) => (a.hand ?? 0) - (b.hand ?? 0));

export const participantsOf = (cohort: Cohort): Person[] => cohort.people.filter(({ role }) => role === 'participant');

/** Phases in which everybody should have written at least one note of their own. */
const WRITTEN_BY_ALL: readonly PhaseKind[] = ['welcome', 'iceberg', 'value'];

/** Who has no note yet on the boards of this phase; null in phases that ask for none. */
export function withoutNote(cohort: Cohort, phase: Phase | null, writers: Writers): Person[] | null {
  if (!phase || !WRITTEN_BY_ALL.includes(phase.kind)) return null;
  const kind = boardKindOf(phase.kind);
  const boards = cohort.boards.filter((board) => board.kind === kind && isOfMethod(board));
  const wrote = new Set(boards.flatMap(({ id }) => writers.get(id) ?? []));
  return participantsOf(cohort).filter(({ id }) => !wrote.has(id));
}

/** Organisations without a single note on the boards of this phase; none in phases that do not write there. */
export function silentOrganisations(cohort: Cohort, phase: Phase | null): ReadonlySet<OrgId> {
  if (phase?.kind !== 'iceberg' && phase?.kind !== 'value') return new Set();
  const grid = gridKindOf(phase.kind);
  const silent = cohort.organisations.filter(({ id }) => sum(notesOf(cohort, id, grid)) === 0);
  return new Set(silent.map(({ id }) => id));
}

/** How long a phase or a layer may be silent before that shows, in milliseconds. */
export const SILENCE_MS = 3 * 60_000;

/**
 * The layer everybody has been on for so long that whoever has no note in it should be seen; null where there is none.
 * `lasted`: of the phase. A call that began before layers knew since when goes by it.
 */
export function lateLayer(call: Call, lasted: number, now: number): LayerId | null {
  const { since } = call.layers;
  return (since === undefined ? lasted : now - since) >= SILENCE_MS ? layerOfNow(call) : null;
}

/** The layer everybody is on; null once all were opened together, and outside of the iceberg. */
export function layerOfNow(call: Call): LayerId | null {
  const { open, current, since } = call.layers;
  if (call.status !== 'running' || phaseNow(call)?.kind !== 'iceberg') return null;
  // Whoever opens them one by one says since when each is the one.
  return since === undefined && open.length === LAYER_IDS.length ? null : current;
}

export const issueOf = (cohort: Cohort, organisation: OrgId): string | null =>
  cohort.issues.find((one) => one.organisation === organisation)?.title ?? null;

/** Organisations in the order of their groups, and after them those in none. */
export function byGroup(cohort: Cohort): { readonly group: string | null; readonly members: Organisation[] }[] {
  const at = new Map(cohort.organisations.map((one) => [one.id, one]));
  const { groups } = cohort.call;
  const grouped = new Set(groups.flatMap(({ organisations }) => organisations));
  const loose = cohort.organisations.filter(({ id }) => !grouped.has(id));
  return [
    ...groups.map(({ id, organisations }) => ({
      group: id,
      members: organisations.flatMap((organisation) => at.get(organisation) ?? []),
    })),
    ...(loose.length > 0 ? [{ group: null, members: loose }] : []),
  ];
}
