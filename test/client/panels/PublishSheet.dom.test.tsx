/** What *Publicar todo* asks for, and what it leaves out and says so. */
import { act } from 'react';
import { afterEach, expect, it } from 'vitest';
import { addNote } from '../../../client/board/actions.ts';
import type { BoardSession } from '../../../client/board/session.ts';
import { writable } from '../../../client/board/store.ts';
import { PublishSheet } from '../../../client/panels/PublishSheet.tsx';
import { rewriteText, STATEMENT, textAt } from '../../../shared/board/texts.ts';
import type { ValuePart } from '../../../shared/cohort/call.ts';
import type { Cohort } from '../../../shared/cohort/document.ts';
import type { Right } from '../../../shared/cohort/roles.ts';
import { type DrawnPage, drawPage } from '../../kit/drawn-page.tsx';
import { joinedSessions } from '../../kit/session.ts';
import '../../kit/dialogs.ts';

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0).reverse()) close();
});

interface Scene {
  readonly page: DrawnPage;
  readonly asked: (readonly ValuePart[])[];
  readonly ana: BoardSession;
  say(words: string): void;
}

function scene(more: Partial<BoardSession> = {}): Scene {
  const [joined] = joinedSessions('value', 1);
  if (!joined) throw new Error('a session was asked for');
  const ana = { ...joined, ...more };
  const asked: (readonly ValuePart[])[] = [];
  const publish = async (parts: readonly ValuePart[]) => {
    asked.push(parts);
    return { ok: true } as const;
  };
  const none = (): void => undefined;
  const page = drawPage(<PublishSheet session={ana} language="es" publish={publish} onGallery={none} onClose={none} />);
  open.push(ana.close, page.close);
  const say = (words: string): void => {
    const text = textAt(ana.doc, STATEMENT);
    if (text) act(() => rewriteText(ana.writer, text, words));
  };
  return { page, asked, ana, say };
}
const LEFT_OUT = '«En una oración» todavía tiene espacios en blanco: no sale con Publicar todo.';

it('leaves a sentence with blanks out of everything, says so, and publishes it where that is asked for', async () => {
  const { page, asked, ana, say } = scene();
  const all = () => page.named('button', 'Publicar todo');
  say('Con manos, Casa logra ____ por medio de ____.');
  expect(page.text()).toContain(LEFT_OUT);
  expect(all()).toHaveProperty('disabled', true);
  act(() => void addNote(ana, 'beneficiaries', { text: 'Vecinas' }));
  await page.press(all());
  await page.press(page.named('button', 'Publicar: En una oración'));
  say('Con manos, Casa logra techos por medio de brigadas.');
  expect(page.text()).not.toContain(LEFT_OUT);
  await page.press(all());
  expect(asked).toEqual([['beneficiaries'], ['statement'], ['beneficiaries', 'statement']]);
  // The button that published is still there, and so is the focus.
  expect(document.activeElement?.getAttribute('role')).not.toBe('status');
});

it('takes back what is in the gallery while nothing may be published, and says what that means after the end', async () => {
  const [ana] = joinedSessions('value', 1);
  if (!ana) throw new Error('a session was asked for');
  open.push(ana.close);
  const before = ana.cohort.get();
  const cohort = writable<Cohort>(before);
  const { page, asked, say } = scene({ right: writable<Right>('read'), cohort });
  say('Logramos techo seguro.');
  expect(page.named('h2', 'Retirar de la Galería')).toBeTruthy();
  expect(page.text()).toContain('Nada de este tablero está en la Galería.');
  expect(page.count('li')).toBe(0);
  const organisation = ana.board.organisation ?? before.organisations[0]?.id;
  if (!organisation) throw new Error('an organisation');
  const gallery = [{ organisation, parts: { statement: ['Logramos'], value: ['x'] }, at: 1 }];
  act(() => cohort.set({ ...before, gallery }));
  expect(page.text()).toContain('Lo que publicaron lo pueden retirar cuando quieran.');
  expect(page.text()).not.toContain('La sesión terminó');
  act(() => cohort.set({ ...before, gallery, call: { ...before.call, status: 'closed' } }));
  expect(page.text()).toContain('La sesión terminó: lo que retiren no vuelve a la Galería, a menos que se reabra.');
  expect([...page.page.querySelectorAll('li button')].map((one) => one.textContent)).toEqual(['Retirar', 'Retirar']);
  expect(page.count('button', 'Publicar todo')).toBe(0);
  await page.press(page.named('button', 'Retirar de la Galería: En una oración'));
  expect(asked).toEqual([['statement']]);
  expect(document.activeElement?.textContent).toBe('Retirado de la Galería.');
});
