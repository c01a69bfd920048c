/** Hours as people write them in Puerto Rico and in English: a call has an hour there. Days: shared/days.ts. */
import type { Language } from '../../shared/language.ts';

/** `14:30` → «2:30 p. m.», “2:30 p.m.”. Spaces inside do not break. */
export function hourInWords(time: string, language: Language): string {
  const [hours, minutes] = time.split(':').map(Number);
  if (hours === undefined || minutes === undefined || Number.isNaN(hours + minutes)) return time;
  const half = hours < 12 ? 'a' : 'p';
  const marks = language === 'es' ? `${half}.\u00a0m.` : `${half}.m.`;
  return `${hours % 12 || 12}:${String(minutes).padStart(2, '0')}\u00a0${marks}`;
}

/** A moment (milliseconds since 1970) as the hour it is in Puerto Rico, wherever the device is: «2:30 p. m.». */
export function hourOf(at: number, language: Language): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'America/Puerto_Rico' }).format(at);
  return hourInWords(time, language);
}
