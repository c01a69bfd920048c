/** Gives the focus back to what had it, or to what stands nearest to where that was. Knows no window and no menu. */

const TAKES_FOCUS = 'button, a[href], input, select, textarea, [tabindex="0"]';

/** To be asked before the focus goes elsewhere; the answer gives it back, unless it is somewhere by then. */
export function rememberFocus(): () => void {
  const places: Element[] = [];
  for (let one = document.activeElement; one && one !== document.body; one = one.parentElement) places.push(one);
  return () => {
    for (const place of places) {
      if (!isLost()) return;
      if (place === places[0]) focus(place);
      // What opened the window is gone or sleeps: its neighbours, from the nearest on.
      else for (const near of place.querySelectorAll(TAKES_FOCUS)) if (isLost()) focus(near);
    }
  };
}

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

function focus(element: Element): void {
  if (element.isConnected && element instanceof HTMLElement) element.focus();
}
