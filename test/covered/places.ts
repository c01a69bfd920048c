/** Where what was measured lies until the next time. */
import { fileURLToPath } from 'node:url';

const inRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const root = inRoot('');
/** What Vitest counted in its own processes. */
export const counted = inRoot('.tmp/coverage');
/** What each process and thread that a test started wrote when it ended. */
export const written = inRoot('.tmp/coverage-of-processes');
