/** Doors that must stay closed, tried by people of a played call. Knows rights by their answers only. */
import { expect } from 'vitest';
import { connectionAnswer } from '../../shared/api.ts';
import { type Line, openLine } from './replay-line.ts';
import type { Person } from './replay-person.ts';
import type { Stage } from './replay-stage.ts';
import { Wiretap } from './replay-wiretap.ts';
import { join, ok, until, whyOf } from './running-app.ts';

/** Nobody sees another organisation's iceberg: not with a request, and not with the credentials of the own board. */
export async function expectClosedDoors(stage: Stage): Promise<void> {
  const homes = stage.call.organizations.map(({ id }) => id);
  for (const [i, home] of homes.entries()) {
    const others = homes.filter((other) => other !== home).flatMap((other) => stage.team(other));
    for (const person of [...others, ...stage.facilitators()]) await expectRefused(stage, person, home);
    const [neighbour] = stage.team(homes[(i + 1) % homes.length] ?? '');
    if (neighbour) await expectNoWayIn(stage, neighbour, home);
  }
}

async function expectRefused(stage: Stage, person: Person, home: string): Promise<void> {
  const board = await stage.iceberg(home);
  const answers = await Promise.all([
    stage.ask(person, 'POST', `/api/boards/${board}/connection`),
    stage.ask(person, 'GET', `/api/boards/${board}/export`),
  ]);
  for (const answer of answers) expect([answer.status, whyOf(answer)]).toEqual([403, 'no-right']);
}

async function expectNoWayIn(stage: Stage, person: Person, home: string): Promise<void> {
  const room = await stage.iceberg(home);
  const group = stage.sharedLines('group')[0]?.provider.roomname;
  const own = ok(await stage.ask(person, 'POST', `/api/boards/${group}/connection`), connectionAnswer);
  const tap = new Wiretap();
  const line = openLine({ ...own, room }, tap, null);
  await until(() => line.closed.length > 0, 'the door to be closed');
  expect(line.closed).toEqual([4403]);
  expect(tap.now()).toBe(0);
  line.close();
}

/** Opens the group iceberg through the viewing link, on a device that has nothing yet. */
export async function openAsViewer(stage: Stage, group: string, tap: Wiretap): Promise<Line> {
  const { token } = await join(stage.app, stage.cohort.links.viewing, 'Fundación');
  const answer = await stage.app.ask('POST', `/api/boards/${group}/connection`, { token });
  const line = openLine(ok(answer, connectionAnswer), tap, null);
  await until(() => line.provider.synced, 'the group iceberg');
  return line;
}
