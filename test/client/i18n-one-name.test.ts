/** One word says one thing, and one thing has one name, on every screen. Spanish; English says the same by its keys. */
import { expect, it } from 'vitest';
import * as door from '../../client/i18n/es/door.ts';
import * as first from '../../client/i18n/es/first.ts';
import * as later from '../../client/i18n/es/later/all.ts';
import { joined } from '../../client/i18n/lookup.ts';
import type { TextTree } from '../../client/i18n/words.ts';

const textsIn = (tree: TextTree, before = ''): [key: string, text: string][] =>
  Object.entries(tree).flatMap(([part, value]): [string, string][] =>
    typeof value === 'string' ? [[before + part, value]] : textsIn(value, `${before}${part}.`),
  );
const texts = textsIn(joined(joined({ ...first }, { ...door }), { ...later }));

it('«grupal» is the group iceberg, and nothing else', () => {
  const others = texts.filter(
    ([key, text]) =>
      key !== 'pages.board.groupShort' && /grupal/i.test(text.replace(/\b(icebergs?|el|al|del) grupal(es)?\b/gi, '')),
  );
  expect(others).toEqual([]);
});
