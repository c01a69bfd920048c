/** Texts of the pages, in English. */
import type { pages as source } from '../es/pages.ts';
import type { Words } from '../words.ts';

export const pages: Words<typeof source> = {};
