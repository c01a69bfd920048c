/** A number below `count` for an id, always the same one: sizes and inks that vary and mean nothing. Pure. */
export function turnOf(id: string, count: number): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return sum % count;
}
