/**
 * One-key shortcuts of the panel. They rest while a field or a window has the focus, and people who write with their voice
 * or a switch can turn them off; that choice is kept on this device. Knows no deed.
 */
import { useEffect, useRef, useSyncExternalStore } from 'react';

export const SHORTCUTS = {
  next: 'n',
  back: 'b',
  more: '+',
  less: '-',
  clock: 'p',
  layer: 'c',
  message: 'm',
  hand: 'h',
  note: 'q',
  gather: 't',
  freeze: 'x',
  help: '?',
} as const;
export type Shortcut = keyof typeof SHORTCUTS;

const KEY = 'tempano.panel-keys';
const listeners = new Set<() => void>();

function areOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    // Storage is closed to us: the keys work.
    return true;
  }
}
export function setShortcuts(on: boolean): void {
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off');
  } catch {
    // As above; the choice cannot be kept.
  }
  for (const listener of [...listeners]) listener();
}
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
export const useShortcutsOn = (): boolean => useSyncExternalStore(subscribe, areOn, areOn);

const FIELDS = 'input, textarea, select, [contenteditable]:not([contenteditable="false"]), dialog, .menu__list';

/** Which shortcut a key is here, or null. `=` is where `+` is without Shift, and `_` where `-` is with it. */
export function shortcutOf(event: KeyboardEvent): Shortcut | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return null;
  if (event.target instanceof Element && event.target.closest(FIELDS)) return null;
  if (document.querySelector('dialog[open]')) return null;
  const key = event.key === '=' ? '+' : event.key === '_' ? '-' : event.key.toLowerCase();
  const found = Object.entries(SHORTCUTS).find(([, one]) => one === key);
  return found && isShortcut(found[0]) ? found[0] : null;
}
const isShortcut = (name: string): name is Shortcut => Object.hasOwn(SHORTCUTS, name);

export function useShortcuts(run: (shortcut: Shortcut) => void): void {
  const on = useShortcutsOn();
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    if (!on) return;
    const listen = (event: KeyboardEvent): void => {
      const shortcut = event.repeat ? null : shortcutOf(event);
      if (!shortcut) return;
      event.preventDefault();
      latest.current(shortcut);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [on]);
}
