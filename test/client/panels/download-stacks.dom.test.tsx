/** What the sheet of downloads says of a board with stacks: a picture has the note on top alone. */
import { act } from 'react';
import { expect, it } from 'vitest';
import { addNote } from '../../../client/board/actions.ts';
import { stack, unstack } from '../../../client/board/stacks.ts';
import { DownloadMenu } from '../../../client/panels/DownloadMenu.tsx';
import { drawPage } from '../../kit/drawn-page.tsx';
import { joinedSessions } from '../../kit/session.ts';
import '../../kit/dialogs.ts';

it('says so as long as there is one', () => {
  const [ana] = joinedSessions('group-iceberg', 1);
  if (!ana) throw new Error('a session was asked for');
  const none = (): void => undefined;
  const { text, close } = drawPage(
    <DownloadMenu
      session={ana}
      language="es"
      exportImage={null}
      exportJson={async () => ({ ok: true, snapshot: null })}
      onOpenBoard={none}
      onClose={none}
    />,
  );
  const [one, top] = ['Se van', 'Se van las maestras'].map((words) => {
    let id: ReturnType<typeof addNote> = null;
    act(() => {
      id = addNote(ana, 'results', { text: words });
    });
    if (id === null) throw new Error('a note was asked for');
    return id;
  });
  if (!one || !top) throw new Error('two notes');
  expect(text()).not.toContain('De cada pila');
  act(() => stack(ana, [one, top]));
  expect(text()).toContain('De cada pila, la imagen muestra la nota de encima y cuántas son.');
  act(() => unstack(ana, top));
  expect(text()).not.toContain('De cada pila');
  close();
  ana.close();
});
