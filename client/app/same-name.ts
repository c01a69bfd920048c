/** Whether somebody typed the name they meant: its letters and digits count, not accents, capitals, spaces or signs. Pure. */

export const isSameName = (typed: string, name: string): boolean => keyOf(typed) === keyOf(name);

/** A name of signs alone is compared as it stands. */
const keyOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase() || name.trim();
