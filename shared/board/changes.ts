/**
 * What somebody changed on a board, value by value: read from events, merged, taken back where it still stands. The one
 * place that knows how each root holds its values. Knows neither steps of undo nor who undoes.
 */
import * as Y from 'yjs';
import { metaOf, notesOf, themesOf } from './document.ts';
import { noteText } from './note.ts';
import { textSum } from './text-sum.ts';

/** Roots whose changes can be taken back. */
export const WATCHED_ROOTS = ['meta', 'notes', 'themes', 'drawings', 'links'] as const;

/** One value changed. `key` is null where the entry itself is the value (drawings, links). Absent is undefined. */
export interface Change {
  readonly root: (typeof WATCHED_ROOTS)[number];
  readonly id: string;
  readonly key: string | null;
  readonly from: unknown;
  to: unknown;
}

/** What one event of a root changed. */
export function changesOf(
  root: Change['root'],
  map: Y.Map<unknown>,
  event: Y.YEvent<Y.AbstractType<unknown>>,
): Change[] {
  const target: unknown = event.target;
  const changes: Change[] = [];
  if (target === map) {
    for (const [id, { action, oldValue }] of event.changes.keys)
      changes.push(...entryChange(root, map, id, action, oldValue));
  } else if (event.path.length === 1 && target instanceof Y.Map) {
    const id = String(event.path[0]);
    for (const [key, { oldValue }] of event.changes.keys)
      changes.push({ root, id, key, from: oldValue, to: target.get(key) });
  }
  return changes;
}

/** A new note or theme is taken back by marking it deleted, so that what others typed in it can come back with redo. */
function entryChange(
  root: Change['root'],
  map: Y.Map<unknown>,
  id: string,
  action: string,
  oldValue: unknown,
): Change[] {
  if (root === 'meta') return [{ root, id: '', key: id, from: oldValue, to: map.get(id) }];
  if (root === 'drawings' || root === 'links') return [{ root, id, key: null, from: oldValue, to: map.get(id) }];
  return action === 'add' ? [{ root, id, key: 'deleted', from: CREATED, to: undefined }] : [];
}
/** Stands for a note or theme that was not there before. */
export const CREATED = Symbol('not created yet');

/** Takes a change back, or makes it again, where its value is still what the other end says. */
export function applyChange(doc: Y.Doc, change: Change, back: boolean, at: number): void {
  const place = placeOf(doc, change);
  if (!place) return;
  const [expected, wanted] = back ? [change.to, change.from] : [change.from, change.to];
  if (expected !== CREATED && !same(place.map.get(place.key), expected)) return;
  const value = wanted === CREATED ? deletionMark(change.root, place.map, at) : wanted;
  if (value === undefined) place.map.delete(place.key);
  else place.map.set(place.key, value);
}

function placeOf(doc: Y.Doc, { root, id, key }: Change): { map: Y.Map<unknown>; key: string } | null {
  if (root === 'meta') return { map: metaOf(doc), key: key ?? '' };
  if (root === 'drawings' || root === 'links') return { map: doc.getMap(root), key: id };
  const entry = (root === 'notes' ? notesOf(doc) : themesOf(doc)).get(id);
  return entry instanceof Y.Map && key !== null ? { map: entry, key } : null;
}

const deletionMark = (root: Change['root'], map: Y.Map<unknown>, at: number): unknown =>
  root === 'themes' ? true : { at, sum: textSum(noteText(map)?.toString() ?? '') };

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Later changes of the same value become one, with the first `from` and the last `to`. */
export function mergeInto(changes: Change[], later: readonly Change[]): void {
  const nameOf = ({ root, id, key }: Change): string => `${root} ${id} ${key}`;
  const earlier = new Map(changes.map((change) => [nameOf(change), change]));
  for (const change of later) {
    const known = earlier.get(nameOf(change));
    if (known) known.to = change.to;
    else {
      changes.push(change);
      earlier.set(nameOf(change), change);
    }
  }
}

/** A value of a note went on from what somebody made of it. */
export interface Follow {
  readonly id: string;
  readonly key: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** Changes that made `from` of this value made `to` of it. */
export function followIn(changes: readonly Change[], { id, key, from, to }: Follow): void {
  for (const change of changes) if (change.id === id && change.key === key && same(change.to, from)) change.to = to;
}
