/**
 * Undo of one person on one board. It watches that person's own transactions and takes back a value only where it is
 * still the one they wrote, so what others changed since stays as they left it. Knows neither canvas nor list.
 */
import * as Y from 'yjs';
import { COUNT } from '../limits.ts';
import {
  applyChange,
  type Change,
  CREATED,
  changesOf,
  type Follow,
  followIn,
  mergeInto,
  WATCHED_ROOTS,
} from './changes.ts';
import { notesOf } from './document.ts';
import { noteText } from './note.ts';
import { textSum } from './text-sum.ts';

type Step =
  | { kind: 'changes'; changes: Change[]; at: number; nudge: boolean }
  | { kind: 'typing'; typed: Y.UndoManager; isFirst: boolean };

/** While one text is being written: its own origin, and undo letter group by letter group. */
export interface TypingSession {
  /** The origin typing must be written with. */
  readonly origin: object;
  undo(): void;
  redo(): void;
  /** Ends the session; what was typed becomes one step. Ending twice is harmless. */
  end(): void;
}

export interface UndoStack {
  /** Transactions with this origin are mine. */
  readonly origin: object;
  undo(): boolean;
  redo(): boolean;
  canUndo(): boolean;
  canRedo(): boolean;
  /** Everything written inside becomes one step, however many transactions it takes. */
  group<T>(change: () => T): T;
  typing(text: Y.Text): TypingSession;
  /** A value as I left it went on without being a step of mine: taking that step back takes it back from where it is now. */
  follow(change: Follow): void;
  /** Told after each change of canUndo or canRedo; gives back the unsubscribe. */
  subscribe(listener: () => void): () => void;
  /** Told of each step as it is taken, and again with the same array when it goes on (arrow keys). Typing is none. */
  onStep(listener: (changes: readonly Change[]) => void): () => void;
  close(): void;
}

/** Milliseconds within which repeated moves of the same notes are one step (arrow keys). */
const NUDGE_MS = 700;
/** Milliseconds of typing that are taken back at once while the text is open. */
const TYPING_MS = 500;

export function createUndo(doc: Y.Doc, now: () => number): UndoStack {
  const origin = { undoOf: doc.clientID };
  const reverting = { revertOf: doc.clientID };
  const listeners = new Set<() => void>();
  const stepListeners = new Set<(changes: readonly Change[]) => void>();
  let done: Step[] = [];
  let undone: Step[] = [];
  let grouped: Change[] | null = null;
  let closed = false;

  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const forget = (steps: Step[]): void => {
    for (const step of steps) if (step.kind === 'typing') step.typed.destroy();
  };
  const push = (step: Step): void => {
    forget(undone);
    undone = [];
    const last = done.at(-1);
    if (last && leavesNoTrace(last, step)) {
      done.pop();
      tell();
      return;
    }
    if (last?.kind === 'changes' && step.kind === 'changes' && isSameNudge(last, step)) {
      mergeInto(last.changes, step.changes);
      last.at = step.at;
    } else done.push(step);
    if (done.length > COUNT.undoSteps) forget(done.splice(0, 1));
    tell();
    const taken = done.at(-1);
    if (taken?.kind === 'changes') for (const listener of stepListeners) listener(taken.changes);
  };
  const record = (changes: Change[]): void => {
    if (changes.length === 0) return;
    if (grouped) mergeInto(grouped, changes);
    else push({ kind: 'changes', changes, at: now(), nudge: changes.every((c) => c.key === 'pos') });
  };

  let pending: Change[] = [];
  const watch = (root: Change['root'], map: Y.Map<unknown>): (() => void) => {
    const seen = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction): void => {
      if (transaction.origin === origin) pending.push(...events.flatMap((event) => changesOf(root, map, event)));
    };
    map.observeDeep(seen);
    return () => map.unobserveDeep(seen);
  };
  const unwatch = WATCHED_ROOTS.map((root) => watch(root, doc.getMap(root)));
  const settle = (transaction: Y.Transaction): void => {
    if (transaction.origin !== origin) return;
    const changes = pending;
    pending = [];
    record(changes);
  };
  doc.on('afterTransaction', settle);

  const revert = (step: Step, back: boolean): void => {
    if (step.kind === 'typing') {
      while (back ? step.typed.undo() : step.typed.redo());
      return;
    }
    const changes = back ? [...step.changes].reverse() : step.changes;
    doc.transact(() => {
      for (const change of changes) applyChange(doc, change, back, now());
    }, reverting);
  };
  const travel = (from: Step[], to: Step[], back: boolean): boolean => {
    const step = from.pop();
    if (!step) return false;
    revert(step, back);
    to.push(step);
    tell();
    return true;
  };

  return {
    origin,
    undo() {
      const last = done.at(-1);
      return travel(done, undone, true) && (!isFirstWords(last) || travel(done, undone, true));
    },
    redo: () => travel(undone, done, false) && (!isFirstWords(undone.at(-1)) || travel(undone, done, false)),
    canUndo: () => done.length > 0,
    canRedo: () => undone.length > 0,
    group(change) {
      if (grouped) return change();
      grouped = [];
      try {
        return change();
      } finally {
        const changes = grouped;
        grouped = null;
        if (changes.length > 0) push({ kind: 'changes', changes, at: now(), nudge: false });
      }
    },
    typing: (text) =>
      typingSession(text, (typed) => push({ kind: 'typing', typed, isFirst: isBirthOf(doc, text, done.at(-1)) })),
    follow(change) {
      for (const step of done) if (step.kind === 'changes') followIn(step.changes, change);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onStep(listener) {
      stepListeners.add(listener);
      return () => void stepListeners.delete(listener);
    },
    close() {
      if (closed) return;
      closed = true;
      for (const stop of unwatch) stop();
      doc.off('afterTransaction', settle);
      forget(done);
      forget(undone);
      done = [];
      undone = [];
      listeners.clear();
      stepListeners.clear();
    },
  };
}

function typingSession(text: Y.Text, keep: (typed: Y.UndoManager) => void): TypingSession {
  const origin = { typingIn: text };
  const typed = new Y.UndoManager(text, { trackedOrigins: new Set([origin]), captureTimeout: TYPING_MS });
  let open = true;
  return {
    origin,
    undo: () => void typed.undo(),
    redo: () => void typed.redo(),
    end() {
      if (!open) return;
      open = false;
      if (typed.undoStack.length > 0) keep(typed);
      else typed.destroy();
    },
  };
}

/** Making a note and writing its first words is one thing to a person, so undo never stops at a blank note. */
const isFirstWords = (step: Step | undefined): boolean => step?.kind === 'typing' && step.isFirst;

function birthIn(step: Step | undefined): Change | null {
  const [only, ...others] = step?.kind === 'changes' ? step.changes : [];
  return only && others.length === 0 && only.from === CREATED && only.to === undefined ? only : null;
}
function isBirthOf(doc: Y.Doc, text: Y.Text, step: Step | undefined): boolean {
  const birth = birthIn(step);
  return birth?.root === 'notes' && noteText(notesOf(doc).get(birth.id)) === text;
}

/** A note that was made and left blank is deleted at once: neither is worth a step. */
function leavesNoTrace(last: Step, step: Step): boolean {
  const [only, ...others] = step.kind === 'changes' ? step.changes : [];
  const birth = birthIn(last);
  if (!only || others.length > 0 || birth?.id !== only.id || only.root !== 'notes' || only.key !== 'deleted')
    return false;
  return typeof only.to === 'object' && only.to !== null && 'sum' in only.to && only.to.sum === BLANK;
}
const BLANK = textSum('');

type Changes = Extract<Step, { kind: 'changes' }>;
function isSameNudge(last: Changes, step: Changes): boolean {
  if (!last.nudge || !step.nudge) return false;
  const ids = (s: Changes): string =>
    s.changes
      .map((c) => c.id)
      .sort()
      .join();
  return step.at - last.at < NUDGE_MS && ids(last) === ids(step);
}
