/** What facilitation does with the organisations of a cohort, in English. */
import type * as es from '../es/later/organisations.ts';
import type { Words } from '../words.ts';

export const organisations: Words<typeof es.organisations> = {
  change: 'Change {organisation}',
  renameHint:
    'Everybody reads the new name at once, on boards too. Minutes of earlier sessions keep the one they were written with.',
  tooLong: 'The name can have up to {most} letters.',
};
