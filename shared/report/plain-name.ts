/** Part of a file's name in plain letters that every computer takes. Knows no file. */

/** Longest part of a name: some programs stop at 255 bytes for a whole path. */
const LONGEST = 60;

/** «Cohorte Marea Adentro 2026» → `cohorte-marea-adentro-2026`; empty when nothing is left. */
export function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
}
