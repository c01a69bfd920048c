/** Does things at a steady rate, each doer at its own moments, spread evenly. Knows not what is done. */

export interface Rhythm {
  readonly everyMs: number;
  /** Where in the period it begins, 0 to 1. */
  readonly phase: number;
  readonly act: () => void;
}

interface Due extends Rhythm {
  next: number;
}

/** Plays all rhythms for so long. What falls due while the machine is busy is caught up, not left out. */
export function play(rhythms: readonly Rhythm[], forMs: number): Promise<void> {
  const begin = performance.now();
  const due: Due[] = rhythms.map((rhythm) => ({ ...rhythm, next: begin + rhythm.phase * rhythm.everyMs }));
  return new Promise((resolve) => {
    const turn = (): void => {
      const now = performance.now();
      for (const one of due) {
        while (one.next <= now && one.next < begin + forMs) {
          one.act();
          one.next += one.everyMs;
        }
      }
      if (now - begin >= forMs) resolve();
      else setTimeout(turn, 1);
    };
    turn();
  });
}

/** Resolves once `holds`, looking every few milliseconds; false when that takes longer than `withinMs`. */
export async function until(holds: () => boolean, withinMs: number): Promise<boolean> {
  const begin = performance.now();
  while (!holds()) {
    if (performance.now() - begin > withinMs) return false;
    await pause(5);
  }
  return true;
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
