/** Two honest people on one board, who notice when what one writes does not reach the other, and how long it takes. */
import { expect } from 'vitest';
import type * as Y from 'yjs';
import { until } from './running-app.ts';
import { type BareWriter, bareWriter, type Door } from './writers.ts';

export interface HealthyPair {
  readonly doc: Y.Doc;
  /** One writes, the other gets it, both are still connected, and nothing ever threw in either. */
  works(): Promise<void>;
  /** False once something threw in one of them, or one was cut off. */
  isWell(): boolean;
  /** How long each time took so far, in ms. */
  readonly took: readonly number[];
  destroy(): void;
}

export async function createHealthyPair(first: Door, second: Door): Promise<HealthyPair> {
  const [ana, luis]: [BareWriter, BareWriter] = [bareWriter(first), bareWriter(second)];
  await until(() => ana.ready() && luis.ready(), 'two honest people to be there');
  const took: number[] = [];
  const troubles = (): unknown[] => [...ana.faults, ...luis.faults, ...ana.closed, ...luis.closed];
  return {
    doc: ana.doc,
    took,
    isWell: () => troubles().length === 0,
    async works() {
      // What others did has arrived here first.
      const connected = await ana.saved();
      expect(troubles()).toEqual([]);
      expect(connected, 'still connected').toBe(true);
      const word = `probe ${took.length}`;
      const arrived = new Promise<void>((resolve) => {
        const look = (): void => {
          if (luis.doc.getMap('meta').get('probe') !== word) return;
          luis.doc.off('update', look);
          resolve();
        };
        luis.doc.on('update', look);
      });
      const start = performance.now();
      ana.doc.getMap('meta').set('probe', word);
      let there = false;
      void arrived.then(() => {
        took.push(performance.now() - start);
        there = true;
      });
      await until(() => there, 'what one wrote to reach the other');
      expect(troubles()).toEqual([]);
    },
    destroy() {
      ana.destroy();
      luis.destroy();
    },
  };
}

/** What these times are like. */
export function spread(took: readonly number[]): string {
  const sorted = took.toSorted((a, b) => a - b);
  const at = (part: number): string => (sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, of ${sorted.length}`;
}
