/** A board that several people wrote, with much text on it, and what each of them knew when. Knows no server. */
import * as Y from 'yjs';
import type { StoredSnapshot } from '../../server/sync/ports.ts';
import type { Random } from './random.ts';

export interface LargeBoard {
  /** Everything in it. */
  readonly doc: Y.Doc;
  /** As it was written, in order. */
  readonly updates: readonly Uint8Array[];
  /** What somebody knew at some moment: documents to ask with. */
  readonly moments: readonly Uint8Array[];
}

const WORDS = ['ñandú', 'marea', 'plain', 'línea\n', '漢字'];
/** Never cut in two: Yjs would put something else in its place, with who cuts it alone. */
const WAVE = '🌊';

/** `steps` changes by `writers` people who hear of one another now and again; about `bytes` in each large one. */
export function largeBoard(random: Random, { writers = 4, steps = 40, bytes = 6_000 } = {}): LargeBoard {
  const people = Array.from({ length: writers }, () => new Y.Doc());
  const updates: Uint8Array[] = [];
  const moments: Uint8Array[] = [];
  const doc = new Y.Doc();
  for (const person of people) {
    person.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'heard') return;
      updates.push(update);
      Y.applyUpdate(doc, update);
    });
  }
  for (let step = 0; step < steps; step += 1) {
    const person = random.pick(people);
    if (random.chance(0.5)) Y.applyUpdate(person, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(person)), 'heard');
    edit(person, random, bytes, step);
    if (random.chance(0.3)) moments.push(Y.encodeStateAsUpdate(person));
  }
  for (const person of people) person.destroy();
  return { doc, updates, moments };
}

function edit(doc: Y.Doc, random: Random, bytes: number, step: number): void {
  const text = doc.getText('t');
  const word = random.pick(WORDS);
  random.pick([
    () => text.insert(random.int(text.length + 1), word.repeat(Math.ceil(bytes / word.length))),
    () => text.length > 10 && text.delete(random.int(text.length - 5), 5),
    () => text.length > 10 && text.format(random.int(text.length - 5), 5, { bold: true }),
    () => doc.getText('end').insert(doc.getText('end').length, WAVE.repeat(Math.ceil(bytes / 4))),
    () => doc.getMap('drawings').set(`d${random.int(9)}`, word.repeat(Math.ceil(bytes / word.length))),
    () => doc.getMap('notes').set(`n${step}`, new Y.Map([['pos', [step, -1.5, { a: null, b: [true] }]]])),
    () => doc.getMap('notes').delete(`n${random.int(step + 1)}`),
    () => doc.getArray('list').insert(0, [step, 'x', { y: [2 ** 40] }]),
  ])();
}

/** As storage keeps it once it is folded. */
export function snapshotOf(doc: Y.Doc): StoredSnapshot {
  const stateVector = Y.encodeStateVector(doc);
  const deletes = Y.encodeStateAsUpdate(doc, stateVector);
  return { bytes: Y.encodeStateAsUpdate(doc), stateVector, deletes, entries: 0 };
}
