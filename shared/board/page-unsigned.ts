/**
 * A page as people take it with them: as its screen shows it, signed with the organisation and never with the person. Made
 * of the page as JSON, which stays as it is. Copies the server puts back are not made here: they know whose a word is.
 */
import type { PageSnapshot, PageValue } from './page-snapshot.ts';
import { textSum } from './text-sum.ts';

type Root = Readonly<Record<string, PageValue>>;

/** The page without who is behind a word or a contribution, and without what was deleted on it. Other kinds stay as they are. */
export function withoutPeople(page: PageSnapshot): PageSnapshot {
  const { words = {}, items = {}, commitments = {}, ...rest } = page.roots;
  if (page.board.kind === 'closing') return { ...page, people: [], roots: { words: unsigned(words), commitments } };
  if (page.board.kind !== 'feedback') return page;
  const given = Object.entries(there(items, ['text', 'answer'])).map(([id, gift]) => [id, without(gift, 'author')]);
  const promised = there(commitments, ['what', 'who', 'support']);
  return { ...page, people: [], roots: { ...rest, items: Object.fromEntries(given), commitments: promised } };
}

/** `<session>:<person>` becomes `<session>:word-<n>`: in the order of the alphabet, which tells nothing of who or when. */
function unsigned(words: Root): Root {
  const sessionOf = (key: string): string => key.slice(0, key.indexOf(':'));
  const sorted = Object.entries(words).sort(([, a], [, b]) => (said(a, ['text']) < said(b, ['text']) ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, word], i) => [`${sessionOf(key)}:word-${i + 1}`, word]));
}

/** Those nobody deleted; as on the page, a deletion holds while the texts are the same. */
const there = (root: Root, texts: readonly string[]): Root =>
  Object.fromEntries(Object.entries(root).filter(([, entry]) => !isGone(entry, texts)));

function isGone(entry: PageValue, texts: readonly string[]): boolean {
  const mark = 'map' in entry ? entry.map.deleted : undefined;
  const sums: unknown = mark && 'json' in mark ? mark.json : null;
  return typeof sums === 'object' && sums !== null && 'sum' in sums && sums.sum === textSum(said(entry, texts));
}

function said(entry: PageValue, texts: readonly string[]): string {
  const values = texts.map((key) => ('map' in entry ? entry.map[key] : undefined));
  return values.map((value) => (value && 'text' in value ? value.text : '')).join('\n');
}

function without(entry: PageValue, gone: string): PageValue {
  if (!('map' in entry)) return entry;
  return { map: Object.fromEntries(Object.entries(entry.map).filter(([key]) => key !== gone)) };
}
