/**
 * Where the notes of one bringing go on the group iceberg: the first clear place of their cell, in a column that grows as
 * needed. Works it out in memory and writes once, so that thousands of notes cost one look at the board and one change.
 * Knows no source, no signature and no right.
 */
import type { Writer } from '../board/document.ts';
import type { Position } from '../board/note.ts';
import { addNotes, type NoteDraft, readNotes } from '../board/notes.ts';
import type { NoteId } from '../ids.ts';
import { NOTE, roughHeight } from '../template/geometry.ts';
import { cellPlaces, cellPlacesFrom } from '../template/group-iceberg.ts';
import type { LayerId } from '../template/kinds.ts';
import { type Column, isRightOf, layoutOf, readColumns, WIDEST_COLUMN, widenColumn } from './columns.ts';
import { NotesInTheWay } from './notes-in-the-way.ts';

/** The places of one cell. What did not suit a note of some height suits no later one of that height. */
interface Cell {
  readonly places: Position[];
  readonly tried: Map<number, number>;
}
interface Board {
  readonly index: number;
  columns: readonly Column[];
  readonly inTheWay: NotesInTheWay;
}

export class BringPlaces {
  readonly #group: Writer;
  readonly #column: () => number;
  readonly #drafts: NoteDraft[] = [];
  readonly #cells = new Map<LayerId, Cell>();
  /** Null until the first note needs a place. */
  #board: Board | null = null;
  #wider = 0;

  /** `column` gives the index of the column for all of them, and makes it where there is none. */
  constructor(group: Writer, column: () => number) {
    this.#group = group;
    this.#column = column;
  }

  /** A new note for this layer. It is on the board after `write`. */
  add(draft: Omit<NoteDraft, 'pos'> & { readonly text: string }, layer: LayerId): void {
    this.#board ??= this.#look();
    const height = roughHeight(draft.text);
    const pos = this.#placeFor(this.#board, layer, height);
    this.#drafts.push({ ...draft, pos });
    this.#board.inTheWay.add(draft.id, pos, height);
  }

  /** This note was taken off the board. */
  forget(id: NoteId): void {
    if (!this.#board?.inTheWay.delete(id)) return;
    for (const cell of this.#cells.values()) cell.tried.clear();
  }

  write(): void {
    if (this.#board === null) return;
    widenColumn(this.#group, this.#board.index, this.#wider);
    addNotes(this.#group, this.#drafts);
  }

  #look(): Board {
    const index = this.#column();
    const columns = readColumns(this.#group.doc);
    const edge = layoutOf(columns).columns[index];
    const inTheWay = new NotesInTheWay();
    for (const { id, pos, text } of readNotes(this.#group.doc)) {
      // What lies to the right makes room when the column grows, so it is never in the way.
      if (edge && !isRightOf(pos, edge)) inTheWay.add(id, pos, roughHeight(text));
    }
    return { index, columns, inTheWay };
  }

  #placeFor(board: Board, layer: LayerId, height: number): Position {
    const cell = this.#cell(board, layer);
    do {
      for (let at = cell.tried.get(height) ?? 0; at < cell.places.length; at += 1) {
        cell.tried.set(height, at);
        const place = cell.places[at];
        if (place && board.inTheWay.isClear(place, height)) return place;
      }
      cell.tried.set(height, cell.places.length);
    } while (this.#grow(board, layer, cell));
    // Fuller than a board may be: on top of others rather than nowhere.
    return cell.places[this.#drafts.length % cell.places.length] ?? [0, 0];
  }

  #cell(board: Board, layer: LayerId): Cell {
    const known = this.#cells.get(layer);
    if (known) return known;
    const cell = { places: cellPlaces(layoutOf(board.columns), board.index, layer), tried: new Map<number, number>() };
    this.#cells.set(layer, cell);
    return cell;
  }

  /** Room for one more note side by side, at the end of the places; false when the column cannot grow. */
  #grow(board: Board, layer: LayerId, cell: Cell): boolean {
    // It may have grown for another layer meanwhile.
    if (addNewPlaces(board, layer, cell.places)) return true;
    const width = board.columns[board.index]?.w;
    if (width === undefined || width + NOTE.cell > WIDEST_COLUMN) return false;
    this.#wider += 1;
    board.columns = board.columns.map((column, i) =>
      i === board.index ? { ...column, w: column.w + NOTE.cell } : column,
    );
    return addNewPlaces(board, layer, cell.places);
  }
}

/** A column grows to the right: the places it had stay where they were, and what it gained comes after them. */
function addNewPlaces({ columns, index }: Board, layer: LayerId, places: Position[]): boolean {
  const gained = cellPlacesFrom(layoutOf(columns), index, layer, places.length);
  places.push(...gained);
  return gained.length > 0;
}
