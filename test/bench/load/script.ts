/**
 * What somebody does on a board, worked out and encoded before the clock runs: real Yjs updates of real edits, each of
 * one clock tick, so that edit number k has clock k. Knows no socket and no time.
 */
import * as Y from 'yjs';

export interface Script {
  readonly client: number;
  /** Update number k is the edit with clock k; each builds on the seed and the ones before it. */
  readonly updates: readonly Uint8Array[];
}

export type Doing = 'typing' | 'dragging' | 'both';

/** Whoever wrote the seed. */
export const SEED_CLIENT = 7;
const FIRST_CLIENT = 1_000_000_007;
const LETTERS = 'la gente llega temprano y se queda ';
/** While somebody types and drags, every so many edits is a drag. */
const DRAG_EVERY = 5;

/** A note for each of `people`, as one update. */
export function seedNotes(people: number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = SEED_CLIENT;
  doc.transact(() => {
    for (let person = 0; person < people; person += 1) doc.getMap('notes').set(noteOf(person), newNote(person, ''));
  });
  const seed = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return seed;
}

export function newNote(number: number, words: string): Y.Map<unknown> {
  const note = new Y.Map<unknown>();
  note.set('text', new Y.Text(words));
  note.set('pos', [100 + (number % 10) * 210, 100 + Math.floor(number / 10) * 210]);
  note.set('z', number + 1);
  note.set('createdAt', 1_763_820_000_000 + number);
  return note;
}

/** `count` edits of one person in the own note of a board with this seed. */
export function writeScript(person: number, seed: Uint8Array, count: number, doing: Doing): Script {
  const doc = new Y.Doc();
  doc.clientID = FIRST_CLIENT + person;
  Y.applyUpdate(doc, seed);
  const note = doc.getMap('notes').get(noteOf(person));
  const text = note instanceof Y.Map ? note.get('text') : null;
  if (!(note instanceof Y.Map && text instanceof Y.Text)) throw new Error('the seed has no note for this person');
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (let k = 0; k < count; k += 1) {
    const drags = doing === 'dragging' || (doing === 'both' && k % DRAG_EVERY === DRAG_EVERY - 1);
    if (drags) note.set('pos', [100 + k, 200 + ((k * 7) % 400)]);
    else text.insert(text.length, LETTERS[k % LETTERS.length] ?? ' ');
  }
  doc.destroy();
  return { client: FIRST_CLIENT + person, updates };
}

/** What presence says while a pointer moves: about as much as a canvas sends. */
export const presenceOf = ({ id, name }: { readonly id: string; readonly name: string }, k: number): string =>
  JSON.stringify({
    user: { id, name, colour: '#0b5a8a' },
    view: 'canvas',
    cursor: [300 + ((k * 13) % 900), 200 + ((k * 7) % 600)],
  });

const noteOf = (person: number): string => `note-${person}`;
