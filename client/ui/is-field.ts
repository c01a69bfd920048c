/** Whether somebody writes there. */
export const isField = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement && target.matches('textarea, input, [contenteditable="true"]');
