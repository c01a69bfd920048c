/**
 * Who may do what with which board: the whole table, in one place (docs/rights.md shows it, the relay enforces it).
 * Knows no connection and no token.
 */
import type { BoardId, OrgId, PersonId } from '../ids.ts';
import type { BoardKind } from '../template/kinds.ts';
import type { PhaseKind } from './agenda.ts';
import { type Call, newCall, phaseNow } from './call.ts';
import { roundNow } from './rounds.ts';

export type Right = 'none' | 'read' | 'write';
/**
 * A scribe is a participant who writes for somebody at the same table (document.ts, Person.host): the same rights, and
 * what is written carries the other's name. A projector shows a room what everybody may see, without a name.
 */
export type Role = 'facilitator' | 'participant' | 'viewer' | 'projector';
export const ROLES: readonly Role[] = ['facilitator', 'participant', 'viewer', 'projector'];

/** Who asks. Only participants have an organisation. */
export interface Asker {
  readonly person: PersonId;
  readonly role: Role;
  readonly organisation: OrgId | null;
}

/** What is asked for. `person` is set when the board belongs to one person of the organisation. */
export interface BoardOwner {
  readonly id: BoardId;
  readonly kind: BoardKind;
  readonly organisation: OrgId | null;
  readonly person: PersonId | null;
}

/** What of a cohort changes the table. */
export interface Openness {
  /** Everybody may group notes into themes, not facilitation alone. */
  readonly themesOpen: boolean;
  /** Organisations that let facilitation in to the boards of the team. */
  readonly letIn: (organisation: OrgId) => boolean;
  readonly call: RightsOfCall;
}
/** What of a call changes the table. */
export type RightsOfCall = Pick<Call, 'status' | 'agenda' | 'phase' | 'reading' | 'paused' | 'groups'>;
export const NO_CALL: RightsOfCall = newCall();

/**
 * What somebody is to a board. `own`: the person or the team it belongs to · `team`: of that team, but the board is
 * another person's · `guest`: facilitation the team let in · `peer`: of the same peer group · `other`: of the cohort.
 */
export const RELATIONS = ['own', 'team', 'peer', 'other', 'facilitator', 'guest', 'viewer', 'projector'] as const;
export type Relation = (typeof RELATIONS)[number];

/** One right for the whole call, or one for each phase that differs; `else` for all others, and when there is no call. */
export type Cell = Right | ({ readonly else: Right } & { readonly [P in PhaseKind]?: Right });
type Row = Readonly<Record<Relation, Cell>>;

const SHUT: Row = {
  own: 'none',
  team: 'none',
  peer: 'none',
  other: 'none',
  facilitator: 'none',
  guest: 'none',
  viewer: 'none',
  projector: 'none',
};
const TEAM_BOARD: Row = { ...SHUT, own: 'write', guest: 'write' };
const SHARED_READ = { other: 'read', viewer: 'read', projector: 'read' } as const;

/** Role × kind of board × phase. What only narrows it is in `narrowed`. */
export const RIGHTS: Readonly<Record<BoardKind, Row>> = {
  practice: { ...SHUT, other: 'write', facilitator: 'write', viewer: 'read', projector: 'read' },
  'self-assessment': { ...SHUT, own: 'write' },
  growth: { ...SHUT, own: 'read' },
  iceberg: TEAM_BOARD,
  'group-iceberg': { ...SHUT, ...SHARED_READ, facilitator: 'write' },
  value: TEAM_BOARD,
  feedback: {
    ...TEAM_BOARD,
    peer: { else: 'none', peers: 'read' },
    facilitator: { else: 'none', peers: 'read' },
  },
  closing: {
    ...SHUT,
    ...SHARED_READ,
    other: { else: 'read', close: 'write' },
    facilitator: { else: 'read', close: 'write' },
  },
  panel: { ...SHUT, facilitator: 'read' },
};

/** The right of a person in a board at this moment. */
export function rightFor(asker: Asker, board: BoardOwner, openness: Openness): Right {
  const relation = relationOf(asker, board, openness);
  const cell = RIGHTS[board.kind][relation];
  const phase = phaseNow(openness.call)?.kind;
  const right = typeof cell === 'string' ? cell : ((phase && cell[phase]) ?? cell.else);
  return narrowed(widened(right, asker, board, openness), asker, board, openness);
}

/**
 * Whether somebody may take back what went from a board to the whole cohort: whoever may write it, and whoever it belongs
 * to while it is only to be read as well (paused, listening, after the session). What is theirs they can always take back.
 */
export function mayTakeBack(asker: Asker, board: BoardOwner, openness: Openness): boolean {
  const isOwn = relationOf(asker, board, openness) === 'own' && RIGHTS[board.kind].own === 'write';
  return isOwn || rightFor(asker, board, openness) === 'write';
}

/** Boards of no organisation are shared: whoever is neither facilitation nor a guest of the call is one of the others. */
function relationOf(asker: Asker, board: BoardOwner, openness: Openness): Relation {
  if (asker.role === 'viewer' || asker.role === 'projector') return asker.role;
  if (asker.role === 'facilitator') return isGuest(board, openness) ? 'guest' : 'facilitator';
  if (board.organisation === null) return 'other';
  if (asker.organisation === board.organisation)
    return board.person === null || board.person === asker.person ? 'own' : 'team';
  return arePeers(asker.organisation, board.organisation, openness.call) ? 'peer' : 'other';
}

/** What a team asks for opens the team's boards: it lets nobody in to what belongs to one person of it. */
const isGuest = ({ organisation, person }: BoardOwner, { letIn }: Openness): boolean =>
  organisation !== null && person === null && letIn(organisation);

function arePeers(one: OrgId | null, other: OrgId, { groups }: RightsOfCall): boolean {
  return (
    one !== null && groups.some(({ organisations }) => organisations.includes(one) && organisations.includes(other))
  );
}

/** Two doors that open further: themes for everybody, and peers who ask and give while it is their turn. */
function widened(right: Right, asker: Asker, board: BoardOwner, openness: Openness): Right {
  if (right !== 'read') return right;
  if (board.kind === 'group-iceberg' && asker.role === 'participant' && openness.themesOpen) return 'write';
  if (board.kind === 'feedback' && asker.role === 'participant')
    return isPeersTurn(board, openness.call) ? 'write' : right;
  return right;
}

/** What takes writing away: a closed call, a paused board, silent reading, and the presenter who listens. */
function narrowed(right: Right, asker: Asker, board: BoardOwner, { call }: Openness): Right {
  if (right !== 'write') return right;
  if (call.status === 'closed') return 'read';
  if (board.kind === 'group-iceberg' && call.reading) return 'read';
  if (board.kind === 'feedback' && asker.organisation === board.organisation && isListening(board, call)) return 'read';
  return call.paused.includes(board.id) && asker.role !== 'facilitator' ? 'read' : right;
}

/** What happens now in the round of this board's organisation, or null when it is not presenting. */
function stepOn(board: BoardOwner, call: RightsOfCall) {
  if (phaseNow(call)?.kind !== 'peers') return null;
  const round = call.groups.map(roundNow).find((one) => one?.presenter === board.organisation);
  return round?.step ?? null;
}
const isListening = (board: BoardOwner, call: RightsOfCall): boolean => stepOn(board, call) === 'offer';
/** Peers write from the questions on, and may finish a sentence while the presenter says what was valuable. */
const isPeersTurn = (board: BoardOwner, call: RightsOfCall): boolean => {
  const step = stepOn(board, call);
  return step === 'clarify' || step === 'offer' || step === 'reflect';
};

/** Everybody of a cohort follows its document; only the server writes it. */
export const COHORT_RIGHT: Right = 'read';
