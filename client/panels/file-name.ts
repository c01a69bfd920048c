/** Names of downloaded files: `tempano_<cohort>_<organisation>_2026-11-20.png`, plain letters that every computer takes. */

import { plainName } from '../../shared/report/plain-name.ts';

export interface FileNameParts {
  readonly cohort: string;
  /** Of the organisation; the group iceberg has none. */
  readonly organisation: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly extension: 'png' | 'svg' | 'json' | 'txt' | 'html';
  /** Tells boards of one organisation apart: the kind of board and, when only a part is shown, its area. */
  readonly part?: readonly string[];
}

export function fileName({ cohort, organisation, date, extension, part = [] }: FileNameParts): string {
  const parts = ['tempano', plainName(cohort), plainName(organisation ?? ''), ...part.map(plainName), date];
  return `${parts.filter((one) => one !== '').join('_')}.${extension}`;
}

/** The day it is for this person, `YYYY-MM-DD`. */
export function dayOf(now: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
