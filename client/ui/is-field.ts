/** What is chosen, not written. */
const CHOSEN = ':not([type="radio"], [type="checkbox"], [type="range"], [type="file"], [type="color"])';

/** Whether somebody writes there. */
export const isField = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement && target.matches(`textarea, input${CHOSEN}, [contenteditable="true"]`);
