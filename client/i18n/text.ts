/** Texts by key, in the viewer's language. Knows no page. Placeholders are written `{name}`, plurals `_one` and `_other`. */
import i18next from 'i18next';
import { useCallback, useSyncExternalStore } from 'react';
import type { Language } from '../../shared/language.ts';
import * as en from './en/all.ts';
import * as es from './es/all.ts';
import { currentLanguage, onLanguage, setLanguage } from './language.ts';
import type { TextKey, Translate, Values } from './words.ts';

export type { TextKey, Translate, Values } from './words.ts';

const texts = i18next.createInstance();
void texts.init({
  lng: currentLanguage(),
  fallbackLng: 'es',
  resources: { es: { translation: es }, en: { translation: en } },
  interpolation: { prefix: '{', suffix: '}', escapeValue: false },
  initAsync: false,
});

/** A text in a given language, outside React: exports, invitations, tests. */
export const textIn = (language: Language, key: TextKey, values?: Values): string =>
  texts.t(key, { ...values, lng: language });

/** Keys that come as plain strings (notices, refusals) are checked before they are shown. */
export const isTextKey = (key: string): key is TextKey =>
  texts.exists(key, { lng: 'es' }) || texts.exists(`${key}_other`, { lng: 'es' });

/** Language of this viewer, and how to change it. */
export function useLanguage(): [Language, (language: Language) => void] {
  return [useSyncExternalStore(onLanguage, currentLanguage, currentLanguage), setLanguage];
}

/** `t(key, values?)` in the viewer's language; components draw again when it changes. */
export function useText(): Translate {
  const [language] = useLanguage();
  return useCallback((key: TextKey, values?: Values) => textIn(language, key, values), [language]);
}
