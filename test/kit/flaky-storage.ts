/** A storage that fails or hangs when the test says so, over one that works. */
import type { BoardStorage } from '../../server/sync/ports.ts';

export interface FlakyStorage extends BoardStorage {
  mode: 'works' | 'fails' | 'hangs';
  /** Appends that hang now. */
  readonly hanging: number;
  /** Lets everything that hangs go on; `outcome` says how it ends. */
  release(outcome: 'works' | 'fails'): void;
}

export function createFlakyStorage(inner: BoardStorage): FlakyStorage {
  let held: Array<(outcome: 'works' | 'fails') => void> = [];
  const through = async <T>(call: () => Promise<T>): Promise<T> => {
    const mode = storage.mode;
    const outcome = mode === 'hangs' ? await new Promise<'works' | 'fails'>((resolve) => held.push(resolve)) : mode;
    if (outcome === 'fails') throw new Error('ENOSPC: no space left on device');
    return call();
  };
  const storage: FlakyStorage = {
    mode: 'works',
    get hanging() {
      return held.length;
    },
    release: (outcome) => {
      const waiting = held;
      held = [];
      for (const go of waiting) go(outcome);
    },
    load: (board) => inner.load(board),
    append: (batch) => through(() => inner.append(batch)),
    compact: (board) => through(() => inner.compact(board)),
    probe: () => through(() => inner.probe()),
    close: () => inner.close(),
  };
  return storage;
}
