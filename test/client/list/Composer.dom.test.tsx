/** The field for new notes: what was written with it is seen. */
import { afterEach, expect, it } from 'vitest';
import { composer, draw, two } from './two-people.tsx';

afterEach(() => {
  Reflect.deleteProperty(Element.prototype, 'scrollIntoView');
});

it('brings a new note into sight once the field is empty again, marks it and stays in the field', () => {
  const { ana } = two('iceberg');
  const drawn = draw(ana);
  const field = composer(drawn, 'results');
  if (!(field instanceof HTMLTextAreaElement)) throw new Error('not a field');
  const shown: string[] = [];
  Element.prototype.scrollIntoView = function scrollIntoView(this: HTMLElement) {
    shown.push(`${this.textContent?.slice(0, 4)} ${field.value}`);
  };
  drawn.type(field, 'Cada diciembre corremos');
  expect(shown).toEqual([]);
  drawn.key(field, 'Enter');
  expect(shown).toEqual(['Cada ']);
  expect([...drawn.page.querySelectorAll<HTMLElement>('[data-new]')].map((card) => card.dataset.note)).toEqual(
    ana.notes.get().map((note) => note.id),
  );
  expect(document.activeElement).toBe(field);
});
