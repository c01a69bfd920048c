/** A group iceberg that is paused or read in silence: the one way onto it that needs no right in it is shut too. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addNotes } from '../../../shared/board/notes.ts';
import type { NoteId } from '../../../shared/ids.ts';
import { at, callScene } from '../../kit/call-scene.ts';
import { follow, type RunningApp, startRunningApp, until, whyOf } from '../../kit/running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startRunningApp();
});
afterAll(() => app.close());

it('takes nothing new meanwhile, and gives back what somebody takes back', async () => {
  const { conduct, members, organisations, board } = await callScene(app, 1);
  const ana = at(members, 0);
  const [iceberg, group] = [await board(ana, 'iceberg', at(organisations, 0)), await board(ana, 'group-iceberg')];
  const own = await follow(app, ana.token, iceberg);
  addNotes({ doc: own.doc, origin: null }, [{ id: 'n1' as NoteId, pos: [700, 200], createdAt: 1, text: 'una' }]);
  await until(() => own.provider.synced, 'the note to be sent');
  const move = (which: string) =>
    app.ask('POST', `/api/boards/${iceberg}/${which}`, { token: ana.token, body: { notes: ['n1'] } });
  await conduct({ do: 'start' });
  await conduct({ do: 'go', phase: 'transfer' });
  const locks = [
    (on: boolean) => conduct({ do: 'pause', boards: [group], on }),
    (on: boolean) => conduct({ do: 'reading', on }),
  ];
  for (const lock of locks) {
    await lock(true);
    expect(whyOf(await move('bring'))).toBe('bringing-closed');
    await lock(false);
    expect((await move('bring')).status).toBe(200);
    await lock(true);
    expect((await move('withdraw')).status).toBe(200);
    await lock(false);
  }
  await conduct({ do: 'pause', boards: [iceberg], on: false });
  expect((await move('bring')).status).toBe(200);
  own.close();
});
