/** Spanish and English say the same things: the same keys, the same values in them, both plurals, in every room. */
import { describe, expect, it } from 'vitest';
import * as en from '../../client/i18n/en/all.ts';
import * as door from '../../client/i18n/es/door.ts';
import * as first from '../../client/i18n/es/first.ts';
import * as later from '../../client/i18n/es/later/all.ts';
import * as practice from '../../client/i18n/es/practice.ts';
import { findText, joined, textOf } from '../../client/i18n/lookup.ts';
import { isTextKey, loadTexts, textIn } from '../../client/i18n/text.ts';
import type { TextTree } from '../../client/i18n/words.ts';
import { REFUSALS } from '../../shared/api.ts';

const spanish: TextTree = joined(joined(joined({ ...first }, { ...door }), { ...practice }), { ...later });
const english: TextTree = { ...en };
const keysOf = (tree: TextTree, before = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [before + key] : keysOf(value, `${before}${key}.`),
  );
const keys = keysOf(spanish);
const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
const both = (key: string): [string, string] => [findText(spanish, key) ?? '', findText(english, key) ?? ''];

it('has texts at all', () => {
  expect(keys.length).toBeGreaterThan(200);
});

it('has the same keys in both languages', () => {
  expect(keysOf(english).sort()).toEqual([...keys].sort());
});

it('leaves no text empty', () => {
  expect(keys.filter((key) => both(key).some((text) => text.trim() === ''))).toEqual([]);
});

it('fills in the same values in both languages', () => {
  const differing = keys.filter((key) => {
    const [a, b] = both(key).map(placeholders);
    // «una nota» may leave the number out, one language at a time.
    return !key.endsWith('_one') && JSON.stringify(a) !== JSON.stringify(b);
  });
  expect(differing).toEqual([]);
});

it('has both forms of every plural, with the number in the plural one', () => {
  const ones = keys.filter((key) => key.endsWith('_one')).map((key) => key.slice(0, -4));
  const others = keys.filter((key) => key.endsWith('_other')).map((key) => key.slice(0, -6));
  expect(ones.sort()).toEqual(others.sort());
  const silent = others.filter((key) => !both(`${key}_other`).every((text) => text.includes('{count}')));
  expect(silent).toEqual([]);
});

it('writes Spanish without @, x or masculine tricks, and with its own quotes', () => {
  const odd = keys.filter((key) => /\b\w+@s?\b|\b(tod|l|nosotr)xs?\b|"/.test(both(key)[0]));
  expect(odd).toEqual([]);
});

it('has a text for every refusal of the server', () => {
  expect(REFUSALS.filter((why) => !isTextKey(`errors.${why}`))).toEqual([]);
});

describe('plural forms', () => {
  it.each([
    ['es', 0, '0 notas'],
    ['es', 1, '1 nota'],
    ['es', 2, '2 notas'],
    ['es', 1_000_000, '1000000 notas'],
    ['en', 0, '0 notes'],
    ['en', 1, '1 note'],
    ['en', 2, '2 notes'],
  ] as const)('%s %i', (language, count, text) => {
    expect(textOf(language === 'es' ? spanish : english, language, 'common.notes', { count })).toBe(text);
  });
});

it('shows a value that was not given, and takes no key from the prototype', () => {
  expect(textOf(spanish, 'es', 'pages.title', {})).toBe('{page} · Témpano');
  expect(isTextKey('constructor')).toBe(false);
  expect(isTextKey('pages')).toBe(false);
  expect(isTextKey('common.notes')).toBe(true);
});

it('speaks Spanish until English is loaded', async () => {
  expect(textIn('en', 'common.close')).toBe('Cerrar');
  await loadTexts('en');
  expect(textIn('en', 'common.close')).toBe('Close');
});
