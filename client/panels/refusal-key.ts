/** The text for a code of refusal; one that has no text of its own is an unexpected answer. */
import { isTextKey, type TextKey } from '../i18n/text.ts';

export function refusalKey(why: string): TextKey {
  const key = why.startsWith('errors.') ? why : `errors.${why}`;
  return isTextKey(key) ? key : 'errors.unexpected';
}
