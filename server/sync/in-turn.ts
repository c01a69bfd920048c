/** The first of each before the second of any, so that nobody's flood keeps others waiting. Knows not what waits. */

/** In each turn one of each key; those of one key keep their order. */
export function inTurn<T>(waiting: readonly T[], keyOf: (one: T) => unknown): T[][] {
  const before = new Map<unknown, number>();
  const turns: T[][] = [];
  for (const one of waiting) {
    const key = keyOf(one);
    const turn = before.get(key) ?? 0;
    before.set(key, turn + 1);
    const together = turns[turn] ?? [];
    turns[turn] = together;
    together.push(one);
  }
  return turns;
}
