/** Canvas or list: the list on a phone, however it is held, unless this device chose otherwise. */
import { useEffect, useState } from 'react';
import { PHONE } from '../list/use-narrow.ts';
import { browserStorage } from '../sync/browser-storage.ts';

export type View = 'canvas' | 'list';
const KEY = 'tempano.view';

/**
 * The view, how to choose another one, and how to look at one for a moment, which this device does not remember.
 * `isForReading`: what is on this board is to be read now; then it is a list, unless this device chose otherwise.
 */
export function useView(isForReading = false): readonly [View, (view: View) => void, (view: View) => void] {
  const [kept] = useState(() => browserStorage.lasting.getItem(KEY));
  const isChosen = kept === 'canvas' || kept === 'list';
  const [view, setView] = useState<View>(() =>
    isChosen ? kept : window.matchMedia(PHONE).matches ? 'list' : 'canvas',
  );
  useEffect(() => {
    if (isForReading && !isChosen) setView('list');
  }, [isForReading, isChosen]);
  const choose = (next: View): void => {
    browserStorage.lasting.setItem(KEY, next);
    setView(next);
  };
  return [view, choose, setView];
}
