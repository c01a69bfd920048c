/** The words people look for on the screen, in either language. Knows no page. */
import '../../../client/i18n/later.ts';
import '../../../client/i18n/practice.ts';
import { loadTexts, type TextKey, textIn as textOf, type Values } from '../../../client/i18n/text.ts';
import type { Language } from '../../../shared/language.ts';

// Spanish is always there, English comes when somebody asks for it.
await loadTexts('en');

export const textIn = (language: Language, key: TextKey, values?: Values): string => textOf(language, key, values);
