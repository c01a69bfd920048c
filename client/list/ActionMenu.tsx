/** A button that opens a list of actions, from below on phones. Arrow keys, Home, End, Escape; closing gives the keyboard back. Knows no note. */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Icon, type IconName } from '../ui/Icon.tsx';
import styles from './ActionMenu.module.css';
import { Sign } from './signs.tsx';

export interface Action {
  readonly key: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly hint?: string;
  readonly checked?: boolean;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  run?(): void;
  /** Instead of running: what there is to choose from, in the place of this list. */
  readonly step?: () => readonly ActionGroup[];
}
export interface ActionGroup {
  readonly key: string;
  readonly label?: string;
  readonly actions: readonly Action[];
}

interface ActionMenuProps {
  readonly label: string;
  /** Asked when the list opens. */
  readonly groups: () => readonly ActionGroup[];
  /** What the button shows; three dots when left out. */
  readonly children?: ReactNode;
  readonly className?: string;
  readonly part?: string;
}

export function ActionMenu({ label, groups, children, className = 'icon-button', part }: ActionMenuProps) {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = (): void => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <>
      <button
        ref={opener}
        type="button"
        className={className}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={children ? undefined : label}
        data-part={part}
        onClick={() => setOpen(!open)}
      >
        {children ?? <Sign name="dots" />}
      </button>
      {open && opener.current ? (
        <OpenMenu id={id} label={label} groups={groups()} opener={opener.current} onClose={close} />
      ) : null}
    </>
  );
}

interface OpenMenuProps {
  readonly id: string;
  readonly label: string;
  readonly groups: readonly ActionGroup[];
  readonly opener: HTMLElement;
  readonly onClose: () => void;
}

function OpenMenu({ id, label, groups, opener, onClose }: OpenMenuProps) {
  const box = useRef<HTMLDivElement>(null);
  const [step, setStep] = useState<Action['step']>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the next list has its own place and its own first item
  useLayoutEffect(() => {
    if (box.current) placeBeside(box.current, opener);
    box.current?.querySelector<HTMLElement>('[role^="menuitem"]')?.focus({ preventScroll: true });
  }, [opener, step]);
  useEffect(() => {
    const onOutside = (event: Event): void => {
      const inside =
        event.target instanceof Node && (box.current?.contains(event.target) || opener.contains(event.target));
      if (!inside) onClose();
    };
    document.addEventListener('pointerdown', onOutside);
    return () => document.removeEventListener('pointerdown', onOutside);
  });
  return createPortal(
    <>
      <div className={styles.shade} />
      <div
        ref={box}
        id={id}
        role="menu"
        tabIndex={-1}
        aria-label={label}
        className={styles.menu}
        onKeyDown={(event) => onMenuKey(event, onClose)}
      >
        {(step?.() ?? groups)
          .filter((group) => group.actions.length > 0)
          .map((group) => (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a menu
            <div key={group.key} role="group" aria-label={group.label} className={styles.group}>
              {group.label ? (
                <p className={styles.heading} aria-hidden="true">
                  {group.label}
                </p>
              ) : null}
              {group.actions.map((action) => (
                <MenuItem key={action.key} action={action} onClose={onClose} onStep={setStep} />
              ))}
            </div>
          ))}
      </div>
    </>,
    opener.closest('dialog') ?? document.body,
  );
}

interface MenuItemProps {
  readonly action: Action;
  readonly onClose: () => void;
  readonly onStep: (asked: () => Action['step']) => void;
}

function MenuItem({ action, onClose, onStep }: MenuItemProps) {
  const { label, icon, hint, checked, danger, disabled, run, step } = action;
  return (
    <button
      type="button"
      {...(checked === undefined ? { role: 'menuitem' } : { role: 'menuitemcheckbox', 'aria-checked': checked })}
      aria-disabled={disabled}
      aria-haspopup={step && 'menu'}
      className={danger ? `${styles.item} ${styles.danger}` : styles.item}
      onClick={() => {
        if (disabled) return;
        if (step) return onStep(() => step);
        onClose();
        run?.();
      }}
    >
      <span className={styles.icon}>{icon ? <Icon name={icon} /> : checked ? <Icon name="check" /> : null}</span>
      <span>
        {label}
        {hint ? <span className={styles.hint}>{hint}</span> : null}
      </span>
      {checked && icon ? <Icon name="check" size={18} /> : null}
    </button>
  );
}

/** Below the button, above it when there is more room; never outside of the window. On phones the style sheet decides. */
function placeBeside(menu: HTMLElement, opener: HTMLElement): void {
  const button = opener.getBoundingClientRect();
  const { innerWidth, innerHeight } = window;
  const below = innerHeight - button.bottom - 16;
  const above = button.top - 16;
  const goesBelow = below >= Math.min(menu.scrollHeight, 360) || below >= above;
  menu.style.setProperty('--most', `${Math.max(160, goesBelow ? below : above)}px`);
  menu.style.setProperty('--right', `${Math.max(8, innerWidth - Math.max(button.right, 300))}px`);
  menu.style.setProperty('--top', goesBelow ? `${button.bottom + 6}px` : 'auto');
  menu.style.setProperty('--bottom', goesBelow ? 'auto' : `${innerHeight - button.top + 6}px`);
}

function onMenuKey(event: KeyboardEvent<HTMLElement>, onClose: () => void): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
  const { activeElement } = document;
  const at = activeElement instanceof HTMLElement ? items.indexOf(activeElement) : -1;
  const to: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1 + items.length,
    Home: 0,
    End: items.length - 1,
  };
  const next = to[event.key];
  if (event.key === 'Escape' || event.key === 'Tab') {
    event.preventDefault();
    event.stopPropagation();
    onClose();
  } else if (next !== undefined) {
    event.preventDefault();
    items[next % items.length]?.focus();
  }
}
