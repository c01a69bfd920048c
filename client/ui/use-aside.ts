/**
 * Keeps what is told off the field somebody writes in: what floats goes to the other edge when it would cover the field
 * or the buttons around it, and a field that was pushed out of sight comes back into it. Knows no text.
 */
import { type RefObject, useEffect, useRef, useState } from 'react';
import { isField } from './is-field.ts';

/** Around a field, in pixels: its buttons. */
const BUTTONS = 64;
/** After each of these the field may be elsewhere. */
const MOVES = ['focusin', 'input', 'wheel'] as const;

/** `told`: what is on the screen, null for nothing. The canvas moves its fields itself: only lists and pages are scrolled. */
export function useAside(told: string | null): [RefObject<HTMLDivElement>, boolean] {
  const box = useRef<HTMLDivElement>(null);
  const [isAside, setAside] = useState(false);
  useEffect(() => {
    if (told === null) return;
    // Once for each field: where both edges cover it, what is told stays still.
    let avoided: Element | null = null;
    const look = (): void => {
      const field = document.activeElement;
      if (!box.current || !isField(field) || field === avoided || !covers(box.current, field)) return;
      avoided = field;
      setAside((was) => !was);
    };
    const field = document.activeElement;
    if (isField(field) && field.closest('.board__list, .page__body')) field.scrollIntoView?.({ block: 'nearest' });
    look();
    for (const move of MOVES) document.addEventListener(move, look, { passive: true });
    return () => {
      for (const move of MOVES) document.removeEventListener(move, look);
    };
  }, [told]);
  return [box, isAside];
}

function covers(box: HTMLElement, field: HTMLElement): boolean {
  const [a, b] = [box.getBoundingClientRect(), field.getBoundingClientRect()];
  return (
    a.left < b.right + BUTTONS && b.left - BUTTONS < a.right && a.top < b.bottom + BUTTONS && b.top - BUTTONS < a.bottom
  );
}
