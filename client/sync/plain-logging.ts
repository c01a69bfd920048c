/**
 * Stands in for `lib0/logging` in the bundle (vite.config.ts): what Yjs warns of goes to the console as it is. The original
 * colours it, and brings a schema library of 12 kB along for that. Knows no message.
 */
export const print = (...parts: readonly unknown[]): void => console.log(...parts);
export const warn = (...parts: readonly unknown[]): void => console.warn(...parts);

/** Colours of the original: nothing here. */
export const ORANGE = '';
export const RED = '';
export const BOLD = '';
export const UNBOLD = '';
