/** What a session asks of its room and of the board. Types only. */
import type { AwarenessEntry } from '../../shared/protocol.ts';
import type { Passage } from './passage.ts';

/** The room in the eyes of a session. */
export interface SessionRoom<Session> {
  offer(session: Session, update: Uint8Array, answered: boolean): void;
  ask(session: Session, stateVector: Uint8Array): void;
  present(session: Session, entries: ReadonlyArray<AwarenessEntry>): void;
  /** The client id of the connection's presence, once it has announced one. */
  presentAs(session: Session): number | null;
  everybody(): AwarenessEntry[];
  stateVector(): Uint8Array;
  /** How many clients ever wrote on the board. */
  clients(): number;
  /** How large the board is. */
  readonly bytes: number;
  left(session: Session): void;
}

/** The board in the eyes of a question. */
export interface AnsweringBoard {
  answer(stateVector: Uint8Array): readonly Passage[];
  answerListener(stateVector: Uint8Array): readonly Passage[];
}
