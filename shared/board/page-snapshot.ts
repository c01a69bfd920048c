/**
 * A page of the method as JSON and back: `toPageSnapshot` and `applyPageSnapshot` are inverse. It copies the roots of a
 * kind of page as they are, whatever they mean; what is a shared text stays one. Pure of files, requests and views.
 */
import * as v from 'valibot';
import * as Y from 'yjs';
import { isPageKind, PAGE_KINDS, type PageKind } from '../template/kinds.ts';
import { kindOf, type Writer, write } from './document.ts';
import type { SnapshotContext } from './snapshot.ts';
import { rewriteText } from './texts.ts';

const PAGE_SNAPSHOT_KIND = 'tempano-page';
const PAGE_SNAPSHOT_VERSION = 1;

/** A shared text, a map of values, or plain JSON. */
export type PageValue =
  | { readonly text: string }
  | { readonly map: { readonly [key: string]: PageValue } }
  | { readonly json: unknown };

const pageValue: v.GenericSchema<PageValue> = v.union([
  v.strictObject({ text: v.string() }),
  v.strictObject({
    map: v.record(
      v.string(),
      v.lazy(() => pageValue),
    ),
  }),
  v.strictObject({ json: v.unknown() }),
]);
const PAGE = v.object({
  kind: v.literal(PAGE_SNAPSHOT_KIND),
  version: v.literal(PAGE_SNAPSHOT_VERSION),
  /** ISO 8601, UTC. */
  exportedAt: v.string(),
  board: v.object({ kind: v.picklist(PAGE_KINDS), title: v.string() }),
  cohort: v.object({ name: v.string(), date: v.string() }),
  organization: v.nullable(v.object({ id: v.string(), name: v.string(), acronym: v.string() })),
  /** Who has an entry on the page. */
  people: v.array(v.object({ id: v.string(), name: v.string() })),
  roots: v.record(v.string(), v.record(v.string(), pageValue)),
});
export type PageSnapshot = v.InferOutput<typeof PAGE>;
/** Throws when it is none: a file of this server that is damaged. */
export const parsePageSnapshot = (json: unknown): PageSnapshot => v.parse(PAGE, json);

/** What each kind of page holds beside its `meta`. */
const ROOTS: Readonly<Record<PageKind, readonly string[]>> = {
  'self-assessment': ['texts', 'answers'],
  growth: ['growth'],
  feedback: ['texts', 'items', 'commitments'],
  closing: ['words', 'commitments'],
};

/** The kind of page a document is, or null when it is a board of notes, or none. */
export function pageKindOf(doc: Y.Doc): PageKind | null {
  const kind = kindOf(doc);
  return isPageKind(kind) ? kind : null;
}

export function toPageSnapshot(doc: Y.Doc, kind: PageKind, context: SnapshotContext): PageSnapshot {
  const roots = Object.fromEntries(ROOTS[kind].map((root) => [root, mapValues(doc.getMap(root))]));
  const said = JSON.stringify(roots);
  return {
    kind: PAGE_SNAPSHOT_KIND,
    version: PAGE_SNAPSHOT_VERSION,
    exportedAt: context.exportedAt,
    board: { kind, title: context.title },
    cohort: { ...context.cohort },
    organization: context.organisation && { ...context.organisation },
    people: context.people.filter(({ id }) => said.includes(id)).map(({ id, name }) => ({ id, name })),
    roots,
  };
}

/** Entries and texts of a page that say something. */
export function entriesOn({ roots }: Pick<PageSnapshot, 'roots'>): number {
  const values = Object.values(roots).flatMap((root) => Object.values(root));
  return values.filter((value) => !('text' in value && value.text.trim() === '')).length;
}

const mapValues = (map: Y.Map<unknown>): Record<string, PageValue> =>
  Object.fromEntries([...map].map(([key, value]) => [key, plainOf(value)]));

function plainOf(value: unknown): PageValue {
  if (value instanceof Y.Text) return { text: value.toString() };
  if (value instanceof Y.Map) return { map: mapValues(value) };
  return { json: value instanceof Y.AbstractType ? value.toJSON() : value };
}

/** Makes the page equal to the snapshot, in one transaction: texts by the smallest edit, so that typing at the same moment stays. */
export function applyPageSnapshot(w: Writer, snapshot: PageSnapshot): void {
  write(w, () => {
    for (const root of ROOTS[snapshot.board.kind]) applyMap(w, w.doc.getMap(root), snapshot.roots[root] ?? {});
  });
}

function applyMap(w: Writer, map: Y.Map<unknown>, wanted: { readonly [key: string]: PageValue }): void {
  for (const key of [...map.keys()]) if (!Object.hasOwn(wanted, key)) map.delete(key);
  for (const [key, value] of Object.entries(wanted)) applyValue(w, map, key, value);
}

function applyValue(w: Writer, map: Y.Map<unknown>, key: string, wanted: PageValue): void {
  const there = map.get(key);
  if ('text' in wanted) {
    if (there instanceof Y.Text) rewriteText(w, there, wanted.text);
    else map.set(key, new Y.Text(wanted.text));
  } else if ('map' in wanted) {
    const inner = there instanceof Y.Map ? there : new Y.Map<unknown>();
    if (inner !== there) map.set(key, inner);
    applyMap(w, inner, wanted.map);
  } else if (JSON.stringify(there) !== JSON.stringify(wanted.json)) map.set(key, wanted.json);
}
