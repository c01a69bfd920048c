/** What goes wrong around the group iceberg: the same note brought by two at once, one taken back, facilitation's page reloaded. */
import { expect } from 'vitest';
import { bringAnswer, withdrawAnswer } from '../../shared/api.ts';
import { readNotes } from '../../shared/board/notes.ts';
import { readThemes } from '../../shared/board/themes.ts';
import { attributionOf, homeOf, type IncidentOf } from './replay-call.ts';
import type { Course } from './replay-course.ts';
import type { Line } from './replay-line.ts';
import type { Stage } from './replay-stage.ts';
import { AGAIN } from './replay-writing.ts';
import { ok, until } from './running-app.ts';

export async function* bringTwice(stage: Stage, incident: IncidentOf<'bringTwice'>): Course {
  const home = homeOf(stage.call, incident) ?? '';
  while (!stage.broughtFrom.has(home)) yield AGAIN;
  const note = stage.written.get(incident.note);
  const path = `/api/boards/${await stage.iceberg(home)}/bring`;
  const body = { notes: [note?.id], attribution: attributionOf(stage.call, home) };
  const answers = await Promise.all(incident.people.map((part) => stage.ask(stage.person(part), 'POST', path, body)));
  for (const answer of answers) expect(ok(answer, bringAnswer)).toEqual({ brought: [note?.id], refused: [] });
  const lines = groupLines(stage);
  await until(() => lines.every((line) => copiesOf(line, note?.note.text) > 0), 'the copy of a note brought twice');
  expect(lines.map((line) => copiesOf(line, note?.note.text))).toEqual(lines.map(() => 1));
  stage.settled.add(incident);
}

export async function* withdraw(stage: Stage, incident: IncidentOf<'withdraw'>): Course {
  const home = homeOf(stage.call, incident) ?? '';
  while (!stage.broughtFrom.has(home)) yield AGAIN;
  const note = stage.written.get(incident.note);
  await until(() => groupLines(stage).every((line) => copiesOf(line, note?.note.text) === 1), 'the copy to arrive');
  const path = `/api/boards/${await stage.iceberg(home)}/withdraw`;
  const answer = await stage.ask(stage.person(incident.people[0]), 'POST', path, { notes: [note?.id] });
  expect(ok(answer, withdrawAnswer)).toEqual({ withdrawn: [note?.id] });
  await until(() => groupLines(stage).every((line) => copiesOf(line, note?.note.text) === 0), 'the copy to be gone');
  stage.withdrawn.add(incident.note);
  stage.settled.add(incident);
}

/** Her page goes and comes back; meanwhile the other one goes on making themes, and she finds them. */
export async function* facilitatorReload(stage: Stage, incident: IncidentOf<'facilitatorReload'>): Course {
  const person = stage.person(incident.people[0]);
  while (!person.isHere) yield AGAIN;
  person.leave();
  const before = stage.themes.size;
  yield incident.forSec;
  while (stage.themes.size === before && before < stage.call.expectedGroupBoard.clusters.length) yield AGAIN;
  const { group } = await stage.open(person);
  await until(() => readThemes(group.doc).length === stage.themes.size, 'the themes to be there again');
  expect(new Set(readThemes(group.doc).map(({ title }) => title))).toEqual(stage.themes);
  stage.settled.add(incident);
}

const groupLines = (stage: Stage): Line[] => stage.sharedLines('group');
const copiesOf = ({ doc }: Line, text: string | undefined): number =>
  readNotes(doc).filter((note) => note.text === text).length;
