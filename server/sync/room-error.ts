/** The one error the rooms reject with. Knows no HTTP status: callers decide what to tell people. */
import type { RoomFailure } from './ports.ts';

export class RoomError extends Error {
  readonly why: RoomFailure;

  constructor(why: RoomFailure, options?: ErrorOptions) {
    super(`room: ${why}`, options);
    this.name = 'RoomError';
    this.why = why;
  }
}
