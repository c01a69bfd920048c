/** Notes that say the same in other words: what to look at before they are put together. Pure; changes nothing. */
import type { NoteId } from '../ids.ts';
import { stemsOf } from './note-words.ts';

/** What is compared of a note. */
export interface Comparable {
  readonly id: NoteId;
  readonly text: string;
}

/** Two notes, the longer text first, and how alike they are: 1 when one says nothing the other does not. */
export interface Repeated {
  readonly notes: readonly [NoteId, NoteId];
  readonly alike: number;
}

/** Of the shorter note, by how rare its words are on this board. Measured on two cohorts, see docs/decisions.md. */
const LEAST_ALIKE = 0.5;
/** Of all words of both: two long notes that share a short one are not the same. */
const LEAST_SHARED = 0.25;
const LEAST_WORDS = 2;

/** Likely repetitions, the most alike first. Only notes of one list are compared: give those of one layer. */
export function repeatedNotes(notes: readonly Comparable[]): Repeated[] {
  const known = notes.map((note) => ({ ...note, stems: stemsOf(note.text) }));
  const rarity = rarityOf(known.map(({ stems }) => stems));
  const found: Repeated[] = [];
  known.forEach((one, i) => {
    for (const other of known.slice(i + 1)) {
      const alike = likeness(one.stems, other.stems, rarity);
      if (alike < LEAST_ALIKE) continue;
      const notes =
        one.text.length >= other.text.length ? ([one.id, other.id] as const) : ([other.id, one.id] as const);
      found.push({ notes, alike });
    }
  });
  return found.sort((a, b) => b.alike - a.alike);
}

type Rarity = (stem: string) => number;

/** A word in every note weighs little, one in a single note most. */
function rarityOf(all: readonly ReadonlySet<string>[]): Rarity {
  const times = new Map<string, number>();
  for (const stems of all) for (const stem of stems) times.set(stem, (times.get(stem) ?? 0) + 1);
  return (stem) => Math.log((all.length + 1) / (times.get(stem) ?? 1));
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>, rarity: Rarity): number {
  const shared = [...a].filter((stem) => b.has(stem));
  if (shared.length < LEAST_WORDS || shared.length / (a.size + b.size - shared.length) < LEAST_SHARED) return 0;
  const weight = (stems: Iterable<string>): number => [...stems].reduce((sum, stem) => sum + rarity(stem), 0);
  return weight(shared) / Math.min(weight(a), weight(b));
}
