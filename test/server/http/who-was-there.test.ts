/** The minutes say who was there in the session, and who has a seat and was not. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { at, type CallScene, callScene } from '../../kit/call-scene.ts';
import { follow, type RunningApp, startRunningApp, until } from '../../kit/running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startRunningApp();
});
afterAll(() => app.close());

/** Lines of the minutes under a heading, without their markup. */
async function linesOf({ ask, facilitator }: CallScene, heading: string, of = ''): Promise<string[] | null> {
  const page = String((await ask(facilitator, 'GET', `/outputs/minutes${of}`)).body);
  const [, list] = page.split(`<h2>${heading}</h2>\n<ul>`);
  return (
    list
      ?.split('</ul>')[0]
      ?.trim()
      .split('\n')
      .map((line) => line.replace(/<[^>]+>/g, '')) ?? null
  );
}
const THERE = 'Quiénes participaron';
const ABSENT = 'Quiénes no estuvieron';

/** Comes, is let in, and goes. */
async function comeAndGo(scene: CallScene, n: number): Promise<void> {
  const visit = await follow(app, at(scene.members, n).token, scene.cohort);
  await until(() => visit.provider.synced, 'somebody to be in');
  visit.close();
}

it('says who was connected when it began and who came while it was on, and nobody else', async () => {
  const scene = await callScene(app, 4);
  const { conduct, members, cohort } = scene;
  expect(await linesOf(scene, 'Quiénes están en la cohorte')).toContain('Casa Noel: Noel');
  await comeAndGo(scene, 3);
  const before = await follow(app, at(members, 0).token, cohort);
  await until(() => before.provider.synced, 'Ana to be in');
  await conduct({ do: 'start' });
  await comeAndGo(scene, 1);
  await conduct({ do: 'close' });
  await comeAndGo(scene, 2);
  before.close();
  const there = ['Facilitación: Maribel', 'Casa Ana: Ana', 'Casa Luis: Luis', 'Casa Mari: —', 'Casa Noel: —'];
  expect(await linesOf(scene, THERE)).toEqual(there);
  expect(await linesOf(scene, ABSENT)).toEqual(['Casa Mari: Mari', 'Casa Noel: Noel']);
  await conduct({ do: 'new-session', preset: 'full' });
  await conduct({ do: 'start' });
  expect(await linesOf(scene, THERE, '/1')).toEqual(there);
  await comeAndGo(scene, 2);
  expect((await linesOf(scene, THERE))?.slice(1)).toEqual([
    'Casa Ana: —',
    'Casa Luis: —',
    'Casa Mari: Mari',
    'Casa Noel: —',
  ]);
});
