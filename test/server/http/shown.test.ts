/** What the screens of rooms show: set by facilitation alone, known to everybody at once, gone with the phase. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readCohort } from '../../../shared/cohort/document.ts';
import { at, type CallScene, callScene } from '../../kit/call-scene.ts';
import { follow, join, type RunningApp, startRunningApp, until, whyOf } from '../../kit/running-app.ts';

let app: RunningApp;
let scene: CallScene;
beforeAll(async () => {
  app = await startRunningApp();
  scene = await callScene(app, 2);
});
afterAll(() => app.close());

const BELIEFS = { slide: 'beliefs', page: 0 } as const;

it('is for facilitation alone: not for a participant, a guest of the call, or the screen itself', async () => {
  await scene.conduct({ do: 'go', phase: 'cluster' });
  const { projection = '' } = scene.links;
  const others = [
    at(scene.members, 0),
    await join(app, scene.links.viewing, 'Fondo'),
    await join(app, projection, 'Sala'),
  ];
  for (const who of others)
    expect(whyOf(await scene.ask(who, 'POST', '/call', { do: 'show', shown: BELIEFS }))).toBe('facilitator-only');
  expect((await scene.conduct({ do: 'show', shown: BELIEFS })).shown).toEqual(BELIEFS);
});

it.each([
  { slide: 'everything', page: 0 },
  { slide: 'theme:', page: 0 },
  { slide: 'theme:<b>', page: 0 },
  { slide: 'beliefs', page: -1 },
  { slide: 'beliefs', page: 0.5 },
  { slide: 'beliefs' },
  'beliefs',
])('is no garbage: %j', async (shown) => {
  expect(whyOf(await scene.ask(scene.facilitator, 'POST', '/call', { do: 'show', shown }))).toBe('bad-request');
});

it('reaches a screen that follows the cohort, and ends with the phase', async () => {
  const screen = await join(app, scene.links.projection ?? '', 'Sala');
  const room = await follow(app, screen.token, scene.cohort);
  const shown = () => readCohort(room.doc).call.shown;
  try {
    await scene.conduct({ do: 'go', phase: 'cluster' });
    await scene.conduct({ do: 'show', shown: { slide: 'theme:t1', page: 2 } });
    await until(() => shown()?.slide === 'theme:t1' && shown()?.page === 2, 'the theme on the screen');
    await scene.conduct({ do: 'next' });
    await until(() => shown() === null, 'the phase to show its own');
  } finally {
    room.close();
  }
});
