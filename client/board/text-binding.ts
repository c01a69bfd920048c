/**
 * A text field and a shared text kept equal, letter by letter: everybody's letters survive, the caret stays where its
 * person left it, and keyboards that compose (accents, phones, IME) are not disturbed. Knows no note and no view.
 */
import type * as Y from 'yjs';
import { spliceOf } from '../../shared/board/splice.ts';
import type { TypingSession } from '../../shared/board/undo.ts';

type Field = HTMLTextAreaElement | HTMLInputElement;
type Delta = Y.YTextEvent['delta'];

/** Where a place in the text lies after others' change. With `stick` what is inserted exactly there comes before it. */
function moved(place: number, delta: Delta, stick = false): number {
  let at = 0;
  let to = place;
  for (const part of delta) {
    if (part.retain !== undefined) at += part.retain;
    else if (typeof part.insert === 'string') {
      if (at < to || (at === to && stick)) to += part.insert.length;
      at += part.insert.length;
    } else if (part.delete !== undefined && at < to) to -= Math.min(part.delete, to - at);
    if (at > to) break;
  }
  return to;
}

/** Binds until the returned function is called, which writes what is still composing. Calling it twice is harmless. */
export function bindTextField(field: Field, text: Y.Text, typing: TypingSession): () => void {
  let shown = text.toString();
  let composing = false;
  let waiting: Delta[] = [];
  let bound = true;
  field.value = shown;

  const show = (value: string, start: number, end: number): void => {
    shown = value;
    if (field.value === value) return;
    const { scrollTop, selectionDirection } = field;
    field.value = value;
    if (field.ownerDocument.activeElement === field)
      field.setSelectionRange(start, end, selectionDirection ?? undefined);
    field.scrollTop = scrollTop;
  };
  const writeTyped = (): void => {
    const value = field.value;
    if (value === shown) return;
    const { at, remove, insert } = spliceOf(shown, value, field.selectionEnd ?? value.length);
    let from = at;
    let to = at + remove;
    for (const delta of waiting) {
      from = moved(from, delta);
      to = Math.max(from, moved(to, delta));
    }
    text.doc?.transact(() => {
      // Insert first: deleting first would let a letter typed elsewhere at this place slip in between.
      if (insert !== '') text.insert(from, insert);
      if (to > from) text.delete(from + insert.length, to - from);
    }, typing.origin);
    shown = value;
  };
  const takeIn = (): void => {
    if (waiting.length === 0) return;
    const caret = waiting.reduce((place, delta) => moved(place, delta), field.selectionEnd ?? 0);
    waiting = [];
    show(text.toString(), caret, caret);
  };
  const onText = (event: Y.YTextEvent, transaction: Y.Transaction): void => {
    if (transaction.origin === typing.origin) return;
    if (composing) {
      waiting.push(event.delta);
      return;
    }
    const start = moved(field.selectionStart ?? 0, event.delta);
    show(text.toString(), start, moved(field.selectionEnd ?? 0, event.delta));
  };
  const onInput = (): void => {
    if (!composing) writeTyped();
  };
  const onStart = (): void => {
    composing = true;
  };
  const onEnd = (): void => {
    composing = false;
    writeTyped();
    takeIn();
  };
  const onBefore = (event: Event): void => {
    if (!(event instanceof InputEvent)) return;
    if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
    event.preventDefault();
    if (event.inputType === 'historyUndo') typing.undo();
    else typing.redo();
  };
  const onKey = (event: Event): void => {
    if (!(event instanceof KeyboardEvent) || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    if (key === 'z' && !event.shiftKey) typing.undo();
    else typing.redo();
  };
  const events: readonly [string, (event: Event) => void][] = [
    ['input', onInput],
    ['compositionstart', onStart],
    ['compositionend', onEnd],
    ['beforeinput', onBefore],
    ['keydown', onKey],
  ];
  for (const [name, listener] of events) field.addEventListener(name, listener);
  text.observe(onText);
  return () => {
    if (!bound) return;
    bound = false;
    onEnd();
    text.unobserve(onText);
    for (const [name, listener] of events) field.removeEventListener(name, listener);
  };
}
