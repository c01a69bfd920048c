/**
 * What a feedback board is to one viewer at this moment: whose it is, what the round does, what may be written. Pure; the
 * relay decides about rights, this only says what to offer.
 */

import type { Gift } from '../../../shared/board/feedback.ts';
import { phaseNow } from '../../../shared/cohort/call.ts';
import type { BoardEntry, Cohort } from '../../../shared/cohort/document.ts';
import type { Right } from '../../../shared/cohort/roles.ts';
import { type PeerGroup, roundNow, type StepId } from '../../../shared/cohort/rounds.ts';
import type { OrgId } from '../../../shared/ids.ts';
import type { Me } from '../../board/session.ts';

/** The blocks of the page, as they are read. */
export const BLOCKS = ['asks', 'questions', 'gifts', 'takeaway', 'commitments'] as const;
export type Block = (typeof BLOCKS)[number];

export interface Situation {
  /** My team's board, that of a peer who may give something, or one I look at. */
  readonly part: 'own' | 'peer' | 'guest';
  /** The peer group of this board's organisation. */
  readonly group: PeerGroup | null;
  /** Who presents in that group now. */
  readonly presenter: OrgId | null;
  /** What the round does with this board; null while another presents, and outside of rounds. */
  readonly step: StepId | null;
  /** The block that is worked on now. */
  readonly active: Block | null;
  /** What I may give now. */
  readonly giving: 'question' | 'contribution' | null;
  /** Issue, context, answers, takeaway and commitments are mine to write now. */
  readonly owns: boolean;
  /** What the cohort was told may be taken back: at any time, by those it belongs to. */
  readonly mayTakeBack: boolean;
  /** I may start and turn the rounds of this group now. */
  readonly mayTurn: boolean;
  readonly isChoosing: boolean;
  readonly isPeersPhase: boolean;
}

const ACTIVE: Readonly<Record<StepId, Block>> = {
  present: 'asks',
  clarify: 'questions',
  offer: 'gifts',
  reflect: 'takeaway',
  commit: 'commitments',
};

export function situationOf(
  { call }: Pick<Cohort, 'call'>,
  board: Pick<BoardEntry, 'organisation'>,
  me: Pick<Me, 'role' | 'organisation'>,
  right: Right,
): Situation {
  const group = call.groups.find((one) => one.organisations.some((id) => id === board.organisation)) ?? null;
  const phase = call.status === 'running' ? phaseNow(call)?.kind : undefined;
  const isPeersPhase = phase === 'peers';
  const round = group && isPeersPhase ? roundNow(group) : null;
  const step = round?.presenter === board.organisation ? (round?.step ?? null) : null;
  const isInGroup = group?.organisations.some((id) => id === me.organisation) ?? false;
  const part = partOf(board, me, isInGroup);
  const owns = part !== 'peer' && right === 'write';
  return {
    part,
    group,
    presenter: round?.presenter ?? null,
    step,
    active: step && ACTIVE[step],
    giving: part === 'peer' && right === 'write' ? givingIn(step) : null,
    owns,
    mayTakeBack: owns || part === 'own',
    mayTurn: group !== null && isPeersPhase && (me.role === 'facilitator' || (me.role === 'participant' && isInGroup)),
    isChoosing: phase === 'issue',
    isPeersPhase,
  };
}

function partOf(board: Pick<BoardEntry, 'organisation'>, me: Pick<Me, 'role' | 'organisation'>, isInGroup: boolean) {
  if (me.role !== 'participant') return 'guest';
  if (me.organisation === board.organisation) return 'own';
  return isInGroup ? 'peer' : 'guest';
}

function givingIn(step: StepId | null): Situation['giving'] {
  if (step === 'clarify') return 'question';
  return step === 'offer' ? 'contribution' : null;
}

/** Those of my own organisation, for as long as peers may write. */
export const mayEditGift = (
  gift: Pick<Gift, 'organisation'>,
  me: Pick<Me, 'organisation'>,
  right: Right,
  { part }: Pick<Situation, 'part'>,
): boolean =>
  right === 'write' && part === 'peer' && gift.organisation !== null && gift.organisation === me.organisation;

/** On a phone what is worked on now comes first, and what a team takes away is found in what it was given. */
export function blocksInOrder(active: Block | null, isNarrow: boolean): readonly Block[] {
  if (!isNarrow || !active) return BLOCKS;
  const first: readonly Block[] = active === 'takeaway' ? ['takeaway', 'gifts'] : [active];
  return [...first, ...BLOCKS.filter((one) => !first.includes(one))];
}
