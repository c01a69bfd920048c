/** *Formar grupos de pares*: a proposal from the themes of each organisation. Reads, and changes nothing. */
import type * as Y from 'yjs';
import { readNotes } from '../../shared/board/notes.ts';
import { themeOf } from '../../shared/board/themes.ts';
import { proposeGroups } from '../../shared/cohort/peer-groups.ts';
import type { CohortId, OrgId, ThemeId } from '../../shared/ids.ts';
import type { Caller, Context } from './context.ts';
import { done, type Outcome } from './outcome.ts';
import { facilitatorOnly } from './rights.ts';

export async function groupsProposal(
  { registry, rooms }: Context,
  caller: Caller,
  id: CohortId,
): Promise<Outcome<OrgId[][]>> {
  const refusal = facilitatorOnly(caller, id);
  if (refusal) return refusal;
  const themes = await rooms.read(caller.cohort.groupBoard, themesByOrganisation);
  const issues = registry.issues.of(id);
  const organisations = registry.organisations.of(id).map((one) => {
    const issue = issues.get(one.id)?.theme ?? null;
    const own = themes.get(one.id) ?? new Set();
    return { id: one.id, issue, themes: [...(issue === null ? own : own.add(issue))] };
  });
  return done(proposeGroups(organisations));
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
