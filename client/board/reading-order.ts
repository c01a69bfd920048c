/** The order in which what lies on a board is read: row by row. Pure; knows no view. */
import type { Position } from '../../shared/board/note.ts';

interface Placed {
  readonly id: string;
  readonly pos: Position;
}

/** What has its upper edge within this many units is read as one row. */
const ROW = 100;

/** Row by row from the top, each from the left; at the very same place by id. */
export function inReadingOrder<T extends Placed>(placed: readonly T[]): T[] {
  const byHeight = [...placed].sort((a, b) => a.pos[1] - b.pos[1] || compareAcross(a, b));
  const ordered: T[] = [];
  let row: T[] = [];
  for (const one of byHeight) {
    const [first] = row;
    if (first && one.pos[1] - first.pos[1] >= ROW) {
      ordered.push(...row.sort(compareAcross));
      row = [];
    }
    row.push(one);
  }
  return [...ordered, ...row.sort(compareAcross)];
}

const compareAcross = (a: Placed, b: Placed): number => a.pos[0] - b.pos[0] || (a.id < b.id ? -1 : 1);
