/** The two languages of the product. Spanish is the source and the default. Knows no text. */
export type Language = 'es' | 'en';
export const LANGUAGES: readonly Language[] = ['es', 'en'];
/** What goes into the `lang` attribute. */
export const LANGUAGE_TAG: Readonly<Record<Language, string>> = { es: 'es-PR', en: 'en' };
export const isLanguage = (x: unknown): x is Language => x === 'es' || x === 'en';
