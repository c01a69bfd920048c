/** Files of the closing and of a feedback board say of people what the screens say; the copies on the server know more. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copiesAnswer } from '../../../shared/api.ts';
import { addWord, readWords } from '../../../shared/board/closing.ts';
import { addGift, giftText } from '../../../shared/board/feedback.ts';
import type { EntryId, PersonId } from '../../../shared/ids.ts';
import { at, callScene } from '../../kit/call-scene.ts';
import { follow, ok, type RunningApp, startRunningApp, until } from '../../kit/running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startRunningApp();
});
afterAll(() => app.close());

it('names no person behind a word or a contribution, and puts a copy back as it was', async () => {
  const { conduct, members, organisations, facilitator, board } = await callScene(app, 2);
  const [ana, luis] = [at(members, 0), at(members, 1)];
  const [casa, red] = [at(organisations, 0), at(organisations, 1)];
  await conduct({ do: 'start' });
  await conduct({ do: 'go', phase: 'close' });
  const [wall, source] = [await board(ana, 'closing'), await board(ana, 'feedback', casa)];
  const closing = await follow(app, ana.token, wall);
  const feedback = await follow(app, ana.token, source);
  const person = ana.person.id as PersonId;
  addWord({ doc: closing.doc, origin: null }, { session: 1, person, organisation: casa, text: 'Juntes' });
  const gift = { id: 'gift-1' as EntryId, kind: 'idea', author: luis.person.id as PersonId, createdAt: 1 } as const;
  addGift({ doc: feedback.doc, origin: null }, { ...gift, organisation: red });
  giftText(feedback.doc, gift.id)?.insert(0, 'Probar de mañana');
  const read = async (path: string, who = ana): Promise<string> =>
    JSON.stringify((await app.ask('GET', `/api/boards/${path}`, { token: who.token })).body);
  const has = async (path: string, text: string) => (await read(path)).includes(text);
  while (!(await has(`${wall}/export`, 'Juntes')) || !(await has(`${source}/export`, 'de mañana')));
  const files = [await read(`${wall}/export`, luis), await read(`${wall}/export`, facilitator)];
  files.push(await read(`${source}/export`));
  for (const name of ['Antes', 'Después']) {
    await app.ask('POST', `/api/boards/${wall}/copies`, { token: ana.token, body: { name } });
  }
  const { copies } = ok(await app.ask('GET', `/api/boards/${wall}/copies`, { token: ana.token }), copiesAnswer);
  const copy = at(copies, 0).id;
  files.push(await read(`${wall}/copies/${copy}`));
  for (const file of files) {
    expect(file).not.toContain(ana.person.id);
    expect(file).not.toContain(luis.person.id);
    expect(file).toContain('"people":[]');
    expect(file).toMatch(new RegExp(`"organisation":{"json":"(${casa}|${red})"}`));
  }
  addWord({ doc: closing.doc, origin: null }, { session: 1, person, organisation: casa, text: 'Otra' });
  while (!(await has(`${wall}/export`, 'Otra')));
  const body = { as: 'in-place' };
  await app.ask('POST', `/api/boards/${wall}/copies/${copy}/restore`, { token: ana.token, body });
  await until(() => readWords(closing.doc, 1)[0]?.text === 'Juntes', 'the word that was there');
  expect(readWords(closing.doc, 1)).toMatchObject([{ person }]);
  closing.close();
  feedback.close();
});
