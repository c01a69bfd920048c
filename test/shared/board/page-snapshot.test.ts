/** A page of the method out to JSON and back. */
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addWord, readWords } from '../../../shared/board/closing.ts';
import { addCommitment, commitmentText, readCommitments } from '../../../shared/board/commitments.ts';
import { seedBoard } from '../../../shared/board/document.ts';
import { addGift, deleteGift, giftText, readGifts } from '../../../shared/board/feedback.ts';
import {
  applyPageSnapshot,
  entriesOn,
  pageKindOf,
  parsePageSnapshot,
  toPageSnapshot,
} from '../../../shared/board/page-snapshot.ts';
import { textAt } from '../../../shared/board/texts.ts';
import type { EntryId, OrgId, PersonId } from '../../../shared/ids.ts';
import type { PageKind } from '../../../shared/template/kinds.ts';

const docs: Y.Doc[] = [];
afterEach(() => {
  for (const doc of docs.splice(0)) doc.destroy();
});
const page = (kind: PageKind): Y.Doc => {
  const doc = new Y.Doc();
  docs.push(doc);
  seedBoard(doc, kind);
  return doc;
};
const about = {
  exportedAt: '2026-11-20T14:00:00.000Z',
  title: 'Retroalimentación para Casa',
  cohort: { name: 'C', date: '2026-11-20' },
  organisation: null,
  people: [
    { id: 'ana' as PersonId, name: 'Ana' },
    { id: 'luis' as PersonId, name: 'Luis' },
  ],
};
const gift = 'gift-1' as EntryId;
const gone = 'gift-2' as EntryId;
const promise = 'promise-1' as EntryId;

function feedback(): Y.Doc {
  const doc = page('feedback');
  const w = { doc, origin: null };
  textAt(doc, 'issue')?.insert(0, 'Pocas manos');
  for (const id of [gift, gone]) {
    addGift(w, { id, kind: 'clarifying', author: 'ana' as PersonId, organisation: 'casa' as OrgId, createdAt: 5 });
  }
  giftText(doc, gift)?.insert(0, '¿Desde cuándo?');
  deleteGift(w, gone, 9);
  addCommitment(w, { id: promise, createdAt: 7, session: 1 });
  commitmentText(doc, promise, 'what')?.insert(0, 'Llamar');
  return doc;
}
const throughJson = (doc: Y.Doc, kind: PageKind) =>
  parsePageSnapshot(JSON.parse(JSON.stringify(toPageSnapshot(doc, kind, about))));

describe('a page as JSON', () => {
  it('makes an empty page the same page', () => {
    const doc = feedback();
    const copy = page('feedback');
    applyPageSnapshot({ doc: copy, origin: null }, throughJson(doc, 'feedback'));
    expect(readGifts(copy)).toEqual(readGifts(doc));
    expect(readCommitments(copy)).toEqual(readCommitments(doc));
    expect(textAt(copy, 'issue')?.toString()).toBe('Pocas manos');
    expect(toPageSnapshot(copy, 'feedback', about)).toEqual(toPageSnapshot(doc, 'feedback', about));
    // Still shared texts: typing goes on in them.
    giftText(copy, gift)?.insert(0, 'Entonces: ');
    expect(readGifts(copy)[0]?.text).toBe('Entonces: ¿Desde cuándo?');
  });

  it('takes away what came later, and writes nothing when nothing is other', () => {
    const doc = feedback();
    const snapshot = throughJson(doc, 'feedback');
    const before = Y.encodeStateVector(doc);
    applyPageSnapshot({ doc, origin: null }, snapshot);
    expect(Y.encodeStateVector(doc)).toEqual(before);
    addGift(
      { doc, origin: null },
      { id: 'late' as EntryId, kind: 'idea', author: 'luis' as PersonId, organisation: null, createdAt: 8 },
    );
    giftText(doc, gift)?.insert(0, 'No: ');
    applyPageSnapshot({ doc, origin: null }, snapshot);
    expect(toPageSnapshot(doc, 'feedback', about)).toEqual(snapshot);
  });

  it('names who has an entry, counts what says something, and knows a page from a board', () => {
    const snapshot = throughJson(feedback(), 'feedback');
    expect(snapshot.people).toEqual([{ id: 'ana', name: 'Ana' }]);
    expect([entriesOn(snapshot), entriesOn(toPageSnapshot(page('feedback'), 'feedback', about))]).toEqual([4, 0]);
    const closing = page('closing');
    addWord(
      { doc: closing, origin: null },
      { session: 1, person: 'luis' as PersonId, organisation: null, text: 'Juntes' },
    );
    const copy = page('closing');
    applyPageSnapshot({ doc: copy, origin: null }, throughJson(closing, 'closing'));
    expect(readWords(copy, 1)).toEqual([{ person: 'luis', organisation: null, text: 'Juntes' }]);
    const board = new Y.Doc();
    docs.push(board);
    seedBoard(board, 'iceberg');
    expect([pageKindOf(closing), pageKindOf(board)]).toEqual(['closing', null]);
  });

  it('takes all that a page of its kind holds, with whose it is', () => {
    const organisation = { id: 'casa' as OrgId, name: 'Casa', acronym: 'C' };
    for (const [kind, roots] of [
      ['self-assessment', ['texts', 'answers']],
      ['growth', ['growth']],
      ['feedback', ['texts', 'items', 'commitments']],
      ['closing', ['words', 'commitments']],
    ] as const) {
      const doc = page(kind);
      for (const root of roots) doc.getMap(root).set('some', { of: root });
      doc.getMap('other').set('some', 1);
      const snapshot = parsePageSnapshot(
        JSON.parse(JSON.stringify(toPageSnapshot(doc, kind, { ...about, organisation }))),
      );
      expect(snapshot.organization).toEqual(organisation);
      expect(Object.keys(snapshot.roots)).toEqual(roots);
      for (const root of roots) expect(snapshot.roots[root]?.some).toEqual({ json: { of: root } });
    }
  });

  it('counts a text of blanks for none', () => {
    const doc = page('feedback');
    textAt(doc, 'issue')?.insert(0, '  ');
    expect(entriesOn(toPageSnapshot(doc, 'feedback', about))).toBe(0);
  });

  it.each([
    null,
    {},
    { kind: 'tempano-board' },
    { ...throughJson(feedback(), 'feedback'), roots: { items: { a: { text: 1 } } } },
  ])('is refused as %j', (broken) => {
    expect(() => parsePageSnapshot(broken)).toThrow();
  });
});
