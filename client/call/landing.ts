/**
 * Where a phase takes somebody, and whether to go there without asking. Pure: knows neither the page nor how to go.
 */
import { boardKindOf, type PhaseKind } from '../../shared/cohort/agenda.ts';
import { phaseNow } from '../../shared/cohort/call.ts';
import { type BoardEntry, type Cohort, opennessOf } from '../../shared/cohort/document.ts';
import { rightFor } from '../../shared/cohort/roles.ts';
import { roundNow } from '../../shared/cohort/rounds.ts';
import type { BoardId } from '../../shared/ids.ts';
import type { BoardKind } from '../../shared/template/kinds.ts';
import type { Me } from '../board/session.ts';
import { groupOf } from './phase-view.ts';

/** A board, or the panel of facilitation. */
export type Place = BoardId | 'panel';

/** Phases with a board everybody may see; in all others the panel is the place of facilitation, and who watches stays. */
const SHARED: Readonly<Partial<Record<PhaseKind, BoardKind>>> = {
  welcome: 'practice',
  transfer: 'group-iceberg',
  cluster: 'group-iceberg',
  close: 'closing',
};

/** The board of the phase for somebody: the own one where it is private. Null in a break, and where there is none to see. */
export function placeOfPhase(cohort: Cohort, me: Me): Place | null {
  const phase = phaseNow(cohort.call);
  if (!phase || cohort.call.status !== 'running') return null;
  const kind = boardKindOf(phase.kind);
  if (!kind) return null;
  if (me.role === 'participant') return own(cohort, me, phase.kind === 'peers' ? presenterOf(cohort, me) : null, kind);
  const shared = SHARED[phase.kind];
  if (shared) return find(cohort, me, { kind: shared });
  return me.role === 'facilitator' ? 'panel' : null;
}

/** Where everybody was called to, else the board of the phase. */
export function placeOfLanding(cohort: Cohort, me: Me): Place | null {
  const { board } = cohort.call.landing;
  if (board === null) return placeOfPhase(cohort, me);
  const called = cohort.boards.find(({ id }) => id === board);
  return called && mayRead(cohort, me, called) ? board : null;
}

/** In the peers phase, the organisation that presents in one's own group. */
function presenterOf(cohort: Cohort, me: Me) {
  const group = groupOf(cohort, me);
  return (group && roundNow(group)?.presenter) ?? null;
}

/** One's own board of a kind, one's team's where boards are not personal, or the shared one; or that of a presenter. */
function own(cohort: Cohort, me: Me, presenter: Me['organisation'], kind: BoardKind): BoardId | null {
  if (presenter !== null) return find(cohort, me, { kind, organisation: presenter });
  return (
    find(cohort, me, { kind, organisation: me.organisation, person: me.id }) ??
    find(cohort, me, { kind, organisation: me.organisation }) ??
    find(cohort, me, { kind })
  );
}

function find(
  cohort: Cohort,
  me: Me,
  { kind, organisation = null, person = null }: Partial<BoardEntry> & Pick<BoardEntry, 'kind'>,
): BoardId | null {
  const board = cohort.boards.find(
    (one) =>
      one.kind === kind &&
      one.organisation === organisation &&
      one.person === person &&
      one.title === '' &&
      mayRead(cohort, me, one),
  );
  return board?.id ?? null;
}

const mayRead = (cohort: Cohort, me: Me, board: BoardEntry): boolean =>
  rightFor({ person: me.id, role: me.role, organisation: me.organisation }, board, opennessOf(cohort)) !== 'none';

/** Changes with every call to go somewhere: a phase, a gathering, the next presenter of one's group. */
export function landingKey(cohort: Cohort, me: Me): string {
  const isPeers = phaseNow(cohort.call)?.kind === 'peers' && me.role === 'participant';
  return `${cohort.call.landing.at}/${isPeers ? (presenterOf(cohort, me) ?? '') : ''}`;
}

/** Where a change from one key to another leads: the next presenter's board, even after a gathering. */
export function placeAfter(cohort: Cohort, me: Me, before: string | null): Place | null {
  const isSameCall = before?.split('/')[0] === String(cohort.call.landing.at);
  return isSameCall ? placeOfPhase(cohort, me) : placeOfLanding(cohort, me);
}

export interface Arrival {
  /** The last key this tab has answered; null when it has answered none. */
  readonly answered: string | null;
  readonly key: string;
  readonly place: Place | null;
  readonly here: Place | null;
  /** The board this tab shows is gone. */
  readonly isHereGone: boolean;
  /** This person has just come in. */
  readonly hasJoined: boolean;
  /** This person is at something: moved or wrote a moment ago. */
  readonly isBusy: boolean;
}

/** `go`: take them there. `offer`: a button. `stay`: nothing to do. */
export function decide({
  answered,
  key,
  place,
  here,
  isHereGone,
  hasJoined,
  isBusy,
}: Arrival): 'go' | 'offer' | 'stay' {
  if (place === null || place === here) return 'stay';
  if (hasJoined || isHereGone) return 'go';
  if (answered === null || answered === key) return 'stay';
  return isBusy ? 'offer' : 'go';
}
