/**
 * A feedback board beside its texts: what peers gave (questions and contributions). Whatever the wire brought, what comes
 * out of here is well-formed. Knows no round and no right: whose turn it is says shared/cohort/rounds.
 *
 * Root `items`: Y.Map<EntryId, Y.Map>.
 */
import * as Y from 'yjs';
import { type EntryId, isEntryId, isOrgId, isPersonId, type OrgId, type PersonId } from '../ids.ts';
import { GIFT_KINDS, type GiftKind } from '../template/feedback.ts';
import { type Writer, write } from './document.ts';
import { entryText, entryWords, finiteOf, isGone, markGone, orNull } from './entries.ts';

/** A question, or one of three kinds of contribution. */
export interface Gift {
  readonly id: EntryId;
  readonly kind: GiftKind;
  readonly text: string;
  readonly author: PersonId | null;
  /** Whose gift it is: the giving organisation. */
  readonly organisation: OrgId | null;
  /** What the presenter answered to a question, empty while there is none. */
  readonly answer: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

const TEXTS = ['text', 'answer'] as const;

export const giftsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('items');

/** All that are there, also blank ones, as they were given. */
export function readGifts(doc: Y.Doc): Gift[] {
  const gifts: Gift[] = [];
  for (const [id, value] of giftsOf(doc)) {
    const gift = readGift(id, value);
    if (gift) gifts.push(gift);
  }
  return gifts.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

function readGift(id: string, value: unknown): Gift | null {
  if (!isEntryId(id) || !(value instanceof Y.Map) || !entryText(value, 'text') || isGone(value, TEXTS)) return null;
  const kind = GIFT_KINDS.find((one) => one === value.get('kind'));
  if (!kind) return null;
  return {
    id,
    kind,
    text: entryWords(value, 'text'),
    author: orNull(value.get('author'), isPersonId),
    organisation: orNull(value.get('organisation'), isOrgId),
    answer: entryWords(value, 'answer'),
    createdAt: finiteOf(value.get('createdAt'), 0),
  };
}

export interface GiftDraft {
  readonly id: EntryId;
  readonly kind: GiftKind;
  readonly author: PersonId;
  readonly organisation: OrgId | null;
  readonly createdAt: number;
}

/**
 * Adds a blank one to type into. Each is an entry of its own, so nobody's gift can displace another's; a question comes
 * with the text of its answer, so that two people of the presenting team never create it twice.
 */
export function addGift(w: Writer, { id, kind, author, organisation, createdAt }: GiftDraft): void {
  write(w, () => {
    const gift = new Y.Map<unknown>();
    gift.set('kind', kind);
    gift.set('text', new Y.Text());
    if (kind === 'clarifying') gift.set('answer', new Y.Text());
    gift.set('author', author);
    if (organisation !== null) gift.set('organisation', organisation);
    gift.set('createdAt', createdAt);
    giftsOf(w.doc).set(id, gift);
  });
}

/** The shared text of a gift, or of its answer, to type into. */
export const giftText = (doc: Y.Doc, id: EntryId, key: (typeof TEXTS)[number] = 'text'): Y.Text | null =>
  entryText(giftsOf(doc).get(id), key);

/** Marks it as deleted. Who types in it, or answers it, at the same time keeps it. */
export function deleteGift(w: Writer, id: EntryId, at: number): void {
  const gift = giftsOf(w.doc).get(id);
  if (gift instanceof Y.Map) write(w, () => markGone(gift, TEXTS, at));
}

/** Takes the mark away. */
export function keepGift(w: Writer, id: EntryId): void {
  const gift = giftsOf(w.doc).get(id);
  if (gift instanceof Y.Map && gift.has('deleted')) write(w, () => gift.delete('deleted'));
}
