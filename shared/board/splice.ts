/** The smallest edit that turns one text into another. Pure; knows no document and no text field. */

export interface Splice {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/**
 * `caret` is where the caret stands in `after`: it tells which of two equal letters was typed.
 * Never cuts a surrogate pair: half an emoji in a Y.Text becomes a replacement character for everybody.
 */
export function spliceOf(before: string, after: string, caret: number = after.length): Splice {
  const shorter = Math.min(before.length, after.length);
  const afterCaret = after.length - Math.min(caret, after.length);
  let suffix = commonSuffix(before, after, Math.min(shorter, afterCaret));
  let prefix = 0;
  while (prefix < shorter - suffix && before[prefix] === after[prefix]) prefix++;
  // Before the ends are compared: else half an emoji at the front keeps a whole one at the end from being the same.
  if (cutsPair(before, prefix) || cutsPair(after, prefix)) prefix--;
  suffix += commonSuffix(
    before.slice(prefix, before.length - suffix),
    after.slice(prefix, after.length - suffix),
    shorter - prefix - suffix,
  );
  if (cutsPair(before, before.length - suffix) || cutsPair(after, after.length - suffix)) suffix--;
  return { at: prefix, remove: before.length - prefix - suffix, insert: after.slice(prefix, after.length - suffix) };
}

/** How many letters both end with; `most` is no more than either has. */
function commonSuffix(a: string, b: string, most: number): number {
  let n = 0;
  while (n < most && a[a.length - 1 - n] === b[b.length - 1 - n]) n++;
  return n;
}

function cutsPair(text: string, at: number): boolean {
  const code = at > 0 && at < text.length ? text.charCodeAt(at - 1) : 0;
  return code >= 0xd800 && code < 0xdc00;
}
