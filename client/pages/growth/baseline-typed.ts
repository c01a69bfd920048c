/** A level as people type it: `2.5`, `2,5`, ` 3 `. Null when nothing was typed, false when it is no level from 1 to 4. */
export function levelTyped(typed: string): number | null | false {
  const text = typed.trim().replace(',', '.');
  if (text === '') return null;
  const level = /^\d(\.\d+)?$/.test(text) ? Number(text) : 0;
  return level >= 1 && level <= 4 ? level : false;
}
