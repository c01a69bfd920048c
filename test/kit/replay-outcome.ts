/** What a replayed call must have led to: equal screens, the expected group iceberg, and nothing heard by the wrong ears. */
import { expect } from 'vitest';
import type * as Y from 'yjs';
import { type Note, tagOf } from '../../shared/board/note.ts';
import { readNotes } from '../../shared/board/notes.ts';
import { readThemes, themeOf } from '../../shared/board/themes.ts';
import { readCohort } from '../../shared/cohort/document.ts';
import { countAreas } from '../../shared/synthesis/counts.ts';
import { areaOf } from '../../shared/template/geometry.ts';
import { attributionOf, notesOfCall, type ScriptedNote } from './replay-call.ts';
import { areSame, type Line } from './replay-line.ts';
import type { Stage } from './replay-stage.ts';
import { until } from './running-app.ts';

/** Every connection to a board has the same document and reads the same notes and themes in it. */
export async function expectEqualScreens(stage: Stage): Promise<void> {
  const boards = [
    ...stage.call.organizations.map(({ id }) => stage.ownLines(id)),
    stage.sharedLines('group'),
    stage.sharedLines('cohort'),
  ];
  for (const lines of boards) {
    await until(() => areSame(lines), 'all screens of a board to be equal');
    const first = screenOf(lines[0]);
    for (const line of lines) expect(screenOf(line)).toEqual(first);
  }
}

const byId = (a: Note, b: Note): number => (a.id < b.id ? -1 : 1);
const screenOf = (line: Line | undefined) =>
  line && { notes: readNotes(line.doc).sort(byId), themes: readThemes(line.doc), cohort: readCohort(line.doc) };

/** One organisation's iceberg says what its people wrote, in their names. */
export function expectIceberg(stage: Stage, organisation: string): void {
  const [line] = stage.ownLines(organisation);
  const script = notesOfCall(stage.call).filter(({ id }) => id.startsWith(`${organisation}-`));
  const actual = readNotes(line?.doc ?? expect.fail()).map((note) => ({
    text: note.text,
    layer: areaOf('iceberg', note.pos),
    tag: tagOf(note),
    author: note.author,
    private: note.private,
  }));
  const wanted = script.map((note) => ({
    text: stage.textOf(note),
    layer: note.layer,
    tag: note.tag,
    author: stage.person(note.author).id,
    private: !note.share,
  }));
  expect(actual.sort(byText)).toEqual(wanted.sort(byText));
}

/** `expectedGroupBoard` of the script without what was withdrawn. */
export function expectGroupBoard(stage: Stage, doc: Y.Doc): void {
  const { clusters, sharedNotes } = stage.call.expectedGroupBoard;
  const titles = new Map(readThemes(doc).map(({ id, title }) => [id, title]));
  const actual = readNotes(doc).map((note) => {
    const theme = themeOf(doc, note);
    return {
      text: note.text,
      layer: areaOf('group-iceberg', note.pos),
      tag: tagOf(note),
      organisation: note.organisation,
      author: note.author,
      theme: theme && titles.get(theme),
    };
  });
  const wanted = notesOfCall(stage.call)
    .filter(({ id, share }) => share && !stage.withdrawn.has(id))
    .map((note) => ({
      text: stage.textOf(note),
      layer: note.layer,
      tag: note.tag,
      ...signatureOf(stage, note),
      theme: clusters.find(({ notes }) => notes.includes(note.id))?.title_es ?? null,
    }));
  expect(actual.sort(byText)).toEqual(wanted.sort(byText));
  expect(actual.length + stage.withdrawn.size).toBe(sharedNotes);
  expect([...titles.values()].sort()).toEqual(clusters.map(({ title_es }) => title_es).sort());
}

const byText = (a: { text: string }, b: { text: string }): number => (a.text < b.text ? -1 : 1);

function signatureOf(stage: Stage, note: ScriptedNote) {
  const home = stage.call.organizations.find(({ iceberg }) => iceberg.includes(note))?.id ?? '';
  const attribution = attributionOf(stage.call, home);
  return {
    organisation: attribution === 'anonymous' ? null : stage.orgOf(home),
    author: attribution === 'name' ? stage.person(note.author).id : null,
  };
}

/** Everybody is counted once, and everybody sees the same numbers of notes per layer, which are those of the boards. */
export async function expectCohort(stage: Stage): Promise<void> {
  const people = [...stage.people.values()].map(({ id }) => id).sort();
  const [group] = stage.sharedLines('group');
  const boards = [...stage.call.organizations.map(({ id }) => stage.ownLines(id)[0]), group];
  for (const { doc } of stage.sharedLines('cohort')) {
    expect(
      readCohort(doc)
        .people.map(({ id }) => id)
        .sort(),
    ).toEqual(people);
    const counted = (line: Line | undefined) =>
      [...readCohort(doc).counts].find(([board]) => board === line?.provider.roomname)?.[1];
    for (const line of boards)
      await until(
        () => line !== undefined && JSON.stringify(counted(line)) === JSON.stringify(countAreas(line.doc)),
        'the numbers of a board',
      );
  }
  const here = () => new Set(group?.others().keys());
  await until(() => here().size === people.length, 'everybody to be seen on the group iceberg');
}
