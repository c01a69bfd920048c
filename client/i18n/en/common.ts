/** Texts used in several rooms, in English. */
import type { common as source } from '../es/common.ts';
import type { Words } from '../words.ts';

export const common: Words<typeof source> = {
  product: 'Témpano',
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  delete: 'Delete',
  remove: 'Remove',
  back: 'Back',
  undo: 'Undo',
  redo: 'Redo',
  copy: 'Copy',
  copied: 'Copied',
  retry: 'Try again',
  more: 'More options',
  loading: 'Loading…',
  optional: 'optional',
  language: 'Language',
  spanish: 'Español',
  english: 'English',
  otherLanguage: 'Español',
  otherLanguageLabel: 'Switch to Spanish',
  skip: 'Skip to content',
  notes_one: '{count} note',
  notes_other: '{count} notes',
  people_one: '{count} person',
  people_other: '{count} people',
};
