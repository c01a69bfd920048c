/** Canvas or list: the list on windows as narrow as a phone, unless this device chose otherwise. */
import { useState } from 'react';
import { browserStorage } from '../sync/browser-storage.ts';

export type View = 'canvas' | 'list';
const KEY = 'tempano.view';
const NARROW = '(max-width: 699px)';

export function useView(): [View, (view: View) => void] {
  const [view, setView] = useState<View>(() => {
    const kept = browserStorage.lasting.getItem(KEY);
    if (kept === 'canvas' || kept === 'list') return kept;
    return window.matchMedia(NARROW).matches ? 'list' : 'canvas';
  });
  const choose = (next: View): void => {
    browserStorage.lasting.setItem(KEY, next);
    setView(next);
  };
  return [view, choose];
}
