/** *Color por* on an open board: follows what others do while it is on, and changes neither the board nor its pictures. */
import { act } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addNoteAt, removeNotes } from '../../../client/board/actions.ts';
import { boardOf } from '../../../client/canvas/board.ts';
import { ColourPanel } from '../../../client/canvas/chrome/ColourPanel.tsx';
import { isSticky } from '../../../client/canvas/shapes.ts';
import { TemplateDrawing } from '../../../client/canvas/template/TemplateDrawing.tsx';
import type { NoteId } from '../../../shared/ids.ts';
import { type DrawnPage, drawPage } from '../../kit/drawn-page.tsx';
import { openCanvas, seed, type TestCanvas } from './two-canvases.ts';

let canvas: TestCanvas;
let drawn: DrawnPage;
beforeEach(() => {
  canvas = openCanvas(seed('group-iceberg'), { kind: 'group-iceberg' });
  drawn = drawPage(<ColourPanel store={canvas.store} />);
});
afterEach(() => {
  drawn.close();
  canvas.close();
});

const colouring = () => boardOf(canvas.store).colouring;
const paintOf = (id: NoteId) => colouring().paints.get().get(id);
function write(text: string): NoteId {
  let id: NoteId | null = null;
  act(() => {
    id = addNoteAt(canvas.session, [1100, 300], text);
  });
  if (!id) throw new Error('no note');
  return id;
}
const choose = async (name: string): Promise<void> => {
  if (drawn.count('fieldset') === 0) await drawn.press(drawn.named('button', /^Color por/));
  await drawn.press(drawn.named('label', name));
};

it('tells by the paper whose a note is, and has a key of it with numbers', async () => {
  const id = write('Nota de Ana');
  await choose('Organización');
  expect(paintOf(id)).toEqual({ paper: '#AADDFA', sign: 'TY' });
  expect(drawn.named('ul', 'Qué dice cada color').textContent).toBe('TYTechos1');
  expect(drawn.count('button', 'Color por: Organización')).toBe(1);
});

it('follows what comes and goes, until it is by tag again', async () => {
  await choose('Organización');
  const id = write('Nota');
  expect(paintOf(id)?.sign).toBe('TY');
  act(() => removeNotes(canvas.session, [id]));
  expect(paintOf(id)).toBeUndefined();
  await choose('Etiqueta');
  expect(colouring().paints.get().size).toBe(0);
  write('Otra');
  expect(colouring().paints.get().size).toBe(0);
});

it('stops following once the canvas is left', async () => {
  await choose('Organización');
  act(() => colouring().close());
  write('Nota');
  expect(colouring().paints.get().size).toBe(0);
});

it('leaves the papers of the board, which its pictures have, as they are', async () => {
  const id = write('Nota');
  const papers = () =>
    canvas.store
      .allRecords()
      .filter((record) => record.typeName === 'shape')
      .filter(isSticky)
      .map(({ props }) => props.fill);
  const before = papers();
  await choose('Tema');
  expect([before.length, papers()]).toEqual([1, before]);
  expect(paintOf(id)).toEqual({ paper: '#FFFFFF', sign: null });
});

it('takes the colours of tags out of the legend on the screen, which keeps their signs, and not out of pictures', async () => {
  const board = boardOf(canvas.store);
  const legendOn = (on: 'screen' | 'paper'): string[] =>
    [...drawn.page.querySelectorAll(`.on-${on} rect[width="46"]`)].map((one) => one.getAttribute('fill') ?? '');
  drawn.close();
  drawn = drawPage(
    <>
      <ColourPanel store={canvas.store} />
      {(['screen', 'paper'] as const).map((on) => (
        <svg key={on} className={`on-${on}`} aria-hidden="true">
          <TemplateDrawing board={board} on={on} />
        </svg>
      ))}
    </>,
  );
  const papers = legendOn('paper');
  expect([new Set(papers).size, legendOn('screen')]).toEqual([3, papers]);
  await choose('Tema');
  expect([legendOn('screen'), legendOn('paper')]).toEqual([['#FFFFFF', '#FFFFFF', '#FFFFFF'], papers]);
  await choose('Etiqueta');
  expect(legendOn('screen')).toEqual(papers);
});

it('goes with Esc, and gives the keyboard back to its button', async () => {
  await drawn.press(drawn.named('button', /^Color por/));
  expect(document.activeElement).toBe(drawn.page.querySelector('input:checked'));
  drawn.key(drawn.named('label', 'Tema'), 'Escape');
  expect([drawn.count('fieldset'), document.activeElement]).toEqual([0, drawn.named('button', /^Color por/)]);
});
