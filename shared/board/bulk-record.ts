/**
 * One large change as it is written in a board: for each note what its values were, and sums of what they became. Made of
 * the changes of one step of undo, and parsed like anything else from outside. Restores nothing.
 */
import * as v from 'valibot';
import * as Y from 'yjs';
import { isNoteId, isPersonId, isThemeId, type NoteId, type PersonId, type ThemeId } from '../ids.ts';
import { COUNT } from '../limits.ts';
import { type Change, CREATED } from './changes.ts';
import { notesOf } from './document.ts';
import { noteText } from './note.ts';
import { textSum } from './text-sum.ts';

/** So many notes at once are a large change. */
export const LARGE = 8;
/** Characters of JSON; all 4,000 notes of a full board moved are about 330,000. */
export const RECORD_SIZE = 400_000;

/** What a large change did, as people would say it. `arranged`: notes and columns together. */
export const BULK_KINDS = ['deleted', 'restored', 'added', 'moved', 'themed', 'arranged', 'changed'] as const;
export type BulkKind = (typeof BULK_KINDS)[number];

/** Keys of a note that come back. Privacy is not among them: only its author opens a private note. */
const position = v.tuple([v.pipe(v.number(), v.finite()), v.pipe(v.number(), v.finite())]);
const flag = v.nullable(v.literal(true));
const sum = v.pipe(v.string(), v.maxLength(24));
const keyed = <S extends v.GenericSchema>(before: S) => v.optional(v.tuple([before, sum]));
const NOTE_CHANGE = v.object({
  pos: keyed(position),
  z: keyed(v.nullable(v.pipe(v.number(), v.finite()))),
  deleted: keyed(v.nullable(v.object({ at: v.number(), sum: v.string() }))),
  theme: keyed(v.nullable(v.custom<ThemeId>(isThemeId))),
  operational: keyed(flag),
  programmatic: keyed(flag),
  star: keyed(flag),
  held: keyed(v.nullable(v.picklist(['individual', 'group']))),
});
const KEYS = new Set(Object.keys(NOTE_CHANGE.entries));

/** What a value was (null = absent), and the sum of what it became. */
export type KeyedValue = readonly [before: unknown, after: string];

export interface BulkRecord {
  /** Milliseconds since 1970, by the clock of who did it. */
  readonly at: number;
  readonly by: PersonId | null;
  readonly what: BulkKind;
  /** For each note its values by key; a sum alone where the note was made by this change. */
  readonly notes: Readonly<Record<string, string | Readonly<Record<string, KeyedValue>>>>;
  /** Themes made by this change. */
  readonly themes: readonly ThemeId[];
  /** Columns of the group iceberg before, and the sum of those after. */
  readonly columns: KeyedValue | null;
}

const RECORD = v.object({
  at: v.pipe(v.number(), v.finite()),
  by: v.nullable(v.custom<PersonId>(isPersonId)),
  what: v.picklist(BULK_KINDS),
  notes: v.pipe(
    v.custom<object>((x) => typeof x === 'object' && x !== null && Object.keys(x).length <= COUNT.notesPerBoard),
    v.record(v.custom<NoteId>(isNoteId), v.union([sum, NOTE_CHANGE])),
  ),
  themes: v.pipe(v.array(v.custom<ThemeId>(isThemeId)), v.maxLength(COUNT.notesPerBoard)),
  columns: v.nullable(v.tuple([v.array(v.unknown()), sum])),
});

/** Records never change in place, so each is looked through once. */
const parsed = new WeakMap<object, { readonly record: BulkRecord | null }>();

/** A large change from the document, or null when it is none. */
export function parseBulk(value: unknown): BulkRecord | null {
  if (typeof value !== 'object' || value === null) return null;
  const known = parsed.get(value) ?? { record: bulkFrom(value) };
  parsed.set(value, known);
  return known.record;
}

function bulkFrom(value: object): BulkRecord | null {
  const outcome = v.safeParse(RECORD, value, { abortEarly: true });
  if (!outcome.success) return null;
  const notes = Object.entries(outcome.output.notes).flatMap(([id, change]) =>
    change === undefined ? [] : [[id, typeof change === 'string' ? change : present(change)] as const],
  );
  return { ...outcome.output, notes: Object.fromEntries(notes) };
}
const present = (change: Readonly<Record<string, KeyedValue | undefined>>): Record<string, KeyedValue> =>
  Object.fromEntries(Object.entries(change).flatMap(([key, value]) => (value ? [[key, value]] : [])));

/** Two values have the same sum when they are the same; absent is a value too. */
export const valueSum = (value: unknown): string => textSum(JSON.stringify(value ?? null));

/** What a note says and where it lies; its height among others does not count. */
export function contentSum(note: Y.Map<unknown>): string {
  const values = [...KEYS].filter((key) => key !== 'z' && key !== 'deleted').map((key) => note.get(key) ?? null);
  return textSum(JSON.stringify([noteText(note)?.toString() ?? '', ...values]));
}

/** The large change in a step of undo, or null when it touches fewer notes than that. */
export function bulkOfStep(
  doc: Y.Doc,
  changes: readonly Change[],
  { at, by }: Pick<BulkRecord, 'at' | 'by'>,
): BulkRecord | null {
  const notes = new Map<string, string | Record<string, KeyedValue>>();
  const themes: ThemeId[] = [];
  let columns: KeyedValue | null = null;
  for (const change of changes) {
    const { root, id, key, from, to } = change;
    if (root === 'meta' && key === 'columns' && Array.isArray(from)) columns = [from, valueSum(to)];
    if (root === 'themes' && from === CREATED && isThemeId(id)) themes.push(id);
    if (root === 'notes' && key !== null && KEYS.has(key)) noteChange(doc, change, notes);
  }
  if (notes.size < LARGE) return null;
  return { at, by, what: kindOf(notes, columns !== null), notes: Object.fromEntries(notes), themes, columns };
}

function noteChange(
  doc: Y.Doc,
  { id, key, from, to }: Change,
  notes: Map<string, string | Record<string, KeyedValue>>,
): void {
  const map = notesOf(doc).get(id);
  const known = notes.get(id);
  if (from === CREATED) {
    if (map instanceof Y.Map) notes.set(id, contentSum(map));
  } else if (key !== null && typeof known !== 'string' && valueSum(from) !== valueSum(to))
    notes.set(id, { ...known, [key]: [from ?? null, valueSum(to)] });
}
/** The one word for what a change did: what weighs most comes first. */
function kindOf(notes: ReadonlyMap<string, string | Record<string, KeyedValue>>, columnsToo: boolean): BulkKind {
  const all = [...notes.values()];
  const count = (has: (change: string | Record<string, KeyedValue>) => boolean): number => all.filter(has).length;
  const isHalf = (n: number): boolean => n * 2 >= all.length;
  const keyedBy = (key: string) => (change: string | Record<string, KeyedValue>) =>
    typeof change !== 'string' && change[key] !== undefined;
  if (columnsToo) return 'arranged';
  if (isHalf(count((change) => typeof change === 'string'))) return 'added';
  if (isHalf(count(keyedBy('deleted')))) {
    const wasThere = all.some((change) => typeof change !== 'string' && change.deleted?.[0] === null);
    return wasThere ? 'deleted' : 'restored';
  }
  if (isHalf(count(keyedBy('theme')))) return 'themed';
  return isHalf(count(keyedBy('pos'))) ? 'moved' : 'changed';
}
