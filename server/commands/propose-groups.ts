/**
 * *Formar grupos de pares*: a proposal from the themes of each organisation that is there. The others stay without a group
 * until facilitation gives them one. Reads, and changes nothing.
 */
import type * as Y from 'yjs';
import { readNotes } from '../../shared/board/notes.ts';
import { themeOf } from '../../shared/board/themes.ts';
import type { Organisation } from '../../shared/cohort/document.ts';
import { proposeGroups } from '../../shared/cohort/peer-groups.ts';
import type { CohortId, OrgId, ThemeId } from '../../shared/ids.ts';
import type { Caller, Context } from './context.ts';
import { done, type Outcome } from './outcome.ts';
import { facilitatorOnly } from './rights.ts';

export async function groupsProposal(context: Context, caller: Caller, id: CohortId): Promise<Outcome<OrgId[][]>> {
  const refusal = facilitatorOnly(caller, id);
  if (refusal) return refusal;
  const { registry, rooms } = context;
  const themes = await rooms.read(caller.cohort.groupBoard, themesByOrganisation);
  const issues = registry.issues.of(id);
  const organisations = thereOf(context, id).map((one) => {
    const issue = issues.get(one.id)?.theme ?? null;
    const own = themes.get(one.id) ?? new Set();
    return { id: one.id, issue, themes: [...(issue === null ? own : own.add(issue))] };
  });
  return done(proposeGroups(organisations));
}

/** Somebody of theirs has entered, or they have an issue. Before anybody has, groups may be prepared: then all of them. */
function thereOf({ registry }: Context, id: CohortId): Organisation[] {
  const all = registry.organisations.of(id);
  const there = new Set([
    ...registry.people.of(id).map(({ organisation }) => organisation),
    ...registry.issues.of(id).keys(),
  ]);
  const found = all.filter((one) => there.has(one.id));
  return found.length > 0 ? found : all;
}

/** Of the notes each brought under its name. */
function themesByOrganisation(doc: Y.Doc): Map<OrgId, Set<ThemeId>> {
  const found = new Map<OrgId, Set<ThemeId>>();
  for (const note of readNotes(doc)) {
    const theme = themeOf(doc, note);
    if (note.organisation === null || theme === null) continue;
    const own = found.get(note.organisation) ?? new Set();
    found.set(note.organisation, own.add(theme));
  }
  return found;
}
