/** Answers of a self-assessment and the team's profile as documents: what is written, what two devices do at once, what the wire may bring. */
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  answersOf,
  EVIDENCE,
  evidenceOf,
  hasAnswered,
  isSharedStale,
  putShared,
  readAnswers,
  removeShared,
  setAnswer,
  setProudest,
} from '../../../shared/board/answers.ts';
import type { Writer } from '../../../shared/board/document.ts';
import { readGrowth, writeBaseline, writeGrowth } from '../../../shared/board/growth.ts';
import { rewriteText, textAt } from '../../../shared/board/texts.ts';
import { TEXT } from '../../../shared/limits.ts';
import { growthOf } from '../../../shared/synthesis/growth.ts';
import { byDimension, byTime } from '../../../shared/template/dimensions.ts';
import { exchange, joinedBoards } from '../../kit/docs.ts';

function devices(): [Writer, Writer] {
  const [phone, laptop] = joinedBoards('self-assessment', 2);
  if (!phone || !laptop) throw new Error('two devices');
  return [phone, laptop];
}
const tell = (w: Writer, sentence: string): void => {
  const text = textAt(w.doc, EVIDENCE);
  if (!text) throw new Error('the board comes with its text');
  rewriteText(w, text, sentence);
};

it('keeps answers of two devices of one person; of the same question one, the same on both', () => {
  const [phone, laptop] = devices();
  setAnswer(phone, 'now', 'people', 2);
  setAnswer(laptop, 'now', 'finance', 0);
  setAnswer(phone, 'then', 'people', 1);
  setAnswer(laptop, 'then', 'people', 3);
  setProudest(phone, 'people');
  exchange([phone, laptop]);
  const { now, then } = readAnswers(phone.doc);
  expect(now).toEqual({ people: 2, finance: 0 });
  expect([1, 3]).toContain(then.people);
  expect(readAnswers(laptop.doc)).toEqual(readAnswers(phone.doc));
  expect(readAnswers(laptop.doc).proudest).toBe('people');
});

it('writes nothing for an answer that is there already', () => {
  const [phone] = devices();
  setAnswer(phone, 'now', 'people', 2);
  let updates = 0;
  phone.doc.on('update', () => (updates += 1));
  setAnswer(phone, 'now', 'people', 2);
  expect(updates).toBe(0);
});

it('counts a person from the first answer about today; not to know is an answer', () => {
  const [phone] = devices();
  setAnswer(phone, 'then', 'people', 2);
  setProudest(phone, 'people');
  expect(hasAnswered(phone.doc)).toBe(false);
  setAnswer(phone, 'now', 'people', 0);
  expect(hasAnswered(phone.doc)).toBe(true);
});

it('shares what is answered then, the sentence only if wanted, and says when it is not so any more', () => {
  const [phone] = devices();
  expect(putShared(phone, true, 5)).toBe(false);
  setAnswer(phone, 'now', 'people', 3);
  tell(phone, ' Siete personas ');
  expect(putShared(phone, false, 5)).toBe(true);
  expect(readAnswers(phone.doc).shared).toMatchObject({ now: { people: 3 }, evidence: null, at: 5 });
  putShared(phone, true, 6);
  expect(readAnswers(phone.doc).shared?.evidence).toBe('Siete personas');
  const isStale = (): boolean => isSharedStale(readAnswers(phone.doc), evidenceOf(phone.doc));
  expect(isStale()).toBe(false);
  tell(phone, 'Ocho personas');
  expect(isStale()).toBe(true);
  putShared(phone, false, 7);
  expect(isStale()).toBe(false);
  setAnswer(phone, 'now', 'people', 4);
  expect(readAnswers(phone.doc).shared?.now.people).toBe(3);
  expect(isStale()).toBe(true);
  removeShared(phone);
  expect([readAnswers(phone.doc).shared, isStale()]).toEqual([null, false]);
});

it.each<[string, (w: Writer) => void]>([
  ['an answer about today', (w) => setAnswer(w, 'now', 'people', 1)],
  ['one more answer about today', (w) => setAnswer(w, 'now', 'finance', 1)],
  ['an answer about before', (w) => setAnswer(w, 'then', 'people', 4)],
  ['what the person is proudest of', (w) => setProudest(w, 'finance')],
  ['the sentence', (w) => tell(w, 'Ocho personas')],
])('what is shared is not as it was once it is other: %s', (_, change) => {
  const [phone] = devices();
  const isStale = (): boolean => isSharedStale(readAnswers(phone.doc), evidenceOf(phone.doc));
  setAnswer(phone, 'now', 'people', 3);
  setAnswer(phone, 'then', 'people', 2);
  setProudest(phone, 'people');
  tell(phone, 'Siete personas');
  putShared(phone, true, 5);
  expect(isStale()).toBe(false);
  change(phone);
  expect(isStale()).toBe(true);
});

it('shares answers about before alone too, and a blank sentence as none', () => {
  const [phone] = devices();
  setAnswer(phone, 'then', 'people', 2);
  tell(phone, '  ');
  expect(putShared(phone, true, 5)).toBe(true);
  const { shared } = readAnswers(phone.doc);
  expect([shared?.now, shared?.then.people, shared?.evidence]).toEqual([{}, 2, null]);
});

it('a sentence is no longer than an answer may be, as it reads and as it was shared', () => {
  const [phone] = devices();
  tell(phone, `  ${'x'.repeat(TEXT.answer + 1)}`);
  expect(evidenceOf(phone.doc)).toBe('x'.repeat(TEXT.answer));
  for (const [evidence, read] of [
    ['y'.repeat(TEXT.answer + 1), 'y'.repeat(TEXT.answer)],
    ['', null],
  ] as const) {
    const shared = { ...byTime(() => ({})), proudest: 'people', at: 7 };
    answersOf(phone.doc).set('shared', { ...shared, evidence });
    expect(readAnswers(phone.doc).shared).toEqual({ ...shared, evidence: read });
  }
  const page = new Y.Doc();
  expect(evidenceOf(page)).toBe('');
  page.destroy();
});

it('reads well-formed answers, whatever the wire brought', () => {
  const [phone] = devices();
  const map = answersOf(phone.doc);
  const before = Object.fromEntries([['then', { people: -1, finance: 2 }]]);
  for (const [key, value] of [
    ['now:people', 5],
    ['now:finance', '2'],
    ['now:purpose', 2.5],
    ['now:nobody', 2],
    ['then:people', new Y.Text('3')],
    ['now:community', 4],
    ['proudest', 'toString'],
    ['shared', { now: [1, 2], ...before, evidence: 7, at: Number.NaN }],
  ] as const)
    map.set(key, value);
  const { now, then, proudest, shared } = readAnswers(phone.doc);
  expect([now, then, proudest]).toEqual([{ community: 4 }, {}, null]);
  expect(shared).toMatchObject({ now: {}, proudest: null, evidence: null, at: 0 });
  expect(shared?.then).toEqual({ finance: 2 });
  for (const value of [null, 3, 'x', [], new Y.Map()]) {
    map.set('shared', value);
    if (!(value instanceof Y.Map)) expect(readAnswers(phone.doc).shared).toBeNull();
    expect(growthOf([readAnswers(phone.doc).shared ?? []].flat()).now.people).toBeNull();
  }
});

it('reads a well-formed profile, whatever is in it, and keeps the baseline beside new averages', () => {
  const doc = new Y.Doc();
  const w = { doc, origin: null };
  expect(readGrowth(doc)).toMatchObject({ n: 0, evidence: [], baseline: null });
  writeBaseline(w, { source: 'OMT 2021', values: byDimension((one) => (one === 'people' ? 2.5 : null)) });
  writeGrowth(w, growthOf([]));
  expect(readGrowth(doc).baseline?.values.people).toBe(2.5);
  const map = doc.getMap('growth');
  map.set('now', { people: 9, finance: 'x', purpose: 2 });
  map.set('of', 3);
  map.set('evidence', ['bien', 3, null]);
  map.set('n', -2);
  map.set('baseline', { source: 3 });
  const growth = readGrowth(doc);
  expect([growth.now.people, growth.now.finance, growth.now.purpose]).toEqual([null, null, 2]);
  expect([growth.of.now.people, growth.evidence, growth.n, growth.baseline]).toEqual([0, ['bien'], 0, null]);
  doc.destroy();
});
