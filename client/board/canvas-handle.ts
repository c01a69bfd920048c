/** What pages and panels may ask of the canvas. A type only, so that asking does not load the canvas. */
import type { Position } from '../../shared/board/note.ts';
import type { NoteId, PersonId } from '../../shared/ids.ts';
import type { AreaId } from '../../shared/template/kinds.ts';

export interface ImageOptions {
  readonly format: 'png' | 'svg';
  /** Times the size of the board in canvas units; made smaller when a side would pass 8192 px. Ignored for SVG. */
  readonly scale: 1 | 2;
  /** One layer or zone, or null for the whole board. */
  readonly area: AreaId | null;
}

export interface CanvasHandle {
  /** Template, themes, notes and drawings as an image with its fonts. Rejects when the browser cannot draw it. */
  exportImage(options: ImageOptions): Promise<Blob>;
  /** Moves the camera to an area at legible size; null shows everything. */
  showArea(area: AreaId | null): void;
  /** Brings a note into view at legible size and selects it. */
  showNote(id: NoteId): void;
  /** The place on the board under a point of the window, or null beside the canvas. */
  toBoardPoint(clientX: number, clientY: number): Position | null;
  /** Keeps showing what somebody else sees until this person moves the camera; null stops. */
  follow(person: PersonId | null): void;
  /** A new note in an area (the one in view when left out), edited at once. Call it inside the gesture. */
  newNote(area?: AreaId): void;
}
