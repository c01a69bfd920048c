/** What a room's screen is about now: a board that everybody may read, what was published, or nothing but the phase. Pure. */
import { phaseNow } from '../../../shared/cohort/call.ts';
import type { BoardEntry, Cohort } from '../../../shared/cohort/document.ts';
import type { PersonId } from '../../../shared/ids.ts';
import { placeOfLanding } from '../landing.ts';

export type RoomPlace = { readonly kind: 'board'; readonly board: BoardEntry } | { readonly kind: 'gallery' };

/** What a projector may see, whoever opened the room. */
export function roomPlace(cohort: Cohort, person: { readonly id: PersonId; readonly name: string }): RoomPlace | null {
  if (cohort.call.status !== 'running') return null;
  const place = placeOfLanding(cohort, { id: person.id, name: person.name, role: 'projector', organisation: null });
  const board = cohort.boards.find(({ id }) => id === place);
  if (board) return { kind: 'board', board };
  return phaseNow(cohort.call)?.kind === 'value' && cohort.gallery.length > 0 ? { kind: 'gallery' } : null;
}
