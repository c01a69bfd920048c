/**
 * The team's profile as a document: root `growth`, written by the server alone. Whatever is in it, what comes out of here is
 * well-formed. Knows how it is kept, not how it is reckoned.
 *
 * Keys: `n`, `now`, `then`, `of`, `proudest`, `evidence` (shared/synthesis/growth.ts) · `baseline`: {source, values}.
 */
import type * as Y from 'yjs';
import { TEXT } from '../limits.ts';
import type { Averages, Baseline, Growth, Numbers } from '../synthesis/growth.ts';
import { byDimension, byTime } from '../template/dimensions.ts';
import { type Writer, write } from './document.ts';

const growthMap = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('growth');

export function readGrowth(doc: Y.Doc): Growth {
  const map = growthMap(doc);
  const of = map.get('of');
  const evidence = map.get('evidence');
  return {
    n: countOf(map.get('n')),
    ...byTime((time) => averagesOf(map.get(time))),
    of: byTime((time) => numbersOf(entry(of, time))),
    proudest: numbersOf(map.get('proudest')),
    evidence: Array.isArray(evidence) ? evidence.filter((one): one is string => typeof one === 'string') : [],
    baseline: baselineOf(map.get('baseline')),
  };
}

/** Server only: all but the baseline. What is the same already is not touched. */
export function writeGrowth(w: Writer, growth: Omit<Growth, 'baseline'>): void {
  write(w, () => {
    for (const [key, value] of Object.entries(growth)) {
      if (JSON.stringify(growthMap(w.doc).get(key)) !== JSON.stringify(value)) growthMap(w.doc).set(key, value);
    }
  });
}

/** Server only: whole; of two people who type one at once the later stays. Null takes it away. */
export function writeBaseline(w: Writer, baseline: Baseline | null): void {
  write(w, () => {
    if (baseline === null) growthMap(w.doc).delete('baseline');
    else growthMap(w.doc).set('baseline', baseline);
  });
}

/** Tells of every change; gives back the unsubscribe. */
export function onGrowth(doc: Y.Doc, listener: () => void): () => void {
  growthMap(doc).observe(listener);
  return () => growthMap(doc).unobserve(listener);
}

function baselineOf(value: unknown): Baseline | null {
  const source = entry(value, 'source');
  if (typeof source !== 'string') return null;
  return { source: source.slice(0, TEXT.baselineSource), values: averagesOf(entry(value, 'values')) };
}
const averagesOf = (value: unknown): Averages =>
  byDimension((dimension) => {
    const one = entry(value, dimension);
    return typeof one === 'number' && one >= 1 && one <= 4 ? one : null;
  });
const numbersOf = (value: unknown): Numbers => byDimension((dimension) => countOf(entry(value, dimension)));
const countOf = (value: unknown): number => (typeof value === 'number' && value > 0 ? Math.floor(value) : 0);

const entry = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
