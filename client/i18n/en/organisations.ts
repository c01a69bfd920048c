/** What facilitation does with the organisations of a cohort, in English. */
import type * as es from '../es/later/organisations.ts';
import type { Words } from '../words.ts';

export const organisations: Words<typeof es.organisations> = {
  change: 'Change {organisation}',
  renameHint:
    'Everybody reads the new name at once, on boards too. Minutes of earlier sessions keep the one they were written with.',
  remove: 'Remove from the cohort',
  removeTitle: 'Remove {organisation}?',
  removeBody:
    'It leaves the list, with its empty boards and its column of the group iceberg. That can be done while nobody is in it and nothing is written.',
  removeDo: 'Remove',
  tooLong: 'The name can have up to {most} letters.',
};
