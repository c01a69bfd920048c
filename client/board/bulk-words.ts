/** A large change in words: who, what, how many, how long ago. Knows names and times, no text of a language but by key. */
import type { BulkKind } from '../../shared/board/bulk-record.ts';
import type { Language } from '../../shared/language.ts';
import type { BulkOffer, BulkUndone } from './bulk-offers.ts';
import type { BoardSession, Notice } from './session.ts';

/** Gives the text of a key of `method.bulk`. */
export type SayBulk = (
  key: `method.bulk.${BulkKind | 'when' | 'somebody'}`,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** «Ana borró 14 notas, hace 2 minutos». */
export function wordsFor(
  s: BoardSession,
  { record }: BulkOffer,
  language: Language,
  now: number,
  say: SayBulk,
): string {
  const name = s.cohort.get().people.find((person) => person.id === record.by)?.name ?? say('method.bulk.somebody');
  const what = say(`method.bulk.${record.what}`, { name, count: Object.keys(record.notes).length });
  const ago = agoOf(now - record.at, language);
  return ago === null ? what : say('method.bulk.when', { what, ago });
}

/** Null when the clocks of two devices make no sense together. */
function agoOf(ms: number, language: Language): string | null {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 0 || minutes > 30 * 24 * 60) return null;
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'long' });
  if (minutes < 1) return words.format(0, 'second');
  if (minutes < 60) return words.format(-minutes, 'minute');
  return minutes < 24 * 60
    ? words.format(-Math.floor(minutes / 60), 'hour')
    : words.format(-Math.floor(minutes / 1440), 'day');
}

/** What to tell when one was taken back. */
export const bulkNotice = ({ restored, kept }: BulkUndone): Notice => ({
  key: kept > 0 ? 'method.bulk.doneKept' : 'method.bulk.done',
  values: { count: restored },
});
