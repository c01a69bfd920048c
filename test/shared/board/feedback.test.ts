/** What peers give and what a team commits to: read whatever the wire brings, and changed by several people at once. */
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  addCommitment,
  commitmentsOf,
  commitmentText,
  deleteCommitment,
  keepCommitment,
  markShown,
  readCommitments,
  setProgress,
  setWhen,
} from '../../../shared/board/commitments.ts';
import type { Writer } from '../../../shared/board/document.ts';
import { addGift, deleteGift, giftsOf, giftText, keepGift, readGifts } from '../../../shared/board/feedback.ts';
import { textSum } from '../../../shared/board/text-sum.ts';
import type { EntryId, OrgId, PersonId } from '../../../shared/ids.ts';
import { exchange, joinedBoards } from '../../kit/docs.ts';

const GIFT = { id: 'g1' as EntryId, author: 'ana' as PersonId, organisation: 'casa' as OrgId, createdAt: 5 };
const ONE = { id: 'c1' as EntryId, createdAt: 5, session: 2 };

/** Two people on one board who have not heard of each other's last changes until they meet. */
function apart(begin: (w: Writer) => void) {
  const [a, b] = joinedBoards('feedback', 2);
  if (!a || !b) throw new Error('two boards');
  begin(a);
  const meet = (): void => exchange([a, b]);
  meet();
  return { a, b, meet };
}

it('reads gifts in the order they were given, with who gave them', () => {
  const doc = new Y.Doc();
  const w = { doc, origin: null };
  addGift(w, { ...GIFT, id: 'z' as EntryId, kind: 'idea', createdAt: 1 });
  addGift(w, { ...GIFT, kind: 'clarifying' });
  giftText(doc, GIFT.id)?.insert(0, '¿Quién publica?');
  giftText(doc, GIFT.id, 'answer')?.insert(0, 'Cualquiera.');
  expect(readGifts(doc).map(({ id }) => id)).toEqual(['z', 'g1']);
  expect(readGifts(doc)[1]).toEqual({ ...GIFT, kind: 'clarifying', text: '¿Quién publica?', answer: 'Cualquiera.' });
  expect(giftText(doc, 'z' as EntryId, 'answer')).toBeNull();
});

it('reads gifts of one moment by their ids, whoever hears of which first', () => {
  const doc = new Y.Doc();
  for (const id of ['g3', 'g1', 'g2']) addGift({ doc, origin: null }, { ...GIFT, id: id as EntryId, kind: 'idea' });
  addGift({ doc, origin: null }, { ...GIFT, id: 'g0' as EntryId, kind: 'idea', createdAt: 6, organisation: null });
  expect(readGifts(doc).map(({ id, organisation }) => [id, organisation])).toEqual([
    ['g1', 'casa'],
    ['g2', 'casa'],
    ['g3', 'casa'],
    ['g0', null],
  ]);
  expect(Object(giftsOf(doc).get('g0')).has('organisation')).toBe(false);
});

it('changes nothing where there is no such gift', () => {
  const doc = new Y.Doc();
  const w = { doc, origin: null };
  giftsOf(doc).set('word', 'gift');
  for (const id of ['word', 'unknown'] as EntryId[]) {
    deleteGift(w, id, 9);
    keepGift(w, id);
  }
  expect(giftsOf(doc).toJSON()).toEqual({ word: 'gift' });
});

it('leaves out what is no gift, and takes nothing unreadable at its word', () => {
  const doc = new Y.Doc();
  const wrong: [string, Record<string, unknown>][] = [
    ['noText', { kind: 'idea', text: 'plain' }],
    ['noKind', { kind: 'advice', text: new Y.Text('x') }],
    ['bad id!', { kind: 'idea', text: new Y.Text('x') }],
    ['endless', { kind: 'idea', text: new Y.Text('x'.repeat(20_001)) }],
    [
      'odd',
      { kind: 'idea', text: new Y.Text('x'), author: 7, organisation: {}, createdAt: 'soon', answer: 3, deleted: 9 },
    ],
  ];
  for (const [id, entries] of wrong) giftsOf(doc).set(id, new Y.Map(Object.entries(entries)));
  giftsOf(doc).set('plain', { kind: 'idea' });
  expect(readGifts(doc)).toEqual([
    { id: 'odd', kind: 'idea', text: 'x', author: null, organisation: null, answer: '', createdAt: 0 },
  ]);
});

it.each(['text', 'answer'] as const)('keeps a deleted question somebody was typing in: %s', (key) => {
  const { a, b, meet } = apart((w) => addGift(w, { ...GIFT, kind: 'clarifying' }));
  deleteGift(a, GIFT.id, 9);
  giftText(b.doc, GIFT.id, key)?.insert(0, 'sí');
  expect(readGifts(a.doc)).toEqual([]);
  meet();
  expect(readGifts(a.doc)).toMatchObject([{ id: 'g1', [key]: 'sí' }]);
  expect(readGifts(b.doc)).toEqual(readGifts(a.doc));
});

it('gives a deleted gift back', () => {
  const { a } = apart((w) => addGift(w, { ...GIFT, kind: 'contact' }));
  deleteGift(a, GIFT.id, 9);
  keepGift(a, GIFT.id);
  expect(readGifts(a.doc)).toHaveLength(1);
});

it('reads a commitment as it was made, and takes only days for days', () => {
  const { a } = apart((w) => addCommitment(w, ONE));
  commitmentText(a.doc, ONE.id, 'what')?.insert(0, 'Nombrar portavoz');
  setWhen(a, ONE.id, '2026-12-07');
  setProgress(a, ONE.id, 'done');
  expect(readCommitments(a.doc)).toEqual([
    { ...ONE, what: 'Nombrar portavoz', who: '', support: '', when: '2026-12-07', done: 'done', shown: 'no' },
  ]);
  setWhen(a, ONE.id, 'mañana');
  const map = commitmentsOf(a.doc).get(ONE.id);
  setProgress(a, ONE.id, 'underway');
  expect(readCommitments(a.doc)).toMatchObject([{ done: 'underway' }]);
  if (map instanceof Y.Map) map.set('done', 'maybe');
  expect(readCommitments(a.doc)).toMatchObject([{ when: '', done: 'open' }]);
});

it('merges two people in one commitment: letters of both, the later day whole', () => {
  const { a, b, meet } = apart((w) => addCommitment(w, ONE));
  commitmentText(a.doc, ONE.id, 'what')?.insert(0, 'Nombrar ');
  commitmentText(b.doc, ONE.id, 'who')?.insert(0, 'Brunilda');
  setWhen(a, ONE.id, '2026-12-01');
  setWhen(b, ONE.id, '2026-12-07');
  meet();
  const [one] = readCommitments(a.doc);
  expect(one).toMatchObject({ what: 'Nombrar ', who: 'Brunilda' });
  expect(['2026-12-01', '2026-12-07']).toContain(one?.when);
  expect(readCommitments(b.doc)).toEqual([one]);
});

it('says when the closing has a commitment as it was before', () => {
  const { a } = apart((w) => addCommitment(w, ONE));
  const shown = () => readCommitments(a.doc)[0]?.shown;
  markShown(a, ONE.id, true);
  expect(shown()).toBe('yes');
  // The mark is that of a commitment without support, as before the closing showed any.
  const map = commitmentsOf(a.doc).get(ONE.id);
  expect(map instanceof Y.Map && map.get('shown')).toBe(`${textSum('\n')}/`);
  commitmentText(a.doc, ONE.id, 'support')?.insert(0, 'una plantilla');
  expect(shown()).toBe('stale');
  markShown(a, ONE.id, true);
  expect(shown()).toBe('yes');
  setWhen(a, ONE.id, '2026-12-07');
  expect(shown()).toBe('stale');
  markShown(a, ONE.id, true);
  expect(shown()).toBe('yes');
  markShown(a, ONE.id, false);
  expect(shown()).toBe('no');
});

it('keeps a deleted commitment somebody was typing in, and gives one back', () => {
  const { a, b, meet } = apart((w) => addCommitment(w, ONE));
  deleteCommitment(a, ONE.id, 9);
  expect(readCommitments(a.doc)).toEqual([]);
  commitmentText(b.doc, ONE.id, 'support')?.insert(0, 'x');
  meet();
  expect(readCommitments(a.doc)).toHaveLength(1);
  deleteCommitment(a, ONE.id, 10);
  keepCommitment(a, ONE.id);
  expect(readCommitments(a.doc)).toHaveLength(1);
});
