/**
 * Elegir este asunto: an organisation tells the cohort the one issue it brings, as it reads at that moment. Its context,
 * its question and what peers give stay on its feedback board. Knows no group and no round.
 */
import type * as Y from 'yjs';
import { readNotes } from '../../shared/board/notes.ts';
import { textAt } from '../../shared/board/texts.ts';
import { readThemes, themeOf } from '../../shared/board/themes.ts';
import type { Issue } from '../../shared/cohort/document.ts';
import type { BoardId, OrgId, ThemeId } from '../../shared/ids.ts';
import type { SuggestedTheme } from '../../shared/page-api.ts';
import type { Caller, Context } from './context.ts';
import { done, type Outcome, refused } from './outcome.ts';
import { publishCohort } from './publish-cohort.ts';
import { boardFor, boardToTakeBack } from './rights.ts';

type Told = Omit<Issue, 'organisation'>;

/** Doing it again tells it anew; `on` false takes it back, at any time. Gives back what the cohort knows now. */
export async function chooseIssue(
  context: Context,
  caller: Caller,
  id: BoardId,
  { on, theme }: { readonly on: boolean; readonly theme: ThemeId | null },
): Promise<Outcome<Told | null>> {
  const owner = ownFeedback(context, caller, id, on ? 'write' : 'take back');
  if (!owner.ok) return owner;
  const { registry, now } = context;
  const cohort = caller.cohort.id;
  const told = on ? await readIssue(context, caller, id, theme, now()) : null;
  if (on && told === null) return refused('nothing-to-share');
  if (told === null) registry.issues.remove(cohort, owner.value);
  else registry.issues.put(cohort, owner.value, told);
  await publishCohort(context, cohort);
  return done(told);
}

async function readIssue(
  { rooms }: Context,
  caller: Caller,
  id: BoardId,
  theme: ThemeId | null,
  at: number,
): Promise<Told | null> {
  const title = await rooms.read(id, (doc) => (textAt(doc, 'issue')?.toString() ?? '').trim());
  if (title === '') return null;
  // A theme that was merged meanwhile is the one it became; one that is gone is none.
  const now = theme && (await rooms.read(caller.cohort.groupBoard, (doc) => themeOf(doc, { theme })));
  return { title, theme: now, at };
}

/** Themes of the group iceberg that hold notes of this organisation, those with most of them first. */
export async function suggestIssues(
  context: Context,
  caller: Caller,
  id: BoardId,
): Promise<Outcome<readonly SuggestedTheme[]>> {
  const owner = ownFeedback(context, caller, id, 'read');
  if (!owner.ok) return owner;
  return done(await context.rooms.read(caller.cohort.groupBoard, (doc) => themesOf(doc, owner.value)));
}

function themesOf(doc: Y.Doc, organisation: OrgId): SuggestedTheme[] {
  const counts = new Map<ThemeId, number>();
  for (const note of readNotes(doc)) {
    const theme = note.organisation === organisation ? themeOf(doc, note) : null;
    if (theme !== null) counts.set(theme, (counts.get(theme) ?? 0) + 1);
  }
  return readThemes(doc)
    .filter(({ id, title }) => counts.has(id) && title.trim() !== '')
    .sort((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0))
    .map(({ id, title }) => ({ id, title: title.trim() }));
}

/**
 * The organisation whose feedback board this is, for somebody who acts for it. Peers may write there while they give;
 * that makes neither the issue nor the commitments theirs.
 */
export function ownFeedback(
  { registry }: Context,
  caller: Caller,
  id: BoardId,
  needed: 'read' | 'write' | 'take back',
): Outcome<OrgId> {
  const board = needed === 'take back' ? boardToTakeBack(registry, caller, id) : boardFor(registry, caller, id, needed);
  if (!board.ok) return board;
  const { kind, organisation, title } = board.value;
  if (kind !== 'feedback' || organisation === null || title !== '') return refused('wrong-kind');
  const { role, organisation: mine } = caller.member;
  return role === 'facilitator' || mine === organisation ? done(organisation) : refused('no-right');
}
