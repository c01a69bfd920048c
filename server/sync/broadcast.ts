/**
 * Sends what a room gathered in a window to everybody in it: the same array of frames to all, so that a transport builds
 * the bytes once. Knows no document and no storage.
 */
import { type AwarenessEntry, awarenessFrame, CLOSE } from '../../shared/protocol.ts';
import { mostUnsent } from './backlogs.ts';
import type { RelayLimits } from './limits.ts';
import type { Session } from './session.ts';

export interface Outgoing {
  readonly sessions: readonly Session[];
  /** Update messages, in order. */
  readonly frames: readonly Uint8Array[];
  /** Who wrote them; null is the server. A single author is not sent its own. */
  readonly authors: ReadonlySet<Session | null>;
  readonly presence: readonly AwarenessEntry[];
  readonly isOwn: (entry: AwarenessEntry, session: Session) => boolean;
  readonly boardBytes: number;
  readonly limits: Pick<RelayLimits, 'backlogBytes' | 'presenceBacklogBytes'>;
}

/** To these of its sessions. */
export function sendWindow(outgoing: Outgoing, sessions: readonly Session[]): void {
  const { frames, authors, presence, isOwn, boardBytes, limits } = outgoing;
  const presenceFrames = presence.length === 0 ? [] : [awarenessFrame(presence)];
  const all = presence.length === 0 ? frames : [...frames, ...presenceFrames];
  if (all.length === 0) return;
  const [first] = presence;
  const onlyEntry = presence.length === 1 ? first : undefined;
  for (const session of sessions) {
    const unread = session.connection.bufferedBytes();
    if (unread > mostUnsent(boardBytes, limits)) {
      session.end(CLOSE.tryLater, 'slow-reader');
      continue;
    }
    const spared = unread > limits.presenceBacklogBytes || (onlyEntry !== undefined && isOwn(onlyEntry, session));
    const knowsFrames = authors.size === 1 && authors.has(session);
    const wanted = knowsFrames ? (spared ? [] : presenceFrames) : spared ? frames : all;
    if (session.entered && wanted.length > 0) session.connection.sendAll(wanted);
  }
}
