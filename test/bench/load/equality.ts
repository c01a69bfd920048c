/**
 * Whether everybody ended with the same document, byte for byte: what each one received and wrote is put together once
 * the run is over. Knows no server and no time.
 */
import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import type { Member } from './member.ts';
import { TYPE, updateIn } from './messages.ts';

export interface State {
  /** Hash of the whole encoded document. */
  readonly print: string;
  /** Something is missing that later updates build on. */
  readonly incomplete: boolean;
}

/** The document that these updates make, in any order. */
function stateOf(updates: Iterable<Uint8Array>): State {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  const { pendingStructs, pendingDs } = doc.store;
  const incomplete = pendingStructs !== null || pendingDs !== null;
  const print = printOf(doc);
  doc.destroy();
  return { print, incomplete };
}

/** Encoded by a document that received everything at once: how the updates were cut leaves no trace. */
export function printOf(doc: Y.Doc): string {
  const whole = new Y.Doc();
  Y.applyUpdate(whole, Y.encodeStateAsUpdate(doc));
  const bytes = Y.encodeStateAsUpdate(whole);
  whole.destroy();
  return createHash('sha1').update(bytes).digest('base64');
}

/**
 * The states of these members. Where two had the very same messages (in any order, their own among them) the document
 * is made once.
 */
export function statesOf(members: readonly Member[]): State[] {
  const numbers = new Map<string, number>();
  const updates: Uint8Array[] = [];
  const made = new Map<string, State>();
  const numberOf = (update: Uint8Array): number => {
    const key = Buffer.from(update.buffer, update.byteOffset, update.byteLength).toString('latin1');
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, updates.length);
    updates.push(update);
    return updates.length - 1;
  };
  return members.map((member) => {
    const had = [...new Set(everything(member).map(numberOf))].sort((a, b) => a - b);
    const key = createHash('sha1').update(Uint32Array.from(had)).digest('base64');
    const state = made.get(key) ?? stateOf(had.map((number) => updates[number] ?? new Uint8Array([0, 0])));
    made.set(key, state);
    return state;
  });
}

/** Every update a member received or wrote; what others build on comes first, or Yjs would put it off again and again. */
function everything(member: Member): Uint8Array[] {
  const updates = [...member.offered];
  member.journal.read((_at, message) => {
    if (message[0] === TYPE.sync) updates.push(updateIn(message));
  });
  for (const update of member.script?.updates.slice(0, member.editedAt.length) ?? []) updates.push(update);

  return updates;
}

/** What is wrong with the documents of a board's members, in words; empty when nothing is. */
export function findUnequal(states: readonly State[]): string[] {
  const faults: string[] = [];
  const incomplete = states.filter((state) => state.incomplete).length;
  if (incomplete > 0) faults.push(`${incomplete} of ${states.length} documents miss something`);
  const different = new Set(states.map(({ print }) => print)).size;
  if (different > 1) faults.push(`${different} different documents among ${states.length}`);
  return faults;
}
