/** Days as people write them in Puerto Rico and in English. A day is `YYYY-MM-DD` and in no time zone. */
import type { Language } from './language.ts';

/** How each language writes a day. */
export const LOCALE: Readonly<Record<Language, string>> = { es: 'es-PR', en: 'en-US' };

/** `2026-11-22` → «22 de noviembre de 2026», “November 22, 2026”. What is no date comes back as it is. */
export function dayInWords(date: string, language: Language): string {
  const at = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return date;
  return new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'long', timeZone: 'UTC' }).format(at);
}

/** A moment (milliseconds since 1970) as day and hour in Puerto Rico: «22 de noviembre de 2026, 2:30 p. m.». */
export const momentInWords = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(LOCALE[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'America/Puerto_Rico',
  }).format(at);
