/** A board as its documented JSON, for whoever may open it. Gathers what the board itself does not know: names and titles. */
import type { SnapshotContext } from '../../shared/board/snapshot.ts';
import type { BoardId } from '../../shared/ids.ts';
import { icebergTexts, valueTexts } from '../../shared/template/texts.ts';
import { kindTitle } from '../../shared/template/titles.ts';
import type { ShownBoard, Work } from './board-work.ts';
import type { Caller, Context } from './context.ts';
import { done, type Outcome, refused } from './outcome.ts';
import type { CohortBoard, CohortRecord } from './ports.ts';
import { boardFor } from './rights.ts';

/** The JSON of a board, ready to be sent. It says no more of people than the board's screen does. */
export async function exportBoard(context: Context, caller: Caller, id: BoardId): Promise<Outcome<ShownBoard['json']>> {
  const board = boardFor(context.registry, caller, id, 'read');
  if (!board.ok) return board;
  // Numbers of this moment: nothing to keep, and no file has such a shape.
  if (board.value.kind === 'panel') return refused('wrong-kind');
  const work = await stateOf(context, caller.cohort, board.value);
  return done((await context.desk.do('show', { ...work, toTake: true })).json);
}

/** A board as the server keeps it, with who is behind each entry. */
export async function showBoard(context: Context, cohort: CohortRecord, board: CohortBoard): Promise<ShownBoard> {
  return context.desk.do('show', await stateOf(context, cohort, board));
}

/** All that a board holds, and what it does not know of itself. */
export async function stateOf(context: Context, cohort: CohortRecord, board: CohortBoard): Promise<Work['show']> {
  const surroundings = surroundingsOf(context, cohort, board);
  return { state: await context.rooms.updates(board.id), surroundings };
}

function surroundingsOf({ registry, now }: Context, cohort: CohortRecord, board: CohortBoard): SnapshotContext {
  const found = registry.organisations.of(cohort.id).find(({ id }) => id === board.organisation);
  const organisation = found ? { id: found.id, name: found.name, acronym: found.acronym } : null;
  return {
    exportedAt: new Date(now()).toISOString(),
    title: board.title || titleOf(cohort, board, organisation?.name ?? ''),
    cohort: { name: cohort.name, date: cohort.date },
    organisation,
    people: registry.people.everybody(cohort.id).map(({ id, name }) => ({ id, name })),
  };
}

function titleOf({ language, name }: CohortRecord, { kind }: CohortBoard, org: string): string {
  if (kind === 'value') return valueTexts(language, { org }).title;
  if (kind === 'iceberg') return icebergTexts(language, { org }).title;
  if (kind === 'group-iceberg') return icebergTexts(language, { cohort: name }).title;
  return kindTitle(kind, language, org);
}

/** What a board is called in a sentence: its own title, else that of the method. */
export const shownTitle = ({ registry }: Context, cohort: CohortRecord, board: CohortBoard): string =>
  board.title ||
  titleOf(cohort, board, registry.organisations.of(cohort.id).find(({ id }) => id === board.organisation)?.name ?? '');
