/**
 * A whole cohort call through the running server: 22 people and two facilitators with the stock provider, the incidents
 * of the script and a restart in the middle. The group iceberg must be the expected one, and private means private.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readCohort } from '../../../shared/cohort/document.ts';
import { replay } from '../../kit/replay.ts';
import { readCall } from '../../kit/replay-call.ts';
import { expectClosedDoors, openAsViewer } from '../../kit/replay-doors.ts';
import { expectCohort, expectEqualScreens, expectGroupBoard, expectIceberg } from '../../kit/replay-outcome.ts';
import { expectForgotten, expectSilence } from '../../kit/replay-silence.ts';
import type { Stage } from '../../kit/replay-stage.ts';
import { Wiretap } from '../../kit/replay-wiretap.ts';

const call = readCall();
let stage: Stage;

beforeAll(async () => {
  stage = await replay(call);
}, 60_000);
afterAll(() => stage?.close());

it('plays every part and every incident of the script', () => {
  expect(call.organizations.flatMap(({ people }) => people)).toHaveLength(22);
  expect(stage.written.size).toBe(117);
  expect(stage.settled).toEqual(new Set(call.incidents));
  expect(stage.rewritten).toEqual(new Map([['guayacan-01', 'Tres directoras en año y medio (y una interina)']]));
});

it('ends with equal screens on every board', () => expectEqualScreens(stage));

it('keeps every note of every organisation', () => {
  for (const { id } of call.organizations) expectIceberg(stage, id);
});

it('makes the expected group iceberg, on every screen', () => {
  for (const { doc } of stage.sharedLines('group')) expectGroupBoard(stage, doc);
});

it('is in the phase facilitation left it in, on every screen, over the restart', () => {
  for (const { doc } of stage.sharedLines('cohort')) {
    const { call: conducted } = readCohort(doc);
    expect(conducted).toMatchObject({ status: 'running', phase: 'cluster', reading: false, bringing: true });
  }
});

it('counts people once and notes by layer', () => expectCohort(stage));

it('lets no private note, and none before it is brought, reach another board', () => expectSilence(stage));

it('writes no note and no name in its log', () => {
  const log = stage.app.log.join('\n');
  const words = [...stage.people.values()].flatMap(({ name, seat }) => [name, seat.token]);
  const texts = call.organizations.flatMap(({ iceberg }) => iceberg.map(({ text }) => text));
  expect([...words, ...texts.filter((text) => text.length > 3)].filter((word) => log.includes(word))).toEqual([]);
});

it('keeps the doors of the organisations closed', () => expectClosedDoors(stage));

it('has it all after a restart, without anybody bringing it back, and nothing of what was taken back', async () => {
  const group = stage.sharedLines('group')[0]?.provider.roomname ?? '';
  for (const person of stage.people.values()) person.leave();
  await stage.app.restart();
  const tap = new Wiretap();
  const line = await openAsViewer(stage, group, tap);
  expectGroupBoard(stage, line.doc);
  line.close();
  expectForgotten(stage, tap);
});
