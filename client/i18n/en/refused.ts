/** Why a board is not there for somebody any more, in English. */
import type * as es from '../es/later/refused.ts';
import type { Words } from '../words.ts';

export const refused: Words<typeof es.refused> = {
  expiredTitle: 'Your access expired',
  expired: 'Open your link again. What you wrote is on the server or on this device.',
  forbiddenTitle: 'This board is closed to you',
  forbidden: 'The team closed it, or you were removed from the cohort. What was written is still saved.',
  goneTitle: 'This cohort no longer exists',
  gone: 'Somebody with the facilitation link deleted it, with its boards and copies.',
  deletedTitle: 'Facilitation deleted this cohort',
  deleted:
    'Its boards are no longer on the server. What you see is the copy of this device: nothing is sent, and you can download it. To know why, ask who facilitates.',
  deletedEmpty:
    'Its boards, copies and people are no longer on the server, and cannot be brought back from here. What somebody downloaded is still on their device. To know why, ask who facilitates.',
  toCohort: 'What is left here',
  keptTitle: 'What is left on this device',
  keptHint: 'Open them to read or to download them. They are only here.',
  practiceTitle: 'Practice is over',
  practice: 'This board was only for trying things out: it was deleted with all that was on it.',
  practiceOn: 'Go to where the cohort is',
};
