/** The minutes of a call of which there is nothing to say but its name and day. */
import type { MinutesSource } from '../../shared/report/minutes.ts';

export const nothing: MinutesSource = {
  cohort: 'Marea Adentro',
  date: '2026-11-20',
  session: 2,
  minutes: null,
  facilitation: [],
  organisations: [],
  absent: { facilitation: [], organisations: [] },
  phases: [],
  themes: [],
  dots: [],
  issues: [],
  sentences: [],
  commitments: [],
  words: [],
};
