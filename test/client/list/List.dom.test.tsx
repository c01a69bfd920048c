/** The list as people use it: read, write, tag, move, delete, group; live with others, the keyboard never lost. */
import { act } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { addNote, makeTheme, moveToArea } from '../../../client/board/actions.ts';
import type { BoardSession } from '../../../client/board/session.ts';
import { beginWriting, type Writing } from '../../../client/board/writing.ts';
import type { Note } from '../../../shared/board/note.ts';
import { noteAt, readNotes } from '../../../shared/board/notes.ts';
import type { NoteId } from '../../../shared/ids.ts';
import { areaOf } from '../../../shared/template/geometry.ts';
import type { AreaId, BoardKind } from '../../../shared/template/kinds.ts';
import { joinedSessions } from '../../kit/session.ts';
import { type DrawnList, drawList } from './drawn-list.tsx';

const open: { close(): void }[] = [];
afterEach(() => {
  vi.useRealTimers();
  for (const one of open.splice(0).reverse()) one.close();
});

function two(kind: BoardKind): { ana: BoardSession; luis: BoardSession } {
  const [ana, luis] = joinedSessions(kind, 2);
  if (!ana || !luis) throw new Error('two sessions were asked for');
  open.push(ana, luis);
  return { ana, luis };
}
function draw(session: BoardSession, props: Parameters<typeof drawList>[1] = {}): DrawnList {
  const drawn = drawList(session, props);
  open.push(drawn);
  return drawn;
}
function written(session: BoardSession, text: string, area: AreaId = 'results'): NoteId {
  let id: NoteId | null = null;
  act(() => {
    id = addNote(session, area, { text });
  });
  if (id === null) throw new Error('no note was added');
  return id;
}
function writingIn(session: BoardSession, id: NoteId): Writing {
  let writing: Writing | null = null;
  act(() => {
    writing = beginWriting(session, id);
  });
  if (!writing) throw new Error(`nobody may write in ${id}`);
  return writing;
}
const at = (session: BoardSession, id: NoteId): Note => {
  const note = noteAt(session.doc, id);
  if (!note) throw new Error(`no note ${id}`);
  return note;
};
const part = (drawn: DrawnList, id: NoteId, name: string): Element => {
  const found = drawn.card(id).querySelector(`[data-part="${name}"]`);
  if (!found) throw new Error(`no ${name} in the row of ${id}`);
  return found;
};
const composer = (drawn: DrawnList, area: AreaId): Element => drawn.named(`[data-composer="${area}"]`, /./);
const said = (drawn: DrawnList): string => drawn.page.querySelector('[aria-live]')?.textContent ?? '';

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
  expect(readNotes(ana.doc).map((note) => note.text)).toEqual(['Depende de…']);
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
  expect(said(drawn)).toBe('1 nota movida a Creencias e historias');
  expect(document.activeElement).toBe(part(drawn, id, 'menu'));
});

it('keeps writing while somebody else moves the note', () => {
  const { ana, luis } = two('iceberg');
  const drawn = draw(ana);
  const id = written(ana, 'Una plaza');
  drawn.press(part(drawn, id, 'text'));
  const field = part(drawn, id, 'text');
  if (!(field instanceof HTMLTextAreaElement)) throw new Error('not a field');
  field.setSelectionRange(3, 3);
  act(() => moveToArea(luis, [id], 'patterns'));
  const again = part(drawn, id, 'text');
  expect(again).toBeInstanceOf(HTMLTextAreaElement);
  drawn.type(again, ' sola');
  expect(at(luis, id).text).toBe('Una sola plaza');
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

it('does not delete a note somebody else is writing', () => {
  const { ana, luis } = two('iceberg');
  const drawn = draw(ana);
  const id = written(ana, 'Una');
  const writing = writingIn(luis, id);
  drawn.press(part(drawn, id, 'menu'));
  drawn.press(drawn.named('[role="menuitem"]', 'Borrar'));
  expect(at(ana, id).text).toBe('Una');
  expect(ana.notice.get()).not.toBeNull();
  act(() => writing.end());
});

it('lets only the author take «Solo mi tablero» away', () => {
  const { ana, luis } = two('iceberg');
  const mine = draw(ana);
  const id = written(luis, 'De Luis');
  mine.press(part(mine, id, 'menu'));
  mine.press(mine.named('[role="menuitemcheckbox"]', /^Solo mi tablero/));
  expect(at(luis, id).private).toBe(true);
  mine.press(part(mine, id, 'menu'));
  const item = mine.named('[role="menuitemcheckbox"]', /^Solo mi tablero/);
  expect(item.getAttribute('aria-disabled')).toBe('true');
  mine.press(item);
  expect(at(luis, id).private).toBe(true);
});

it('makes a theme of the chosen notes and lets its title be written', () => {
  const { ana, luis } = two('group-iceberg');
  const drawn = draw(ana);
  const ids = ['Una', 'Dos'].map((text) => written(ana, text, 'patterns'));
  for (const id of ids) drawn.press(part(drawn, id, 'check'));
  drawn.press(drawn.named('button', 'Crear tema con la selección'));
  drawn.type(drawn.named('textarea', 'Nombre del tema'), 'Personal');
  drawn.key(drawn.named('textarea', 'Nombre del tema'), 'Enter');
  const [theme] = luis.themes.get();
  expect(theme?.title).toBe('Personal');
  expect(ids.map((id) => at(luis, id).theme)).toEqual([theme?.id, theme?.id]);
  expect(
    drawn
      .card(ids[0] ?? ('' as NoteId))
      .closest('section')
      ?.querySelector('h3')?.textContent,
  ).toBe('Personal');
});

it('takes a note out of its theme, merges and dissolves themes', () => {
  const { ana } = two('group-iceberg');
  const [one, other] = [written(ana, 'Una'), written(ana, 'Dos')];
  makeTheme(ana, 'A', [one]);
  makeTheme(ana, 'B', [other]);
  const drawn = draw(ana);
  drawn.press(drawn.named('button', 'Acciones del tema: B'));
  drawn.press(drawn.named('[role="menuitem"]', 'Unir con “A”'));
  expect(ana.themes.get().map((theme) => theme.title)).toEqual(['A']);
  drawn.press(part(drawn, other, 'menu'));
  drawn.press(drawn.named('[role="menuitem"]', 'Sacar del tema'));
  expect(at(ana, other).theme).toBeNull();
  drawn.press(drawn.named('button', 'Acciones del tema: A'));
  drawn.press(drawn.named('[role="menuitem"]', 'Disolver el tema'));
  expect(ana.themes.get()).toEqual([]);
  expect(readNotes(ana.doc)).toHaveLength(2);
});

it('offers nothing to write to those who only read', () => {
  const { ana } = two('iceberg');
  const id = written(ana, 'Una');
  const drawn = draw({ ...ana, right: { get: () => 'read', subscribe: () => () => undefined } });
  expect(drawn.card(id).textContent).toContain('Una');
  expect(drawn.page.querySelectorAll('button, textarea, input')).toHaveLength(0);
});

it('tells the notes of others together, after a pause', () => {
  vi.useFakeTimers();
  const { ana, luis } = two('iceberg');
  const drawn = draw(ana);
  written(luis, 'Una', 'patterns');
  act(() => vi.advanceTimersByTime(1000));
  written(luis, 'Dos', 'patterns');
  written(ana, 'Mía', 'patterns');
  expect(said(drawn)).toBe('');
  act(() => vi.advanceTimersByTime(10_000));
  expect(said(drawn)).toBe('2 notas nuevas en Hábitos y patrones');
});

it('brings the chosen notes', () => {
  const { ana } = two('iceberg');
  const onBring = vi.fn();
  const drawn = draw(ana, { onBring });
  const id = written(ana, 'Una');
  drawn.press(part(drawn, id, 'check'));
  const bar = drawn.named('section', 'Notas escogidas');
  const bring = [...bar.querySelectorAll('button')].find((one) => one.textContent === 'Llevar al iceberg grupal');
  if (!bring) throw new Error('no button to bring');
  drawn.press(bring);
  expect(onBring).toHaveBeenCalledWith([id]);
});
