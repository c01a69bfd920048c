/** How many notes lie in each layer or zone: the numbers everybody of the cohort may see. No text passes. */
import type * as Y from 'yjs';
import { canvasKindOf } from '../board/document.ts';
import { readNotes } from '../board/notes.ts';
import type { AreaCounts } from '../cohort/document.ts';
import { areaOf } from '../template/geometry.ts';
import { areasOf } from '../template/kinds.ts';

/** Notes with some text, by area; all areas of the board are there, also at 0. */
export function countAreas(doc: Y.Doc): AreaCounts {
  const kind = canvasKindOf(doc);
  if (kind === null) return {};
  const counts: Record<string, number> = Object.fromEntries(areasOf(kind).map((area) => [area, 0]));
  for (const note of readNotes(doc)) {
    if (note.text.trim() === '') continue;
    const area = areaOf(kind, note.pos);
    counts[area] = (counts[area] ?? 0) + 1;
  }
  return counts;
}
