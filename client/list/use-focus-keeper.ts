/** Keeps the keyboard where it was when a note moves or disappears under it. Knows notes only by the attributes `data-note` and `data-part`. */
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { NoteId } from '../../shared/ids.ts';
import { cardOf } from './card-of.ts';
import { neighbourOf } from './outline.ts';

interface Place {
  readonly note: NoteId;
  readonly part: string;
}

const FOCUSABLE = 'button, textarea, input, a[href]';

/** `order` is the reading order now on the page. */
export function useFocusKeeper(root: RefObject<HTMLElement>, order: readonly NoteId[]): void {
  const place = useRef<Place | null>(null);
  const before = useRef<readonly NoteId[]>(order);

  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const onFocusIn = (event: FocusEvent): void => {
      place.current = placeOf(event.target, order);
    };
    const onFocusOut = (event: FocusEvent): void => {
      const { target } = event;
      // Removed elements lose the focus too: that is what this keeper is for.
      queueMicrotask(() => {
        const stillThere = target instanceof Element && target.isConnected;
        if (stillThere && !element.contains(document.activeElement)) place.current = null;
      });
    };
    element.addEventListener('focusin', onFocusIn);
    element.addEventListener('focusout', onFocusOut);
    return () => {
      element.removeEventListener('focusin', onFocusIn);
      element.removeEventListener('focusout', onFocusOut);
    };
  }, [root, order]);

  useLayoutEffect(() => {
    const element = root.current;
    const last = place.current;
    const earlier = before.current;
    before.current = order;
    if (!element || !last || !isFocusLost()) return;
    const note = order.includes(last.note) ? last.note : neighbourOf(earlier, last.note, new Set(order));
    const target = note === null ? placeWithoutNotes(element) : partOf(element, note, last.part);
    target?.focus({ preventScroll: true });
    target?.scrollIntoView?.({ block: 'nearest' });
  });
}

/** Where the next note is written; where that would bring up a keyboard nobody asked for, the tab of the area. */
function placeWithoutNotes(root: HTMLElement): HTMLElement | null {
  const isTouched = globalThis.matchMedia?.('(pointer: coarse)').matches ?? false;
  return root.querySelector<HTMLElement>(isTouched ? '[role="tab"][aria-selected="true"]' : '[data-composer]');
}

const isFocusLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

function placeOf(target: EventTarget | null, order: readonly NoteId[]): Place | null {
  if (!(target instanceof Element)) return null;
  const name = target.closest('[data-note]')?.getAttribute('data-note');
  const note = order.find((id) => id === name);
  return note ? { note, part: target.closest('[data-part]')?.getAttribute('data-part') ?? 'text' } : null;
}

function partOf(root: HTMLElement, note: NoteId, part: string): HTMLElement | null {
  const card = cardOf(root, note);
  return (
    card?.querySelector<HTMLElement>(`[data-part="${part}"]`) ?? card?.querySelector<HTMLElement>(FOCUSABLE) ?? null
  );
}
