/**
 * The answers of one person's self-assessment: root `answers`, and the sentence of evidence among the texts. Whatever the
 * wire brought, what comes out of here is well-formed. Knows no team: what is shared goes through shared/synthesis/growth.
 *
 * Keys: `now:<dimension>`, `then:<dimension>`: level · `proudest`: dimension · `shared`: what the person gave to the
 * team's averages, as it was then; the server writes it.
 */
import type * as Y from 'yjs';
import { TEXT } from '../limits.ts';
import type { SharedAnswers } from '../synthesis/growth.ts';
import {
  byTime,
  DIMENSION_IDS,
  type DimensionId,
  isDimensionId,
  isLevel,
  type Level,
  type TimeId,
} from '../template/dimensions.ts';
import { type Writer, write } from './document.ts';
import { textAt } from './texts.ts';

/** The sentence of evidence. Seeded by the server with the board. */
export const EVIDENCE = 'evidence';

/** Dimensions without an answer are absent; *No sé* is 0. */
export type Levels = Readonly<Partial<Record<DimensionId, Level>>>;
export interface Answers {
  readonly now: Levels;
  readonly then: Levels;
  readonly proudest: DimensionId | null;
  /** Null while nothing is shared. */
  readonly shared: SharedAnswers | null;
}

export const answersOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('answers');

export function readAnswers(doc: Y.Doc): Answers {
  const map = answersOf(doc);
  const proudest = map.get('proudest');
  return {
    ...byTime((time) => levelsOf((dimension) => map.get(`${time}:${dimension}`))),
    proudest: isDimensionId(proudest) ? proudest : null,
    shared: sharedOf(map.get('shared')),
  };
}

/** Of two devices that answer the same dimension at once one answer stays, the same on both; other dimensions are untouched. */
export function setAnswer(w: Writer, time: TimeId, dimension: DimensionId, level: Level): void {
  setIfOther(w, `${time}:${dimension}`, level);
}

/** One dimension: of two chosen at once on two devices one stays. */
export function setProudest(w: Writer, dimension: DimensionId): void {
  setIfOther(w, 'proudest', dimension);
}

/** Whether this person has begun: *No sé* is an answer too. */
export const hasAnswered = (doc: Y.Doc): boolean => Object.keys(readAnswers(doc).now).length > 0;

/**
 * Server only: what is in the team's averages, as it reads now; the sentence only `withEvidence`. One value: sharing from
 * two devices at once leaves one of the two whole. False when there is nothing to share.
 */
export function putShared(w: Writer, withEvidence: boolean, at: number): boolean {
  const { now, then, proudest } = readAnswers(w.doc);
  const levels = { now, then };
  if (Object.keys(now).length + Object.keys(then).length === 0) return false;
  const evidence = withEvidence ? evidenceOf(w.doc) : '';
  write(w, () => answersOf(w.doc).set('shared', { ...levels, proudest, evidence: evidence || null, at }));
  return true;
}

/** Server only: nothing of this person is in the averages any more. */
export function removeShared(w: Writer): void {
  write(w, () => answersOf(w.doc).delete('shared'));
}

/** The sentence as it reads now, or empty. */
export const evidenceOf = (doc: Y.Doc): string => textAt(doc, EVIDENCE)?.toString().trim().slice(0, TEXT.answer) ?? '';

/** Whether what was shared is not what is answered now. The sentence counts only where it was shared. */
export function isSharedStale({ now, then, proudest, shared }: Answers, evidence: string): boolean {
  if (shared === null) return false;
  const same = (a: Levels, b: Levels): boolean => DIMENSION_IDS.every((dimension) => a[dimension] === b[dimension]);
  const isSame = same(now, shared.now) && same(then, shared.then) && proudest === shared.proudest;
  return !isSame || (shared.evidence !== null && shared.evidence !== evidence);
}

function setIfOther(w: Writer, key: string, value: string | number): void {
  if (answersOf(w.doc).get(key) !== value) write(w, () => answersOf(w.doc).set(key, value));
}

function levelsOf(answerOf: (dimension: DimensionId) => unknown): Levels {
  const levels: Partial<Record<DimensionId, Level>> = {};
  for (const dimension of DIMENSION_IDS) {
    const level = answerOf(dimension);
    if (isLevel(level)) levels[dimension] = level;
  }
  return levels;
}

function sharedOf(value: unknown): SharedAnswers | null {
  if (!isRecord(value)) return null;
  const { proudest, evidence, at } = value;
  return {
    ...byTime((time) => {
      const levels = value[time];
      return levelsOf((dimension) => (isRecord(levels) ? levels[dimension] : null));
    }),
    proudest: isDimensionId(proudest) ? proudest : null,
    evidence: typeof evidence === 'string' && evidence !== '' ? evidence.slice(0, TEXT.answer) : null,
    at: typeof at === 'number' && Number.isFinite(at) ? at : 0,
  };
}
const isRecord = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null && !Array.isArray(x);
