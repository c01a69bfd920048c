/**
 * Somebody who follows a board with the stock provider while people use it in browsers: what the server has of it.
 * Knows no page.
 */
import type { Note, Position } from '../../shared/board/note.ts';
import { addNotes, readNotes } from '../../shared/board/notes.ts';
import { type BoardId, newNoteId, type OrgId } from '../../shared/ids.ts';
import { areaOf } from '../../shared/template/geometry.ts';
import type { AreaId, CanvasKind } from '../../shared/template/kinds.ts';
import { type Follower, follow, join, type RunningApp } from './running-app.ts';

export class Witness {
  readonly #follower: Follower;
  readonly #kind: CanvasKind;

  constructor(follower: Follower, kind: CanvasKind) {
    this.#follower = follower;
    this.#kind = kind;
  }
  get doc(): Follower['doc'] {
    return this.#follower.doc;
  }
  notes(): Note[] {
    return readNotes(this.doc);
  }
  /** All texts, in alphabetical order. */
  texts(): string[] {
    return this.notes()
      .map((note) => note.text)
      .sort();
  }
  /** The one note with these words; throws when there is none or more. */
  note(text: string): Note {
    const found = this.notes().filter((note) => note.text === text);
    const [only] = found;
    if (!only || found.length > 1) throw new Error(`${found.length} notes say ${text}`);
    return only;
  }
  has(text: string): boolean {
    return this.notes().some((note) => note.text === text);
  }
  areaOf(text: string): AreaId {
    return areaOf(this.#kind, this.note(text).pos);
  }
  /** Writes notes as a script would; no person in a window made them. */
  write(notes: readonly { readonly text: string; readonly pos: Position }[]): void {
    const createdAt = Date.now();
    addNotes(
      { doc: this.doc, origin: null },
      notes.map((note) => ({ ...note, id: newNoteId(), createdAt })),
    );
  }
  close(): void {
    this.#follower.close();
  }
}

/** Joins with a link beside the people of the walk and follows a board. */
export async function witness(
  app: RunningApp,
  link: string,
  organisation: OrgId | null,
  board: BoardId,
  kind: CanvasKind,
): Promise<Witness> {
  const { token } = await join(app, link, 'Testigo', organisation);
  return new Witness(await follow(app, token, board), kind);
}
