import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { bindTextField } from '../../../client/board/text-binding.ts';
import { createUndo } from '../../../shared/board/undo.ts';

/** A text with one person at a field and somebody else far away. */
function setUp(initial: string) {
  const doc = new Y.Doc();
  const text = doc.getText('t');
  text.insert(0, initial);
  const undo = createUndo(doc, () => 0);
  const field = document.createElement('textarea');
  document.body.append(field);
  field.focus();
  const typing = undo.typing(text);
  const unbind = bindTextField(field, text, typing);
  return { doc, text, field, undo, typing, unbind };
}
function type(field: HTMLTextAreaElement, letters: string): void {
  const at = field.selectionStart;
  field.setRangeText(letters, at, field.selectionEnd, 'end');
  field.dispatchEvent(new Event('input'));
}

describe('a text field on a shared text', () => {
  test('what is typed reaches the text, and others’ letters the field; the caret stays at its letter', () => {
    const { text, field } = setUp('hola mundo');
    field.setSelectionRange(4, 4);
    type(field, '!');
    expect(text.toString()).toBe('hola! mundo');
    text.insert(0, '¡');
    expect(field.value).toBe('¡hola! mundo');
    expect(field.selectionStart).toBe(6);
    text.insert(field.value.length, ' de hielo');
    expect(field.selectionStart).toBe(6);
    text.delete(0, 3);
    expect([field.value, field.selectionStart]).toEqual(['la! mundo de hielo', 3]);
  });

  test('while a keyboard composes, nothing is pulled from under it; afterwards both are there', () => {
    const { text, field } = setUp('acción');
    field.setSelectionRange(6, 6);
    field.dispatchEvent(new CompositionEvent('compositionstart'));
    type(field, ' nñ');
    text.insert(0, 'La ');
    expect(field.value).toBe('acción nñ');
    field.dispatchEvent(new CompositionEvent('compositionend'));
    expect(text.toString()).toBe('La acción nñ');
    expect([field.value, field.selectionStart]).toEqual(['La acción nñ', 12]);
  });

  test('Ctrl+Z in the field takes back my letters only', () => {
    const { text, field } = setUp('');
    type(field, 'mío');
    text.insert(3, ' ajeno');
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true }));
    expect([text.toString(), field.value]).toEqual([' ajeno', ' ajeno']);
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Z', ctrlKey: true, shiftKey: true }));
    expect(text.toString()).toBe('mío ajeno');
  });

  test('unbinding writes what was still composing, and may be done twice', () => {
    const { text, field, unbind } = setUp('');
    field.dispatchEvent(new CompositionEvent('compositionstart'));
    type(field, 'casi');
    unbind();
    unbind();
    expect(text.toString()).toBe('casi');
    type(field, ' no');
    expect(text.toString()).toBe('casi');
  });
});
