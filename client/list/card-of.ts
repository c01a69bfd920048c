/** Finds the row of a note on the page by its id. */
import type { NoteId } from '../../shared/ids.ts';

export const cardOf = (root: ParentNode, id: NoteId): HTMLElement | null =>
  [...root.querySelectorAll<HTMLElement>('[data-note]')].find((card) => card.dataset.note === id) ?? null;
