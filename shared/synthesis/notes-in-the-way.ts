/** Notes by where they are, so that asking whether a place is clear looks at its neighbours only. Knows no document. */
import type { Position } from '../board/note.ts';
import type { NoteId } from '../ids.ts';
import { NOTE } from '../template/geometry.ts';

interface Taken {
  readonly pos: Position;
  readonly height: number;
}

export class NotesInTheWay {
  /** By strip, as wide as a note. */
  readonly #strips = new Map<number, Map<NoteId, Taken>>();
  readonly #stripOf = new Map<NoteId, number>();

  add(id: NoteId, pos: Position, height: number): void {
    const at = stripAt(pos);
    const strip = this.#strips.get(at) ?? new Map<NoteId, Taken>();
    this.#strips.set(at, strip.set(id, { pos, height }));
    this.#stripOf.set(id, at);
  }

  /** False when it was not there. */
  delete(id: NoteId): boolean {
    const at = this.#stripOf.get(id);
    if (at === undefined) return false;
    this.#strips.get(at)?.delete(id);
    return this.#stripOf.delete(id);
  }

  /** Whether a note of this height would touch nobody with its upper left corner here. */
  isClear(place: Position, height: number): boolean {
    const [x, y] = place;
    const at = stripAt(place);
    for (const strip of [this.#strips.get(at - 1), this.#strips.get(at), this.#strips.get(at + 1)]) {
      for (const { pos, height: other } of strip?.values() ?? []) {
        if (Math.abs(pos[0] - x) < NOTE.size && y - pos[1] < other && pos[1] - y < height) return false;
      }
    }
    return true;
  }
}

const stripAt = ([x]: Position): number => Math.floor(x / NOTE.size);
