/** Days as people write them in Puerto Rico and in English. A day is `YYYY-MM-DD` and in no time zone. */
import type { Language } from './language.ts';

const LOCALE: Readonly<Record<Language, string>> = { es: 'es-PR', en: 'en-US' };

/** `2026-11-22` → «22 de noviembre de 2026», “November 22, 2026”. What is no date comes back as it is. */
export const dayInWords = (date: string, language: Language): string =>
  inWords(date, language, { dateStyle: 'long' }) ?? date;

/** `2026-11-22`, three years before → «noviembre de 2023», “November 2023”; null of what is no date. */
export function monthBefore(date: string, years: number, language: Language): string | null {
  const year = String(Number(date.slice(0, 4)) - years).padStart(4, '0');
  // The first of the month: three years before a 29 of February there is none.
  return inWords(`${year}${date.slice(4, 7)}-01`, language, { month: 'long', year: 'numeric' });
}

function inWords(date: string, language: Language, style: Intl.DateTimeFormatOptions): string | null {
  const at = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return null;
  return new Intl.DateTimeFormat(LOCALE[language], { ...style, timeZone: 'UTC' }).format(at);
}
