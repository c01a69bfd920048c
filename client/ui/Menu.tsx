/** A button that opens a list under it: click outside or Esc closes it, arrow keys walk through it. */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';

interface MenuProps {
  /** What the button shows. */
  readonly button: ReactNode;
  readonly label: string;
  readonly buttonClass?: string;
  readonly align?: 'left' | 'right';
  /** Buttons and links of class `menu__one`; `close` shuts the list. */
  readonly children: (close: () => void) => ReactNode;
}

export function Menu({ button, label, buttonClass = 'button button--quiet', align = 'right', children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const listId = useId();
  useEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>('.menu__one')?.focus();
    const outside = (event: Event): void => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);
  const close = (): void => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the list inside are heard here
    <div className="menu" ref={root} onKeyDown={(event) => onMenuKey(event, root.current, open ? close : null)}>
      <button
        ref={opener}
        type="button"
        className={buttonClass}
        aria-label={label}
        title={label}
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      {open && (
        <div id={listId} className={align === 'left' ? 'menu__list menu__list--left' : 'menu__list'}>
          {children(close)}
        </div>
      )}
    </div>
  );
}

function onMenuKey(event: KeyboardEvent, root: HTMLElement | null, close: (() => void) | null): void {
  if (!close || !root) return;
  if (event.key === 'Escape') {
    event.stopPropagation();
    close();
  }
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const all = [...root.querySelectorAll<HTMLElement>('.menu__one')];
  const at = document.activeElement instanceof HTMLElement ? all.indexOf(document.activeElement) : -1;
  all[(at + step + all.length) % all.length]?.focus();
}
