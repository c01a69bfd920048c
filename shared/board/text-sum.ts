/** A short sum of a text, to see whether it changed. Not a secret: anybody can compute it. */

/** FNV-1a, 32 bits, with the length: `"5:1a2b3c4d"`. Chosen because it is the same few lines everywhere. */
export function textSum(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return `${text.length}:${(hash >>> 0).toString(16)}`;
}
