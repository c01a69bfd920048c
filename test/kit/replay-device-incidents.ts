/** What goes wrong with people's devices: a line that is down, a power cut, a second screen. Knows no group iceberg's notes. */
import { expect } from 'vitest';
import { noteAt, readNotes } from '../../shared/board/notes.ts';
import { areaOf } from '../../shared/template/geometry.ts';
import { homeOf, type IncidentOf } from './replay-call.ts';
import type { Course } from './replay-course.ts';
import { isSame } from './replay-line.ts';
import type { Stage } from './replay-stage.ts';
import { AGAIN } from './replay-writing.ts';
import { until } from './running-app.ts';

/** Somebody writes two notes while the line is down; they arrive once, in their layer. */
export async function* offline(stage: Stage, incident: IncidentOf<'offline'>): Course {
  const person = stage.person(incident.people[0]);
  while (!person.isHere) yield AGAIN;
  const device = person.device();
  await until(() => device.own.provider.synced, 'the line to be up');
  device.goOffline();
  const begun = new Set(readNotes(device.own.doc).map(({ id }) => id));
  const written = () =>
    [...stage.written.values()].filter(({ id, note }) => note.author === person.part && !begun.has(id));
  yield incident.forSec;
  while (written().length < 2) yield AGAIN;
  const mates = stage.matesOf(person);
  for (const { id } of written()) expect(mates.map(({ doc }) => noteAt(doc, id))).toEqual(mates.map(() => null));
  device.goOnline();
  const all = [device.own, ...mates];
  await until(() => all.every(({ doc }) => written().every(({ id }) => noteAt(doc, id))), 'notes written offline');
  for (const { doc } of all)
    for (const { note } of written()) {
      const [once, ...more] = readNotes(doc).filter(({ text }) => text === note.text);
      expect(more).toEqual([]);
      expect(once && areaOf('iceberg', once.pos)).toBe(note.layer);
    }
  stage.settled.add(incident);
}

/** The first loses power but keeps what the device stored; the others come back with nothing. Facilitation sees it. */
export async function* powerCut(stage: Stage, incident: IncidentOf<'powerCut'>): Course {
  const people = incident.people.map((part) => stage.person(part));
  const [lead] = stage.facilitators();
  while (!people.every((one) => one.isHere)) yield AGAIN;
  const before = people.map(({ id }) => id);
  const here = () => lead?.device().group.others();
  await until(() => before.every((id) => here()?.has(id)), 'facilitation to see them');
  await stage.agreed(homeOf(stage.call, incident) ?? '');
  const seen = stage.writtenIn(homeOf(stage.call, incident) ?? '');
  const saved = people[0]?.device().save();
  for (const person of people) person.leave();
  await until(() => before.every((id) => !here()?.has(id)), 'facilitation to see them leave');
  yield incident.forSec;
  for (const [i, person] of people.entries()) {
    if (i > 0) expect(await stage.join(person)).toMatchObject({ returning: true, person: { id: before[i] } });
    const { own } = await stage.open(person, i === 0 ? saved : undefined);
    await until(() => own.provider.synced, 'the board to be back');
    for (const { id, note } of seen) expect(noteAt(own.doc, id)?.text).toBe(note.text);
  }
  await until(() => before.every((id) => here()?.has(id)), 'facilitation to see them again');
  stage.settled.add(incident);
}

/** The same name joins once more: the same seat, and both screens show the same. */
export async function* secondDevice(stage: Stage, incident: IncidentOf<'secondDevice'>): Course {
  const person = stage.person(incident.people[0]);
  while (!person.isHere) yield AGAIN;
  const { id } = person;
  expect(await stage.join(person)).toMatchObject({ returning: true, person: { id } });
  const phone = await stage.open(person);
  await until(() => person.devices.every(({ own }) => own.loaded && isSame(own, phone.own)), 'both devices to agree');
  stage.settled.add(incident);
}
