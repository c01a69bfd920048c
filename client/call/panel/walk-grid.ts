/** Arrow keys in a table: from what has the focus to the nearest button or link of the cell beside it. Knows no contents. */

const CAN_FOCUS = 'a[href], button:not(:disabled)';
const STEPS: Readonly<Record<string, readonly [rows: number, along: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

interface KeyInTable {
  readonly key: string;
  readonly currentTarget: HTMLTableElement;
  readonly target: EventTarget;
  preventDefault(): void;
}

export function walkGrid(event: KeyInTable): void {
  const step = STEPS[event.key];
  if (!step || !(event.target instanceof HTMLElement)) return;
  const rows = [...event.currentTarget.rows]
    .map((row) => [...row.querySelectorAll<HTMLElement>(CAN_FOCUS)])
    .filter((row) => row.length > 0);
  const at = rows.findIndex((row) => row.some((one) => one === event.target));
  const row = rows[at];
  if (!row) return;
  const along = row.indexOf(event.target);
  const next = step[0] === 0 ? row[along + step[1]] : nearest(rows[at + step[0]] ?? [], along);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

const nearest = (row: readonly HTMLElement[], along: number): HTMLElement | undefined =>
  row[Math.min(along, row.length - 1)];
