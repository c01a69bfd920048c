/** Whether the card is unfolded on a phone: from the beginning of a phase until somebody reads on below it, writes, or folds it. */
import { useCallback, useEffect, useState } from 'react';
import { browserStorage } from '../sync/browser-storage.ts';
import { isField } from '../ui/is-field.ts';

const KEY = 'tempano.folded-phase';
/** What a hand does that goes through the notes. Not the scrolling itself: a list also scrolls to its layer by itself. */
const READS_ON = ['touchmove', 'wheel'] as const;

/** `phase`: what is folded once it has been read. `begins`: whether it begins unfolded. */
export function useFold(phase: string, begins: boolean): [boolean, (open: boolean) => void] {
  const [folded, setFolded] = useState(() => browserStorage.tab.getItem(KEY));
  const [unfolded, setUnfolded] = useState('');
  const fold = useCallback(() => {
    // A hand that scrolls says so many times a second.
    if (browserStorage.tab.getItem(KEY) !== phase) browserStorage.tab.setItem(KEY, phase);
    setFolded(phase);
    setUnfolded('');
  }, [phase]);
  // Who is writing when a phase begins goes on seeing what they write.
  useEffect(() => {
    if (isField(document.activeElement)) fold();
    const onFocus = ({ target }: Event): void => {
      if (isField(target)) fold();
    };
    const onHand = ({ target }: Event): void => {
      if (target instanceof Element && !target.closest('[data-phase-card]')) fold();
    };
    document.addEventListener('focusin', onFocus);
    for (const deed of READS_ON) document.addEventListener(deed, onHand, { passive: true });
    return () => {
      document.removeEventListener('focusin', onFocus);
      for (const deed of READS_ON) document.removeEventListener(deed, onHand);
    };
  }, [fold]);
  const isOpen = unfolded === phase || (begins && folded !== phase);
  return [isOpen, (open) => (open ? setUnfolded(phase) : fold())];
}
