/**
 * Texts by key, in the viewer's language. Spanish is here, what the door, practice and later pages say comes with them
 * (door.ts, practice.ts, later.ts); English is fetched as a whole when somebody wants it. Knows no page. Placeholders are
 * written `{name}`, plurals `_one` and `_other`.
 */
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Language } from '../../shared/language.ts';
import { learnEnglish } from '../../shared/template/learnt.ts';
import * as first from './es/first.ts';
import { currentLanguage, onLanguage, setLanguage } from './language.ts';
import { joined, textOf } from './lookup.ts';
import type { TextKey, TextTree, Translate, Values } from './words.ts';

export type { TextKey, Translate, Values } from './words.ts';

const trees: { es: TextTree; en?: TextTree } = { es: { ...first } };

/** More Spanish texts, before anything that says them is drawn. */
export function addTexts(more: TextTree): void {
  trees.es = joined(trees.es, more);
}

/** Resolves when the texts of a language can be used. Rejects when they cannot be fetched. */
export async function loadTexts(language: Language): Promise<void> {
  if (trees[language]) return;
  const [texts, method] = await Promise.all([import('./en/all.ts'), import('../../shared/template/english.ts')]);
  learnEnglish(method.english);
  trees.en = { ...texts };
}

/** A text in a given language, outside React: announcements, invitations, tests. Spanish until the language is loaded. */
export const textIn = (language: Language, key: TextKey, values?: Values): string =>
  textOf(trees[language] ?? trees.es, language, key, values) ?? key;

/** Keys that come as plain strings (notices, refusals) are checked before they are shown: is there such a text by now? */
export const isTextKey = (key: string): key is TextKey => textOf(trees.es, 'es', key, { count: 2 }) !== null;

/** Language of this viewer, and how to change it: the page changes once the texts are here. */
export function useLanguage(): [Language, (language: Language) => void] {
  const language = useSyncExternalStore(onLanguage, currentLanguage, currentLanguage);
  const choose = useCallback((next: Language) => {
    // Without a connection the texts may not come: the page stays as it is.
    void loadTexts(next).then(
      () => setLanguage(next),
      () => undefined,
    );
  }, []);
  return [language, choose];
}

/** `t(key, values?)` in the viewer's language; components draw again when it changes. */
export function useText(): Translate {
  const [language] = useLanguage();
  return useCallback((key: TextKey, values?: Values) => textIn(language, key, values), [language]);
}

/** Whether the texts of a language other than the viewer's are here; fetches them if not. */
export function useTextsOf(language: Language): boolean {
  const [loaded, setLoaded] = useState<readonly Language[]>([]);
  useEffect(() => {
    void loadTexts(language).then(
      () => setLoaded((all) => [...all, language]),
      () => undefined,
    );
  }, [language]);
  return loaded.includes(language);
}
