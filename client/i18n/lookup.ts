/** Finds a text in a tree, chooses its plural and fills its values in. Pure: knows no React and no particular text. */
import type { Language } from '../../shared/language.ts';
import type { TextTree, Values } from './words.ts';

const PLURALS: Readonly<Record<Language, Intl.PluralRules>> = {
  es: new Intl.PluralRules('es'),
  en: new Intl.PluralRules('en'),
};

/** The raw text under a dotted key, or null. */
export function findText(tree: TextTree, key: string): string | null {
  let at: string | TextTree | undefined = tree;
  for (const part of key.split('.')) {
    if (typeof at !== 'object' || !Object.hasOwn(at, part)) return null;
    at = at[part];
  }
  return typeof at === 'string' ? at : null;
}

/** Both trees as one. A text that both have is the one of `more`. */
export function joined(tree: TextTree, more: TextTree): TextTree {
  const all: Record<string, string | TextTree> = { ...tree };
  for (const [part, value] of Object.entries(more)) {
    const had = all[part];
    all[part] = typeof had === 'object' && typeof value === 'object' ? joined(had, value) : value;
  }
  return all;
}

/** `key` itself, else `key_one` or `key_other` by the number in `count`. */
export function textOf(tree: TextTree, language: Language, key: string, values: Values = {}): string | null {
  const plain = findText(tree, key);
  if (plain !== null) return fill(plain, values);
  // Spanish has a form for millions («un millón de»), which is the plural one in all our texts.
  const form = typeof values.count === 'number' && PLURALS[language].select(values.count) === 'one' ? 'one' : 'other';
  const plural = findText(tree, `${key}_${form}`);
  return plural === null ? null : fill(plural, values);
}

/** Replaces `{name}`; a name without a value stays visible, so that it is noticed. */
const fill = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
