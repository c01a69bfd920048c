/** What a board is called for a viewer, and who can see it. Pure. */
import { phaseNow } from '../../shared/cohort/call.ts';
import type { BoardEntry, Cohort } from '../../shared/cohort/document.ts';
import type { Language } from '../../shared/language.ts';
import { icebergTexts, valueTexts } from '../../shared/template/texts.ts';
import { kindTitle } from '../../shared/template/titles.ts';
import type { Me } from '../board/session.ts';
import type { Audience } from '../call/AudienceBadge.tsx';
import type { IconName } from '../ui/Icon.tsx';

/** Own title, else the one of the method with the name of its organisation, person or cohort. */
export function boardTitle(board: BoardEntry, cohort: Cohort, language: Language): string {
  if (board.title) return board.title;
  const org = ownerName(board, cohort);
  switch (board.kind) {
    case 'iceberg':
      return icebergTexts(language, { org }).title;
    case 'value':
      return valueTexts(language, { org }).title;
    case 'feedback':
    case 'self-assessment':
      return kindTitle(board.kind, language, org);
    case 'group-iceberg':
      return icebergTexts(language, { cohort: cohort.meta.name }).title;
    default:
      return `${kindTitle(board.kind, language)} · ${board.organisation === null ? cohort.meta.name : org}`;
  }
}

/** The person's name where boards are personal, else the organisation's. */
function ownerName(board: BoardEntry, cohort: Cohort): string {
  const person = board.person && cohort.people.find((one) => one.id === board.person);
  if (person) return person.name;
  return cohort.organisations.find((one) => one.id === board.organisation)?.name ?? '…';
}

/** Who can see a board: told in words, with a sign and a colour. */
export function audienceOf(board: BoardEntry, cohort: Cohort, me: Me): Audience {
  if (board.kind === 'self-assessment') return { text: 'pages.audience.you', icon: 'lock', tone: 'sun' };
  if (board.kind === 'panel') return { text: 'pages.audience.facilitation', icon: 'panel', tone: 'violet' };
  if (board.organisation === null) return { text: 'pages.audience.everyone', icon: 'group', tone: 'green' };
  if (board.kind === 'feedback' && phaseNow(cohort.call)?.kind === 'peers') return peersOf(board, cohort, me);
  const organisation = cohort.organisations.find((one) => one.id === board.organisation);
  if (me.organisation !== board.organisation) {
    const values = { organisation: organisation?.name ?? '…' };
    return { text: 'pages.audience.theirTeam', values, icon: 'door', tone: 'violet' };
  }
  if (board.person !== null) return { text: 'pages.audience.you', icon: 'lock', tone: 'sun' };
  // Not even a guest sees how a team sees its growth.
  if (organisation?.letIn && board.kind !== 'growth')
    return { text: 'pages.audience.teamIn', icon: 'door', tone: 'violet' };
  return { text: 'pages.audience.team', icon: 'lock', tone: 'sun' };
}

/** While peers talk, the feedback board is open to the whole group. */
function peersOf(board: BoardEntry, cohort: Cohort, me: Me): Audience {
  const group = cohort.call.groups.find(({ organisations }) => organisations.some((one) => one === board.organisation));
  const isMine = me.organisation !== null && (group?.organisations.includes(me.organisation) ?? false);
  if (isMine) return { text: 'pages.audience.peers', icon: 'people', tone: 'blue' };
  if (me.organisation === board.organisation) return { text: 'pages.audience.teamIn', icon: 'door', tone: 'violet' };
  const organisation = cohort.organisations.find((one) => one.id === board.organisation)?.name ?? '…';
  return { text: 'pages.audience.theirPeers', values: { organisation }, icon: 'people', tone: 'blue' };
}

export const BOARD_ICON: Readonly<Record<BoardEntry['kind'], IconName>> = {
  iceberg: 'iceberg',
  'group-iceberg': 'group',
  value: 'value',
  practice: 'pen',
  'self-assessment': 'person',
  growth: 'growth',
  feedback: 'feedback',
  closing: 'flag',
  panel: 'panel',
};

/** Notes on a board, all areas together. */
export const notesOn = (board: BoardEntry, cohort: Cohort): number =>
  Object.values(cohort.counts.get(board.id) ?? {}).reduce((sum, count) => sum + count, 0);

/** Copies and imports stand apart from the boards of the method. */
export const isExtra = (board: BoardEntry): boolean => board.title !== '';
