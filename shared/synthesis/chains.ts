/**
 * What sustains what, from a result down to the belief under it: whole chains, pieces of chains, and notes with no link.
 * Pure: notes and links in, lists of notes out. Knows no view.
 */
import { depthOf, type Link } from '../board/links.ts';
import type { Note } from '../board/note.ts';
import type { NoteId } from '../ids.ts';
import { type CanvasKind, LAYER_IDS } from '../template/kinds.ts';

/** From the highest note down to the lowest. */
export type Chain = readonly Note[];

export interface Chains {
  /** Result, habit, structure, belief: one note in each layer. */
  readonly whole: readonly Chain[];
  /** The longest paths that do not go all the way. */
  readonly partial: readonly Chain[];
  /** Notes with words and no link, in the order they came. */
  readonly orphans: readonly Note[];
  /** There are more chains than are listed. */
  readonly more: boolean;
}

/** A dense board has more paths than anybody reads. */
const MOST_CHAINS = 60;

/**
 * A link counts only downwards: one whose notes were moved past each other is ignored until they lie right again. A chain
 * is whole when it has a note in each of the four layers.
 */
export function chainsOf(kind: CanvasKind, notes: readonly Note[], links: readonly Link[]): Chains {
  const byId = new Map(notes.map((note) => [note.id, note]));
  const depth = new Map(notes.map((note) => [note.id, depthOf(kind, note) ?? -1]));
  const below = new Map<NoteId, NoteId[]>();
  const linked = new Set<NoteId>();
  const held = new Set<NoteId>();
  for (const { from, to } of links) {
    if (!byId.has(from) || !byId.has(to)) continue;
    if ((depth.get(from) ?? -1) <= (depth.get(to) ?? -1)) continue;
    below.set(to, [...(below.get(to) ?? []), from]);
    linked.add(from).add(to);
    held.add(from);
  }
  const tops = notes.filter((note) => linked.has(note.id) && !held.has(note.id));
  const { paths, more } = pathsFrom(tops, below);
  const chains = paths.map((path) => path.flatMap((id) => byId.get(id) ?? []));
  const isWhole = (chain: Chain): boolean => chain.length === LAYER_IDS.length;
  return {
    whole: chains.filter(isWhole),
    partial: chains.filter((chain) => !isWhole(chain)),
    orphans: notes.filter((note) => !linked.has(note.id) && note.text.trim() !== ''),
    more,
  };
}

/** Every way down from the tops, at most so many. Layers only go down, so no path is longer than there are layers. */
function pathsFrom(
  tops: readonly Note[],
  below: ReadonlyMap<NoteId, readonly NoteId[]>,
): { paths: NoteId[][]; more: boolean } {
  const paths: NoteId[][] = [];
  const open: NoteId[][] = tops.map((note) => [note.id]).reverse();
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const last = path.at(-1);
    const next = last === undefined ? [] : (below.get(last) ?? []);
    if (next.length === 0) paths.push(path);
    else for (const id of [...next].reverse()) open.push([...path, id]);
    if (paths.length >= MOST_CHAINS) return { paths, more: open.length > 0 };
  }
  return { paths, more: false };
}
