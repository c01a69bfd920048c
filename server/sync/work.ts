/** What waits in a room to be applied. Types only. */
import type { BoardDocument } from './board-document.ts';
import type { RoomError } from './room-error.ts';
import type { Session } from './session.ts';

export type Work =
  | { readonly kind: 'update'; readonly session: Session; readonly update: Uint8Array; readonly trimmed: boolean }
  | { readonly kind: 'question'; readonly session: Session; readonly stateVector: Uint8Array }
  /** `run` changes the document and returns what is to be stored. */
  | { readonly kind: 'change'; readonly run: (document: BoardDocument) => Uint8Array | null; readonly waiter: Waiter }
  | { readonly kind: 'read'; readonly waiter: Waiter };

/** Somebody on the server who waits until the state is durable. */
export interface Waiter {
  done(): void;
  failed(error: RoomError): void;
}
