/**
 * What this window says of its person at the call: here, writing or away, and a raised hand. Tells only when something
 * changed. Knows the browser's events, not who listens.
 */
import type { Awareness } from 'y-protocols/awareness';
import { type At, attendanceState, type Device } from '../../shared/cohort/attendance.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { Store } from '../board/store.ts';

/** What was seen of a person, in milliseconds of the same clock. */
export interface Signs {
  readonly hiddenSince: number | null;
  readonly touchedAt: number;
  readonly typedAt: number;
}

const WRITING_MS = 3000;
const HIDDEN_MS = 60_000;
const IDLE_MS = 5 * 60_000;
const PHONE_PX = 600;

export function atOf({ hiddenSince, touchedAt, typedAt }: Signs, now: number): At {
  if (hiddenSince !== null && now - hiddenSince >= HIDDEN_MS) return 'away';
  if (now - typedAt < WRITING_MS) return 'writing';
  return now - touchedAt >= IDLE_MS ? 'away' : 'here';
}

/** When the answer may be another one if nothing happens; null for never. */
export function nextLook({ hiddenSince, touchedAt, typedAt }: Signs, now: number): number | null {
  const turns = [typedAt + WRITING_MS, touchedAt + IDLE_MS];
  if (hiddenSince !== null) turns.push(hiddenSince + HIDDEN_MS);
  const ahead = turns.filter((turn) => turn > now);
  return ahead.length > 0 ? Math.min(...ahead) : null;
}

/** Says so on `awareness` until the returned function is called. `hand`: since when it is up, or null. */
export function attend(awareness: Awareness, person: PersonId, hand: Store<number | null>): () => void {
  const device = deviceHere();
  let signs: Signs = { hiddenSince: hiddenNow(), touchedAt: Date.now(), typedAt: 0 };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let said = '';
  const look = (): void => {
    clearTimeout(timer);
    const now = Date.now();
    const state = attendanceState({ person, device, at: atOf(signs, now), hand: hand.get() });
    const saying = JSON.stringify(state);
    if (saying !== said) awareness.setLocalState({ ...state });
    said = saying;
    const next = nextLook(signs, now);
    if (next !== null) timer = setTimeout(look, next - now);
  };
  // Whoever shows who is here draws again at once: not before the page has heard what was typed.
  const lookSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(look, 0);
  };
  const touched = (): void => {
    const before = signs.touchedAt;
    signs = { ...signs, touchedAt: Date.now() };
    if (signs.touchedAt - before >= IDLE_MS) look();
  };
  const typed = (): void => {
    const now = Date.now();
    const wasWriting = now - signs.typedAt < WRITING_MS;
    signs = { ...signs, touchedAt: now, typedAt: now };
    if (!wasWriting) lookSoon();
  };
  const turned = (): void => {
    signs = { ...signs, hiddenSince: hiddenNow(), touchedAt: Date.now() };
    look();
  };
  const events = [
    ...TOUCHES.map((name): [string, () => void] => [name, touched]),
    ['input', typed] as const,
    ['visibilitychange', turned] as const,
  ] as const;
  for (const [name, listener] of events) document.addEventListener(name, listener, { capture: true, passive: true });
  const stop = hand.subscribe(look);
  look();
  return () => {
    clearTimeout(timer);
    stop();
    for (const [name, listener] of events) document.removeEventListener(name, listener, { capture: true });
  };
}

/** A phone is small whichever way it is held. */
function deviceHere(): Device {
  const isTouched = window.matchMedia('(pointer: coarse)').matches;
  return isTouched && Math.min(screen.width, screen.height) < PHONE_PX ? 'phone' : 'computer';
}

const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
const hiddenNow = (): number | null => (document.visibilityState === 'hidden' ? Date.now() : null);
