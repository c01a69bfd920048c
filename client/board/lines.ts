/** The few words that are computed beside a note: how it is signed. Knows no view. */
import type { Note } from '../../shared/board/note.ts';
import type { Cohort } from '../../shared/cohort/document.ts';
import { initialsOf } from '../../shared/cohort/initials.ts';

/** Initials of the author, else the acronym of the organisation, else nothing (*sin mi nombre*). */
export function signatureOf(note: Pick<Note, 'author' | 'organisation'>, cohort: Cohort): string {
  const author = note.author === null ? undefined : cohort.people.find((p) => p.id === note.author);
  if (author) return initialsOf(author.name);
  return cohort.organisations.find((o) => o.id === note.organisation)?.acronym ?? '';
}

/** Full name of the author and of the organisation, where they are known. */
export function namesOf(
  note: Pick<Note, 'author' | 'organisation'>,
  cohort: Cohort,
): { person: string; organisation: string } {
  return {
    person: cohort.people.find((p) => p.id === note.author)?.name ?? '',
    organisation: cohort.organisations.find((o) => o.id === note.organisation)?.name ?? '',
  };
}
