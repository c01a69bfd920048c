/** Whether the card is unfolded on a phone: once when a phase begins, until somebody starts to write or folds it. */
import { useEffect, useState } from 'react';
import { browserStorage } from '../sync/browser-storage.ts';

const KEY = 'tempano.seen-phase';

/** `phase`: what is unfolded once. */
export function useFold(phase: string): [boolean, (open: boolean) => void] {
  const [open, setOpen] = useState<string | null>(() => (browserStorage.tab.getItem(KEY) === phase ? null : phase));
  useEffect(() => {
    if (browserStorage.tab.getItem(KEY) !== phase) setOpen(phase);
    browserStorage.tab.setItem(KEY, phase);
  }, [phase]);
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent): void => {
      if (target instanceof Element && target.matches('textarea, input, [contenteditable="true"]')) setOpen(null);
    };
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, []);
  return [open === phase, (next) => setOpen(next ? phase : null)];
}
