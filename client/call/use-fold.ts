/** Whether the card is unfolded on a phone: from the beginning of a phase until somebody starts to write or folds it. */
import { useCallback, useEffect, useState } from 'react';
import { browserStorage } from '../sync/browser-storage.ts';

const KEY = 'tempano.folded-phase';

/** `phase`: what is folded once it has been read. */
export function useFold(phase: string): [boolean, (open: boolean) => void] {
  const [folded, setFolded] = useState(() => browserStorage.tab.getItem(KEY));
  const fold = useCallback(() => {
    browserStorage.tab.setItem(KEY, phase);
    setFolded(phase);
  }, [phase]);
  // Who is writing when a phase begins goes on seeing what they write.
  useEffect(() => {
    if (isField(document.activeElement)) fold();
    const onFocus = ({ target }: FocusEvent): void => {
      if (isField(target)) fold();
    };
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, [fold]);
  return [folded !== phase, (open) => (open ? setFolded(null) : fold())];
}

/** Whether somebody writes there. */
export const isField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('textarea, input, [contenteditable="true"]');
