/** Texts used in several rooms, in English. */
import type { common as first } from '../es/common.ts';
import type { common as door } from '../es/door.ts';
import type { common as later } from '../es/later/common.ts';
import type { Words } from '../words.ts';

export const common: Words<typeof first & typeof door & typeof later> = {
  product: 'Témpano',
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  remove: 'Remove',
  undo: 'Undo',
  redo: 'Redo',
  copied: 'Copied',
  retry: 'Try again',
  more: 'More options',
  loading: 'Loading…',
  optional: 'optional',
  spanish: 'Español',
  english: 'English',
  otherLanguage: 'Español',
  otherLanguageLabel: 'Switch to Spanish',
  calm: 'Calm view',
  calmHint:
    'No pointers and no motion, and all notes on the same paper. Yours is not sent either. On this device only.',
  skip: 'Skip to content',
  notes_one: '{count} note',
  notes_other: '{count} notes',
};
