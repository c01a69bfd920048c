/** Who is at something that only so many may be at, one of each key. Knows neither what nor who. */

/** `taken`: this key has its slot. `full`: nobody else has room now. */
export type Slot = { readonly ok: true; leave(): void } | { readonly ok: false; readonly why: 'taken' | 'full' };

export interface Slots {
  /** `leave` gives the slot back; it may be called twice. */
  enter(key: string): Slot;
}

export function createSlots(most: number): Slots {
  const inside = new Set<string>();
  return {
    enter(key) {
      if (inside.has(key)) return { ok: false, why: 'taken' };
      if (inside.size >= most) return { ok: false, why: 'full' };
      inside.add(key);
      let left = false;
      const leave = (): void => {
        if (!left) inside.delete(key);
        left = true;
      };
      return { ok: true, leave };
    },
  };
}
