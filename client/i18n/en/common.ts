/** Texts used in several rooms, in English. */
import type { common as source } from '../es/common.ts';
import type { Words } from '../words.ts';

export const common: Words<typeof source> = {
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
  skip: 'Skip to content',
  notes_one: '{count} note',
  notes_other: '{count} notes',
};
