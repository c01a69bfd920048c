/** A page as people take it with them: as its screen shows it, and readable like any other. */
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { addWord, readWords } from '../../../shared/board/closing.ts';
import { addCommitment, commitmentText, deleteCommitment, readCommitments } from '../../../shared/board/commitments.ts';
import { seedBoard } from '../../../shared/board/document.ts';
import { addGift, deleteGift, giftText, readGifts } from '../../../shared/board/feedback.ts';
import { applyPageSnapshot, parsePageSnapshot, toPageSnapshot } from '../../../shared/board/page-snapshot.ts';
import { withoutPeople } from '../../../shared/board/page-unsigned.ts';
import type { EntryId, OrgId, PersonId } from '../../../shared/ids.ts';
import type { PageKind } from '../../../shared/template/kinds.ts';

const people = ['zoraida-id', 'luis-id'].map((id) => ({ id: id as PersonId, name: `NOMBRE ${id}` }));
const about = { exportedAt: '', title: '', cohort: { name: 'C', date: '2026-11-20' }, organisation: null, people };
const [zoraida, luis] = people.map(({ id }) => id) as [PersonId, PersonId];

function page(kind: PageKind): { doc: Y.Doc; origin: null } {
  const doc = new Y.Doc();
  seedBoard(doc, kind);
  return { doc, origin: null };
}
const taken = (doc: Y.Doc, kind: PageKind) => withoutPeople(toPageSnapshot(doc, kind, about));
function readBack(doc: Y.Doc, kind: PageKind): Y.Doc {
  const copy = page(kind);
  applyPageSnapshot(copy, parsePageSnapshot(JSON.parse(JSON.stringify(taken(doc, kind)))));
  return copy.doc;
}

it('leaves out who is behind a word, keeps its organisation and session, and reads like any other', () => {
  const closing = page('closing');
  addWord(closing, { session: 1, person: luis, organisation: 'casa' as OrgId, text: 'juntes' });
  addWord(closing, { session: 1, person: zoraida, organisation: 'red' as OrgId, text: 'calma' });
  addWord(closing, { session: 2, person: luis, organisation: null, text: 'raíz' });
  const file = taken(closing.doc, 'closing');
  expect(JSON.stringify(file)).not.toMatch(/NOMBRE|luis-id|zoraida-id/);
  expect(file.people).toEqual([]);
  expect(Object.keys(file.roots.words ?? {})).toEqual(['1:word-1', '1:word-2', '2:word-3']);
  const back = readBack(closing.doc, 'closing');
  expect(readWords(back, 1).map(({ organisation, text }) => [organisation, text])).toEqual([
    ['red', 'calma'],
    ['casa', 'juntes'],
  ]);
  expect(readWords(back, 2)).toHaveLength(1);
  // The page itself still knows: the word is its writer's to change.
  expect(readWords(closing.doc, 2)).toMatchObject([{ person: luis }]);
});

it('leaves out who gave a contribution, and what was deleted', () => {
  const feedback = page('feedback');
  const [kept, gone] = ['gift-1', 'gift-2'] as [EntryId, EntryId];
  for (const id of [kept, gone]) {
    addGift(feedback, { id, kind: 'idea', author: luis, organisation: 'casa' as OrgId, createdAt: 5 });
    giftText(feedback.doc, id)?.insert(0, `Texto de ${id}`);
  }
  deleteGift(feedback, gone, 9);
  const [promise, dropped] = ['promise-1', 'promise-2'] as [EntryId, EntryId];
  for (const id of [promise, dropped]) {
    addCommitment(feedback, { id, createdAt: 7, session: 1 });
    commitmentText(feedback.doc, id, 'what')?.insert(0, `Llamar, ${id}`);
  }
  deleteCommitment(feedback, dropped, 9);
  expect(JSON.stringify(taken(feedback.doc, 'feedback'))).not.toMatch(/NOMBRE|luis-id|gift-2|promise-2/);
  const back = readBack(feedback.doc, 'feedback');
  expect(readGifts(back)).toEqual(readGifts(feedback.doc).map((gift) => ({ ...gift, author: null })));
  expect(readCommitments(back)).toEqual(readCommitments(feedback.doc));
  // Who types in it at the same time keeps it.
  giftText(feedback.doc, gone)?.insert(0, 'No: ');
  expect(JSON.stringify(taken(feedback.doc, 'feedback'))).toContain('No: Texto de gift-2');
});

it('leaves pages of other kinds as they are', () => {
  const own = page('self-assessment');
  expect(taken(own.doc, 'self-assessment')).toEqual(toPageSnapshot(own.doc, 'self-assessment', about));
});
