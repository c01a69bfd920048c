/** The language of this viewer: Spanish unless chosen otherwise, kept on this device. Knows no text. */
import { isLanguage, LANGUAGE_TAG, type Language } from '../../shared/language.ts';

const KEY = 'tempano.language';
const listeners = new Set<() => void>();
let current: Language = stored();

function stored(): Language {
  try {
    const kept = globalThis.localStorage?.getItem(KEY);
    return isLanguage(kept) ? kept : 'es';
  } catch {
    // Storage is closed to us (private window, blocked cookies): the choice lasts as long as the page.
    return 'es';
  }
}

export const currentLanguage = (): Language => current;

export function setLanguage(language: Language): void {
  current = language;
  try {
    globalThis.localStorage?.setItem(KEY, language);
  } catch {
    // As above.
  }
  tellDocument();
  for (const listener of [...listeners]) listener();
}

/** Gives back the unsubscribe. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Sets the `lang` attribute, for screen readers, hyphenation and spelling. */
export function tellDocument(): void {
  if (typeof document !== 'undefined') document.documentElement.lang = LANGUAGE_TAG[current];
}
