/** From the icebergs to the group iceberg: organisations bring, facilitation makes themes and puts them in order. */
import { expect } from 'vitest';
import { bringAnswer, themeAnswer } from '../../shared/api.ts';
import { readNotes } from '../../shared/board/notes.ts';
import { addTheme, readThemes, themeOf } from '../../shared/board/themes.ts';
import { type NoteId, newThemeId } from '../../shared/ids.ts';
import { arrangeByThemes } from '../../shared/synthesis/arrange.ts';
import { bringable } from '../../shared/synthesis/gather.ts';
import { areaOf } from '../../shared/template/geometry.ts';
import { attributionOf, type Cluster, homeOf, notesOfCall, type Organisation } from './replay-call.ts';
import type { Course } from './replay-course.ts';
import type { Line } from './replay-line.ts';
import type { Stage } from './replay-stage.ts';
import { AGAIN } from './replay-writing.ts';
import { ok, until } from './running-app.ts';

/** One person asks for all notes, the private ones too, while another brings half of the others. */
export async function* bringBoard(stage: Stage, { id, iceberg }: Organisation): Course {
  const pending = () => stage.call.incidents.some((one) => comesBefore(stage, id, one) && !stage.settled.has(one));
  while (pending() || iceberg.some((note) => !stage.written.has(note.id))) yield AGAIN;
  await stage.agreed(id);
  const [ana, bea] = stage.team(id).filter((one) => one.isHere);
  if (!ana || !bea) throw new Error(`nobody brings the notes of ${id}`);
  const { offered, kept } = bringable(ana.device().own.doc);
  const held = heldBack(stage);
  const notes = offered.map((note) => note.id).filter((note) => !held.has(note));
  const path = `/api/boards/${await stage.iceberg(id)}/bring`;
  const attribution = attributionOf(stage.call, id);
  stage.broughtFrom.set(id, stage.tap.now());
  const [all, half] = await Promise.all([
    stage.ask(ana, 'POST', path, { notes: [...notes, ...kept.map((note) => note.id)], attribution }),
    stage.ask(bea, 'POST', path, { notes: notes.slice(notes.length / 2), attribution }),
  ]);
  expect(ok(all, bringAnswer).refused).toEqual(kept.map((note) => ({ note: note.id, why: 'private' })));
  expect(new Set(ok(all, bringAnswer).brought)).toEqual(new Set(notes));
  expect(ok(half, bringAnswer).refused).toEqual([]);
}

/** Everything that changes what is written must be over before it is brought. */
const comesBefore = (stage: Stage, organisation: string, incident: Stage['call']['incidents'][number]): boolean =>
  !['bringTwice', 'withdraw'].includes(incident.kind) && homeOf(stage.call, incident) === organisation;

/** Notes that are brought in an incident of their own. */
const heldBack = ({ call, written }: Stage): Set<NoteId | undefined> =>
  new Set(call.incidents.flatMap((one) => (one.kind === 'bringTwice' ? [written.get(one.note)?.id] : [])));

/** Facilitation makes one theme on the board, or its second person does as a script would; also when the first is away. */
export async function* makeTheme(stage: Stage, { title_es: title, notes }: Cluster, turn: number): Course {
  const [lead, second] = stage.facilitators();
  while (stage.broughtFrom.size < stage.call.organizations.length) yield AGAIN;
  const byHand = turn % 2 === 0 && lead?.isHere === true;
  const maker = byHand ? lead : second;
  if (!maker) throw new Error('it takes two facilitators');
  const { group } = maker.device();
  const texts = notesOfCall(stage.call)
    .filter(({ id }) => notes.includes(id) && !stage.withdrawn.has(id))
    .map((note) => stage.textOf(note));
  await until(() => texts.every((text) => copyOf(group, text) !== null), `the notes of ${title} to arrive`);
  const copies = texts.map((text) => copyOf(group, text)).filter((id) => id !== null);
  if (byHand) {
    addTheme({ doc: group.doc, origin: 'hand' }, { id: newThemeId(), title, createdAt: 1 }, copies);
  } else {
    const path = `/api/boards/${group.provider.roomname}/themes`;
    const answer = await stage.ask(maker, 'POST', path, { title, notes: copies });
    expect(ok(answer, themeAnswer).theme.notes).toEqual(copies);
  }
  stage.themes.add(title);
}

const copyOf = ({ doc }: Line, text: string): NoteId | null =>
  readNotes(doc).find((note) => note.text === text)?.id ?? null;

/** Once, when all themes are there: no note changes its layer, and none lies on another. */
export async function* arrange(stage: Stage): Course {
  const titles = stage.call.expectedGroupBoard.clusters.map(({ title_es }) => title_es);
  const [lead] = stage.facilitators();
  while (titles.some((title) => !stage.themes.has(title)) || !lead?.isHere) yield AGAIN;
  const { doc } = lead.device().group;
  await until(() => readThemes(doc).length === titles.length, 'all themes to arrive');
  const loose = () => readNotes(doc).filter((note) => themeOf(doc, note) === null).length;
  await until(() => loose() === stage.call.expectedGroupBoard.unclustered.length, 'all notes to be in their theme');
  const layers = () => new Map(readNotes(doc).map(({ id, pos }) => [id, areaOf('group-iceberg', pos)]));
  const before = layers();
  arrangeByThemes({ doc, origin: 'hand' });
  expect(layers()).toEqual(before);
}
