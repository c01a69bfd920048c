/** The closing: words by call and person, and copies of commitments; whatever the wire brings. */
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  addWord,
  readTold,
  readWords,
  tellCommitment,
  tellProgress,
  toldOf,
  untellCommitments,
  wordsOf,
  wordText,
} from '../../../shared/board/closing.ts';
import type { Commitment } from '../../../shared/board/commitments.ts';
import { type EntryId, newBoardId, type OrgId, type PersonId } from '../../../shared/ids.ts';

const ana = 'ana' as PersonId;
const casa = 'casa' as OrgId;
const BOARD = newBoardId();
const COMMITMENT: Commitment = {
  id: 'c1' as EntryId,
  what: ' Nombrar portavoz ',
  who: 'Brunilda',
  support: 'una plantilla',
  when: '2026-12-07',
  createdAt: 1,
  session: 1,
  done: 'open',
  shown: 'no',
};

it('has one wall of words for each call', () => {
  const doc = new Y.Doc();
  const w = { doc, origin: null };
  addWord(w, { session: 1, person: ana, organisation: casa, text: 'cansancio' });
  addWord(w, { session: 2, person: ana, organisation: casa, text: 'esperanza' });
  expect(readWords(doc, 2)).toEqual([{ person: ana, organisation: casa, text: 'esperanza' }]);
  expect(readWords(doc, 1)).toEqual([{ person: ana, organisation: casa, text: 'cansancio' }]);
  wordText(doc, 2, ana)?.delete(0, 9);
  expect(readWords(doc, 2)).toEqual([]);
});

it('leaves out what is no word and no commitment', () => {
  const doc = new Y.Doc();
  wordsOf(doc).set('ana', new Y.Map([['text', new Y.Text('sin sesión')]]));
  wordsOf(doc).set('1:ana', { text: 'plano' });
  wordsOf(doc).set(
    '1:luis',
    new Y.Map<unknown>([
      ['text', new Y.Text('claridad')],
      ['organisation', 7],
    ]),
  );
  expect(readWords(doc, 1)).toEqual([{ person: 'luis', organisation: null, text: 'claridad' }]);
  toldOf(doc).set('nowhere:c1', { organisation: 'casa', what: 'x', who: '' });
  toldOf(doc).set(`${BOARD}:c2`, 'text');
  toldOf(doc).set(`${BOARD}:c3`, new Y.Map());
  toldOf(doc).set(`${BOARD}:c4`, { organisation: 'casa', what: 5, who: '' });
  toldOf(doc).set(`${BOARD}:c5`, { organisation: 'casa', what: 'x', who: '', when: 'pronto', session: null, done: 1 });
  expect(readTold(doc)).toEqual([
    {
      board: BOARD,
      id: 'c5',
      organisation: 'casa',
      what: 'x',
      who: '',
      support: '',
      when: '',
      session: 1,
      done: 'open',
    },
  ]);
});

it('reads words in the order of who wrote them, whoever began first, and without the blanks around them', () => {
  const doc = new Y.Doc();
  const w = { doc, origin: null };
  for (const person of ['luis', 'ana', 'zoe', 'bea'] as PersonId[])
    addWord(w, { session: 1, person, organisation: null, text: ` ${person}  ` });
  addWord(w, { session: 1, person: 'eva' as PersonId, organisation: null, text: '  ' });
  addWord(w, { session: 11, person: 'otra' as PersonId, organisation: null, text: 'otra' });
  expect(readWords(doc, 1).map(({ text }) => text)).toEqual(['ana', 'bea', 'luis', 'zoe']);
  expect([wordText(doc, 1, ana)?.toString(), wordText(doc, 2, ana)]).toEqual([' ana  ', null]);
  expect(Object(wordsOf(doc).get('1:ana')).has('organisation')).toBe(false);
});

it.each([
  null,
  7,
  [],
  new Y.Map(Object.entries({ organisation: 'casa', what: 'x', who: 'y' })),
  { organisation: 'casa', what: 'x' },
  { organisation: 'casa', who: 'y' },
  { what: 'x', who: 'y' },
])('%# is no commitment that was told, and how far it has come changes nothing', (value) => {
  const doc = new Y.Doc();
  const w = { doc, origin: null };
  toldOf(doc).set(`${BOARD}:c1`, value);
  expect(readTold(doc)).toEqual([]);
  tellProgress(w, BOARD, 'c1' as EntryId, 'done');
  expect(readTold(doc)).toEqual([]);
});

it('makes nothing of a commitment that was never told', () => {
  const doc = new Y.Doc();
  tellProgress({ doc, origin: null }, BOARD, 'c1' as EntryId, 'done');
  expect(toldOf(doc).size).toBe(0);
});

it('copies a commitment once, however often it is told, and takes it away', () => {
  const doc = new Y.Doc();
  const w = { doc, origin: null };
  tellCommitment(w, BOARD, casa, COMMITMENT);
  tellCommitment(w, BOARD, casa, { ...COMMITMENT, who: ' Zulma ', support: ' una plantilla ' });
  const told = {
    board: BOARD,
    id: 'c1',
    organisation: casa,
    what: 'Nombrar portavoz',
    who: 'Zulma',
    support: 'una plantilla',
  };
  expect(readTold(doc)).toEqual([{ ...told, when: '2026-12-07', session: 1, done: 'open' }]);
  tellProgress(w, BOARD, COMMITMENT.id, 'done');
  tellProgress(w, BOARD, 'never' as EntryId, 'done');
  expect(readTold(doc)).toMatchObject([{ done: 'done', who: 'Zulma' }]);
  untellCommitments(w, newBoardId(), [COMMITMENT.id]);
  expect(readTold(doc)).toHaveLength(1);
  untellCommitments(w, BOARD, [COMMITMENT.id]);
  expect(readTold(doc)).toEqual([]);
});

it('tells earlier calls first', () => {
  const doc = new Y.Doc();
  const w = { doc, origin: null };
  tellCommitment(w, BOARD, casa, { ...COMMITMENT, id: 'a' as EntryId, session: 2 });
  tellCommitment(w, BOARD, 'red' as OrgId, { ...COMMITMENT, id: 'b' as EntryId, session: 1 });
  tellCommitment(w, BOARD, casa, { ...COMMITMENT, id: 'd' as EntryId, session: 1 });
  tellCommitment(w, BOARD, casa, { ...COMMITMENT, id: 'c' as EntryId, session: 1 });
  expect(readTold(doc).map(({ id }) => id)).toEqual(['c', 'd', 'b', 'a']);
});
