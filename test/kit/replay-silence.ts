/** What the wiretap must not have heard after a replayed call: private notes, and notes before they were brought. */
import { expect } from 'vitest';
import { notesOfCall, type ScriptedNote } from './replay-call.ts';
import type { Stage } from './replay-stage.ts';
import { piecesOf, type Wiretap, without } from './replay-wiretap.ts';

/** No connection to another board heard a private note, nor any note before it was brought. */
export async function expectSilence(stage: Stage): Promise<void> {
  const all = notesOfCall(stage.call);
  for (const { id, iceberg } of stage.call.organizations) {
    const board = await stage.iceberg(id);
    const elsewhere = all.filter((note) => !iceberg.includes(note));
    const own = secretsOf(stage, iceberg, elsewhere);
    const kept = secretsOf(
      stage,
      iceberg.filter((note) => !note.share),
      [...elsewhere, ...iceberg.filter((note) => note.share)],
    );
    // The tap works: the organisation itself heard it.
    if (kept.size > 0) expect(stage.tap.heard(kept, (where) => where === board)).not.toEqual([]);
    expect(stage.tap.heard(own, (where) => where === board).length).toBeGreaterThan(100);
    expect(stage.tap.heard(own, (where) => where !== board, stage.broughtFrom.get(id))).toEqual([]);
    expect(stage.tap.heard(kept, (where) => where !== board)).toEqual([]);
  }
}

/** A newcomer to the group iceberg hears nothing of what was never brought or was taken back. */
export function expectForgotten(stage: Stage, tap: Wiretap): void {
  const [there, gone]: [string[], string[]] = [[], []];
  for (const note of notesOfCall(stage.call))
    (note.share && !stage.withdrawn.has(note.id) ? there : gone).push(stage.textOf(note));
  const known = piecesOf([...there, ...publicWords(stage)]);
  expect(tap.heard(without(piecesOf(gone), known), () => true)).toEqual([]);
  expect(new Set(tap.heard(piecesOf(there), () => true))).toEqual(piecesOf(there));
}

/** Pieces of texts and ids of notes that nothing but these notes could have brought to an ear. */
function secretsOf(stage: Stage, notes: readonly ScriptedNote[], others: readonly ScriptedNote[]): Set<string> {
  const words = (some: readonly ScriptedNote[]): string[] =>
    some.flatMap((note) => [note.text, stage.textOf(note), stage.writtenNote(note.id).id]);
  return without(piecesOf(words(notes)), piecesOf([...words(others), ...publicWords(stage)]));
}

/** Names and titles that everybody may see. */
const publicWords = ({ call }: Stage): string[] => [
  call.cohort.name,
  ...call.expectedGroupBoard.clusters.map(({ title_es }) => title_es),
  ...call.organizations.flatMap(({ name, people }) => [name, ...people.map((one) => one.name)]),
];
