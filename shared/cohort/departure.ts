/** The call without an organisation that leaves the cohort. Pure. */
import type { BoardId, OrgId } from '../ids.ts';
import type { Call } from './call.ts';
import type { PeerGroup } from './rounds.ts';
import { organisationSlide } from './shown.ts';

/** Null while a round of its peer group is on: whose turn it is goes by the places in the group. `boards` go with it. */
export function withoutOrganisation(call: Call, organisation: OrgId, boards: ReadonlySet<BoardId>): Call | null {
  const isIn = ({ organisations }: PeerGroup): boolean => organisations.includes(organisation);
  if (call.groups.some((group) => isIn(group) && group.round !== null)) return null;
  const { landing, shown } = call;
  return {
    ...call,
    groups: call.groups
      .map((group) =>
        isIn(group) ? { ...group, organisations: group.organisations.filter((one) => one !== organisation) } : group,
      )
      .filter(({ organisations }) => organisations.length > 0),
    paused: call.paused.filter((board) => !boards.has(board)),
    landing: landing.board !== null && boards.has(landing.board) ? { ...landing, board: null } : landing,
    shown: shown?.slide === organisationSlide(organisation) ? null : shown,
  };
}
