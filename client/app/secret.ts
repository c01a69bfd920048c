/** The secret of a link: it comes in the fragment, which browsers never send, and leaves the address at once. */

/** Reads it and takes it out of the address bar and the history. Empty when there is none. */
export function takeSecret(): string {
  const secret = decodeFragment(location.hash);
  if (location.hash !== '') history.replaceState(history.state, '', location.pathname + location.search);
  return secret;
}

/** The secret of a whole link, for the one who has just been given it. */
export function secretOf(link: string): string {
  const at = link.indexOf('#');
  return at < 0 ? '' : decodeFragment(link.slice(at));
}

/** Only characters a secret may have: what a chat or a mail program glued to its end is left out. */
const decodeFragment = (fragment: string): string => /^#?([A-Za-z0-9_-]*)/.exec(fragment)?.[1] ?? '';
