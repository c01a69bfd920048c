/** What waits in a room to be applied. Types only. */
import type { Outcome } from './judge.ts';
import type { Haste } from './ports.ts';
import type { RoomError } from './room-error.ts';
import type { Session } from './session.ts';

export type Work =
  | UpdateWork
  | { readonly kind: 'question'; readonly session: Session; readonly stateVector: Uint8Array }
  /** `run` makes a change of the server's own; it throws when it has a bug, and then nothing of it is kept. */
  | { readonly kind: 'change'; readonly run: () => ServerChange; readonly haste: Haste; readonly waiter: Waiter }
  | { readonly kind: 'read'; readonly waiter: Waiter };

export interface UpdateWork {
  readonly kind: 'update';
  readonly session: Session;
  readonly update: Uint8Array;
  /** It came as the answer to a question of ours. */
  readonly answered: boolean;
  /** It was tried. */
  readonly outcome?: Outcome;
}

export interface ServerChange {
  /** What to store and pass on, null when nothing changed. */
  readonly update: Uint8Array | null;
  /** Something was taken away that must not reach newcomers any more. */
  readonly takesBack: boolean;
}

/** Somebody on the server who waits until the state is durable. */
export interface Waiter {
  done(): void;
  failed(error: RoomError): void;
}
