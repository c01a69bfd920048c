/** Where somebody writes: what unfolds, moves aside or waits for it asks. */
import { expect, it } from 'vitest';
import { isField } from '../../../client/ui/is-field.ts';

const made = (html: string): Element | null => {
  const place = document.createElement('div');
  place.innerHTML = html;
  return place.firstElementChild;
};

it.each([
  '<textarea></textarea>',
  '<input>',
  '<input type="search">',
  '<input type="number">',
  '<p contenteditable="true"></p>',
])('is a field: %s', (html) => expect(isField(made(html))).toBe(true));

it.each(['radio', 'checkbox', 'range', 'file', 'color'])('is none where something is chosen: %s', (type) => {
  expect(isField(made(`<input type="${type}">`))).toBe(false);
});

it.each(['<button></button>', '<p></p>'])('is none: %s', (html) => expect(isField(made(html))).toBe(false));
