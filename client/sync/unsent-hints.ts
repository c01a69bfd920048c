/**
 * Which boards may hold something on this device that the server does not have: a word in the browser's storage, so that
 * not every board has to be looked into. One too many costs a look; knows no document and does not look itself.
 */
import { browserStorage } from './browser-storage.ts';

const keyOf = (shelf: string): string => `tempano.unsent:${shelf}`;

/** Another one after each writing, null when nothing was written that might be unsent. */
export const hintOf = (shelf: string): string | null => browserStorage.lasting.getItem(keyOf(shelf));

export function hint(shelf: string): void {
  try {
    browserStorage.lasting.setItem(keyOf(shelf), String(Math.random()));
  } catch {
    // No room: every board of this device is looked into when the page is loaded again.
  }
}

export const dropHint = (shelf: string): void => browserStorage.lasting.removeItem(keyOf(shelf));
