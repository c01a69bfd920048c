/** The pasted list of organisations: one per line, bullets and numbers taken off, repeated ones left out. Pure. */

export interface OrganisationLines {
  readonly names: readonly string[];
  /** How many lines said what another one had said. */
  readonly repeated: number;
}

const BULLET = /^\s*(?:[-–—*•·▪◦]|\d{1,3}[.)])\s+/u;

export function organisationLines(pasted: string): OrganisationLines {
  const byKey = new Map<string, string>();
  let repeated = 0;
  for (const line of pasted.split(/\r\n?|\n|\u2028/u)) {
    const name = line.replace(BULLET, '').replace(/\s+/gu, ' ').trim().normalize('NFC');
    if (name === '') continue;
    const key = keyOf(name);
    if (byKey.has(key)) repeated += 1;
    else byKey.set(key, name);
  }
  return { names: [...byKey.values()], repeated };
}

/** «Red de Jóvenes» and «red de jovenes » are one. */
const keyOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim() || name;
