/**
 * What a change of the registry still owes to boards, noted in its transaction: the column of an organisation on the group
 * iceberg, the profile of a team somebody left or came back to. It is done right
 * after the change; where a crash or a full disk came in between, as soon as somebody follows the cohort again. Doing it
 * twice is doing it once.
 */

import type { CohortId, OrgId } from '../../shared/ids.ts';
import { ensureColumn, readColumns } from '../../shared/synthesis/columns.ts';
import type { Context } from './context.ts';
import type { CohortRecord } from './ports.ts';
import { reckonGrowth } from './team-growth.ts';

/** Everything of a cohort. Not within a turn of its organisations. */
export async function settleOwed(context: Context, id: CohortId): Promise<void> {
  const { registry, turns } = context;
  const cohort = registry.cohorts.at(id);
  if (!cohort) return;
  for (const team of registry.owed.growth.of(id).keys()) await reckonOwed(context, id, team);
  if (registry.owed.columns.of(id).size === 0) return;
  // Not while one of them is just being removed.
  await turns(`organisations/${id}`, async () => {
    for (const organisation of registry.owed.columns.of(id).keys()) await giveOwedColumn(context, cohort, organisation);
  });
}

/** A column at the right end, unless it has one or the board is sorted by themes. */
export async function giveOwedColumn(
  { registry, rooms }: Context,
  { id, groupBoard }: CohortRecord,
  organisation: OrgId,
): Promise<void> {
  await rooms.change(groupBoard, (doc) => {
    const isByThemes = readColumns(doc).some(({ kind }) => kind === 'theme');
    if (!isByThemes) ensureColumn({ doc, origin: null }, 'organisation', organisation);
  });
  registry.owed.columns.remove(id, organisation);
}

/** The profile of a team, of those who are in it now. */
export async function reckonOwed(context: Context, id: CohortId, team: OrgId): Promise<void> {
  await reckonGrowth(context, id, team);
  context.registry.owed.growth.remove(id, team);
}
