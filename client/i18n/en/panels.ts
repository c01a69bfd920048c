/** Texts of the room `panels` in English. */
import type { panels as source } from '../es/panels.ts';
import type { Words } from '../words.ts';

export const panels: Words<typeof source> = {};
