/** The list as people use it: read, write, tag, move, delete, group; live with others, the keyboard never lost. */
import { act } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { moveToArea } from '../../../client/board/actions.ts';
import { noteAt, readNotes } from '../../../shared/board/notes.ts';
import { areaOf } from '../../../shared/template/geometry.ts';
import { layerTexts } from '../../../shared/template/texts.ts';
import { at, composer, draw, part, said, two, writingIn, written } from './two-people.tsx';

afterEach(() => {
  vi.unstubAllGlobals();
});

it('shows notes under the heading of their layer, and what somebody else adds', () => {
  const { ana, luis } = two('iceberg');
  const drawn = draw(ana);
  const id = written(luis, 'Nos quedamos sin plaza', 'structures');
  const section = drawn.card(id).closest('section');
  expect(section?.querySelector('h2')?.textContent).toBe('Sistemas y estructuras');
  expect(drawn.card(id).textContent).toContain('Nos quedamos sin plaza');
});

it('puts a note on the board with its first letter, and Enter makes room for the next', () => {
  const { ana, luis } = two('iceberg');
  const drawn = draw(ana);
  const field = composer(drawn, 'patterns');
  drawn.type(field, 'C');
  expect(readNotes(luis.doc).map((note) => note.text)).toEqual(['C']);
  drawn.type(field, 'ada diciembre corremos');
  drawn.key(field, 'Enter', { shiftKey: true });
  drawn.key(field, 'Enter');
  const [note] = readNotes(luis.doc);
  expect(note?.text).toBe('Cada diciembre corremos');
  expect(note && areaOf('iceberg', note.pos)).toBe('patterns');
  expect(field).toHaveProperty('value', '');
  drawn.type(field, 'Otra');
  drawn.key(field, 'Enter');
  expect(readNotes(ana.doc)).toHaveLength(2);
  expect(said(drawn)).toBe('Nota añadida en Hábitos y patrones');
});

it('takes a whole new note back with one undo, and gives it again with one redo', () => {
  const { ana } = two('iceberg');
  const drawn = draw(ana);
  const field = composer(drawn, 'results');
  for (const letter of 'Una') drawn.type(field, letter);
  drawn.key(field, 'Enter');
  drawn.press(drawn.named('button', 'Deshacer'));
  expect(readNotes(ana.doc)).toEqual([]);
  drawn.press(drawn.named('button', 'Rehacer'));
  expect(readNotes(ana.doc).map((note) => note.text)).toEqual(['Una']);
});

it('does not leave a note behind when nothing was written', () => {
  const { ana } = two('iceberg');
  const drawn = draw(ana);
  const field = composer(drawn, 'results');
  drawn.key(field, 'Enter');
  drawn.type(field, '   ');
  drawn.key(field, 'Enter');
  expect(readNotes(ana.doc)).toEqual([]);
});

it('begins a sentence with a starter', () => {
  const { ana } = two('iceberg');
  const drawn = draw(ana);
  drawn.press(drawn.named('button', 'Depende de…'));
  expect(readNotes(ana.doc).map((note) => note.text)).toEqual(['Depende de ']);
});

it('makes one note a line of a pasted list', () => {
  const { ana } = two('iceberg');
  const drawn = draw(ana);
  act(() => {
    const paste = new Event('paste', { bubbles: true, cancelable: true });
    Object.assign(paste, { clipboardData: { getData: () => '• Uno\n• Dos\n• Tres' } });
    composer(drawn, 'beliefs').dispatchEvent(paste);
  });
  expect(
    readNotes(ana.doc)
      .map((note) => note.text)
      .sort(),
  ).toEqual(['Dos', 'Tres', 'Uno']);
  expect(said(drawn)).toBe('3 notas añadidas en Creencias e historias');
});

it('writes in a note together with somebody else; both texts survive and each sees the other', () => {
  const { ana, luis } = two('iceberg');
  const drawn = draw(ana);
  const id = written(luis, 'plaza');
  drawn.press(part(drawn, id, 'text'));
  const field = part(drawn, id, 'text');
  expect(document.activeElement).toBe(field);
  const writing = writingIn(luis, id);
  act(() => writing.text.insert(0, 'Una '));
  drawn.type(field, ' vacía');
  expect(at(luis, id).text).toBe('Una plaza vacía');
  expect(drawn.card(id).textContent).toContain('Luis Soto está escribiendo');
  expect(luis.peers.get().map((peer) => peer.editing)).toEqual([`note:${id}`]);
  drawn.key(field, 'Escape');
  expect(luis.peers.get().map((peer) => peer.editing)).toEqual([null]);
  act(() => writing.end());
});

it('goes on to the next note with Ctrl+Enter', () => {
  const { ana } = two('iceberg');
  const drawn = draw(ana);
  const id = written(ana, 'Una');
  drawn.press(part(drawn, id, 'text'));
  drawn.key(part(drawn, id, 'text'), 'Enter', { ctrlKey: true });
  expect(document.activeElement).toBe(composer(drawn, 'results'));
});

it('tags with two marks that do not touch each other', () => {
  const { ana, luis } = two('iceberg');
  const drawn = draw(ana);
  const id = written(ana, 'Una');
  drawn.press(part(drawn, id, 'operational'));
  drawn.press(part(drawn, id, 'programmatic'));
  expect(at(luis, id)).toMatchObject({ operational: true, programmatic: true });
  expect(part(drawn, id, 'operational').getAttribute('aria-pressed')).toBe('true');
  drawn.press(part(drawn, id, 'operational'));
  expect(at(luis, id)).toMatchObject({ operational: false, programmatic: true });
  drawn.press(part(drawn, id, 'star'));
  expect(at(luis, id).star).toBe(true);
});

it('moves a note to another layer from its menu, says so and keeps the keyboard on it', () => {
  const { ana, luis } = two('iceberg');
  const drawn = draw(ana);
  const id = written(ana, 'Una');
  drawn.press(part(drawn, id, 'menu'));
  drawn.press(drawn.named('[role="menuitem"]', 'Creencias e historias'));
  expect(areaOf('iceberg', at(luis, id).pos)).toBe('beliefs');
  expect(ana.notice.get()).toMatchObject({ key: 'list.said.moved', values: { area: 'Creencias e historias' } });
  expect(document.activeElement).toBe(part(drawn, id, 'menu'));
  act(() => void moveToArea(luis, [written(luis, 'Otra')], 'patterns'));
  act(() => ana.notice.get()?.action?.run());
  expect(areaOf('iceberg', at(luis, id).pos)).toBe('results');
  expect(
    readNotes(ana.doc)
      .map(({ pos }) => areaOf('iceberg', pos))
      .sort(),
  ).toEqual(['patterns', 'results']);
});

it('does not put a note back that somebody else has moved since', () => {
  const { ana, luis } = two('iceberg');
  const drawn = draw(ana);
  const id = written(ana, 'Una');
  drawn.press(part(drawn, id, 'menu'));
  drawn.press(drawn.named('[role="menuitem"]', 'Creencias e historias'));
  act(() => void moveToArea(luis, [id], 'patterns'));
  act(() => ana.notice.get()?.action?.run());
  expect(areaOf('iceberg', at(luis, id).pos)).toBe('patterns');
});

it('keeps writing while somebody else moves the note', () => {
  const { ana, luis } = two('iceberg');
  const drawn = draw(ana);
  const id = written(ana, 'Una plaza');
  drawn.press(part(drawn, id, 'text'));
  const field = part(drawn, id, 'text');
  if (!(field instanceof HTMLTextAreaElement)) throw new Error('not a field');
  field.setSelectionRange(3, 3);
  act(() => void moveToArea(luis, [id], 'patterns'));
  const again = part(drawn, id, 'text');
  expect(again).toBeInstanceOf(HTMLTextAreaElement);
  drawn.type(again, ' sola');
  expect(at(luis, id).text).toBe('Una sola plaza');
});

it.each([
  ['the field for the next one', false, '[data-composer="results"]'],
  ['no field where it would bring up a keyboard', true, '[role="tab"][aria-selected="true"]'],
])('goes to %s when the last note is deleted', (_, isTouched, place) => {
  vi.stubGlobal('matchMedia', (media: string) => ({
    matches: isTouched && /coarse|max-width/.test(media),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  const { ana } = two('iceberg');
  const drawn = draw(ana);
  const id = written(ana, 'Una');
  drawn.press(part(drawn, id, 'menu'));
  drawn.press(drawn.named('[role="menuitem"]', 'Borrar'));
  expect(noteAt(ana.doc, id)).toBeNull();
  expect(document.activeElement?.matches(place)).toBe(true);
});

it('asks in full on a phone, where the field cuts the question, until there is a note', () => {
  vi.stubGlobal('matchMedia', (media: string) => ({
    matches: /max-width/.test(media),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  const { ana } = two('iceberg');
  const drawn = draw(ana);
  const asked = (): string[] =>
    [...drawn.page.querySelectorAll('section[data-area] header li')].map((one) => one.textContent ?? '');
  expect(asked()).toEqual(layerTexts('results', 'es').questions);
  expect(drawn.page.textContent).not.toContain('Nada aquí todavía');
  written(ana, 'Una');
  expect(asked()).toEqual([]);
});

it('goes to the neighbour when the note under the keyboard is deleted', () => {
  const { ana } = two('iceberg');
  const drawn = draw(ana);
  const ids = ['Una', 'Dos'].map((text) => written(ana, text));
  const [first, second] = [...drawn.page.querySelectorAll<HTMLElement>('[data-note]')].map((card) => card.dataset.note);
  const gone = ids.find((id) => id === first);
  const left = ids.find((id) => id === second);
  if (!gone || !left) throw new Error('two notes were added');
  drawn.press(part(drawn, gone, 'menu'));
  drawn.press(drawn.named('[role="menuitem"]', 'Borrar'));
  expect(noteAt(ana.doc, gone)).toBeNull();
  expect(drawn.card(left).contains(document.activeElement)).toBe(true);
  drawn.press(drawn.named('button', 'Deshacer'));
  expect(at(ana, gone).text).not.toBe('');
});

/** The sentence comes by itself: boards of another kind have none. */
const sentenceHere = () => act(() => import('../../../client/list/Statement.tsx'));

it('has the sentence of a value proposition as a part of its own on a phone', async () => {
  vi.stubGlobal('matchMedia', (media: string) => ({
    matches: /max-width/.test(media),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  const { ana } = two('value');
  const drawn = draw(ana);
  const seen = (): (string | undefined)[] =>
    [...drawn.page.querySelectorAll<HTMLElement>('section[data-area], [data-composer]')].map(
      ({ dataset }) => dataset.composer ?? dataset.area,
    );
  expect(seen()).toEqual(['beneficiaries', 'beneficiaries']);
  drawn.press(drawn.named('[role="tab"]', /Oración/));
  await sentenceHere();
  // A field for notes under the sentence took the sentence itself.
  expect(seen()).toEqual(['statement']);
  drawn.key(drawn.named('[role="tab"]', /Oración/), 'ArrowRight');
  expect(seen()).toEqual(['beneficiaries', 'beneficiaries']);
});

it('goes on in the sentence, at its first gap, when the frame is put into it', async () => {
  const { ana } = two('value');
  const drawn = draw(ana);
  await sentenceHere();
  const button = drawn.named('button', 'Usar este marco');
  button.focus();
  drawn.press(button);
  const field = document.activeElement;
  if (!(field instanceof HTMLTextAreaElement)) throw new Error('the keyboard is in no field');
  expect(field.closest('section')?.dataset.area).toBe('statement');
  expect(field.value.slice(0, field.selectionStart)).toBe('Con ');
  expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('____');
  drawn.type(field, 'talleres');
  expect(field.value).toMatch(/^Con talleres, /);
});
