/** Texts of the room `canvas` in English. */
import type { canvas as source } from '../es/canvas.ts';
import type { Words } from '../words.ts';

export const canvas: Words<typeof source> = {};
