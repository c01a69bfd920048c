/** What *Publicar todo* asks for, and what it leaves out and says so. */
import { act } from 'react';
import { afterEach, expect, it } from 'vitest';
import { addNote } from '../../../client/board/actions.ts';
import type { BoardSession } from '../../../client/board/session.ts';
import { PublishSheet } from '../../../client/panels/PublishSheet.tsx';
import { rewriteText, STATEMENT, textAt } from '../../../shared/board/texts.ts';
import type { ValuePart } from '../../../shared/cohort/call.ts';
import { type DrawnPage, drawPage } from '../../kit/drawn-page.tsx';
import { joinedSessions } from '../../kit/session.ts';
import '../../kit/dialogs.ts';

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0).reverse()) close();
});

function scene(): { page: DrawnPage; asked: (readonly ValuePart[])[]; ana: BoardSession; say(words: string): void } {
  const [ana] = joinedSessions('value', 1);
  if (!ana) throw new Error('a session was asked for');
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
});
