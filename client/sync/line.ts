/**
 * What one board's connection is up to, as a pure machine: events in, state out. «Guardado» means that a question asked
 * after the last local change was answered on the same connection, which the relay does only when the change is on disk.
 * Knows no socket, no clock and no document.
 */
import { type AnnouncedRight, CLOSE } from '../../shared/protocol.ts';
import type { SyncState, Trouble } from '../board/session.ts';
import { saidNo } from './pause.ts';

export type Refused = Extract<SyncState, { kind: 'refused' }>['why'];

export interface Line {
  readonly phase: 'starting' | 'open' | 'lost' | 'refused';
  readonly refusedWhy: Refused;
  /** What the server last said no with. It stays until everything is saved, also while we knock again. */
  readonly trouble: Trouble | null;
  readonly right: AnnouncedRight;
  /** The server's contents have arrived at least once. */
  readonly loaded: boolean;
  /** They have arrived on this connection. */
  readonly met: boolean;
  /** On this connection, whatever was written before it opened has been handed over. */
  readonly handedOver: boolean;
  /** Local changes ever made, and how many of them the server has on disk. */
  readonly changes: number;
  readonly saved: number;
  /** At which changes something new began that is not saved yet: a note written in one go is one, not one a letter. */
  readonly begun: readonly number[];
  /** Questions under way on this connection, oldest first: how many changes the answer confirms. */
  readonly asked: readonly number[];
  /** A question has been waiting for too long: nothing at all is heard, or only its answer is missing. */
  readonly overdue: 'no' | 'silent' | 'unanswered';
  /** This device keeps what is written beyond this window. */
  readonly kept: boolean;
}

export type LineEvent =
  /** Something was written here. `goesOn`: it continues what was written just before. */
  | { readonly kind: 'changed'; readonly goesOn?: boolean }
  /** The connection is open and our first question is asked. */
  | { readonly kind: 'opened' }
  /** The server asked what we have, and all of it was sent. */
  | { readonly kind: 'handed-over' }
  /** A question of ours was answered. */
  | { readonly kind: 'answered' }
  /** We asked again. */
  | { readonly kind: 'asked' }
  | { readonly kind: 'overdue'; readonly silent: boolean }
  | { readonly kind: 'right'; readonly right: AnnouncedRight }
  /** The server did not take something we wrote. */
  | { readonly kind: 'denied' }
  /** Whether this device keeps what is written. */
  | { readonly kind: 'kept'; readonly kept: boolean }
  /** The connection ended, or could not be made. `code` is the close code, null when nobody answered. */
  | { readonly kind: 'lost'; readonly code: number | null; readonly reason?: string }
  | { readonly kind: 'refused'; readonly why: Refused };

/** `unsent`: changes kept on this device from an earlier visit that the server may not have. */
export const startLine = (unsent: number): Line => ({
  phase: 'starting',
  refusedWhy: 'expired',
  trouble: null,
  right: 'write',
  loaded: false,
  met: false,
  handedOver: false,
  changes: unsent,
  saved: 0,
  begun: Array.from({ length: unsent }, (_, i) => i + 1),
  asked: [],
  overdue: 'no',
  kept: true,
});

/** What a close code and its reason say about the server; null when the line merely broke. */
function troubleOf(code: number | null, reason: string): Trouble | null {
  if (code === CLOSE.boardFull) return 'full';
  if (!saidNo(code)) return null;
  if (code === CLOSE.garbage || code === CLOSE.tooBig) return 'rejected';
  // This device reads too slowly: the server is well, the line is not.
  if (reason === 'slow-reader') return null;
  return reason === 'too-many-connections' ? 'crowded' : 'cannot-save';
}

/** What ends with a connection. */
const APART = { met: false, handedOver: false, asked: [], overdue: 'no' } as const;

export function nextLine(line: Line, event: LineEvent): Line {
  switch (event.kind) {
    case 'changed':
      return {
        ...line,
        changes: line.changes + 1,
        begun: event.goesOn && line.begun.length > 0 ? line.begun : [...line.begun, line.changes + 1],
      };
    case 'opened':
      // The first question confirms nothing: what was written before is handed over later.
      return { ...line, ...APART, phase: 'open', asked: [line.saved] };
    case 'handed-over':
      return { ...line, handedOver: true };
    case 'asked':
      return line.phase === 'open' ? { ...line, asked: [...line.asked, line.changes] } : line;
    case 'answered':
      return answered(line);
    case 'overdue':
      if (line.phase !== 'open' || line.asked.length === 0) return line;
      return { ...line, overdue: event.silent ? 'silent' : 'unanswered' };
    case 'right':
      return { ...line, right: event.right, handedOver: event.right === 'write' && line.handedOver };
    case 'denied':
      // Whatever is under way may be what was not taken: nothing of it counts as saved.
      return { ...line, handedOver: false, asked: line.asked.map(() => line.saved) };
    case 'kept':
      return { ...line, kept: event.kept };
    case 'lost':
      if (line.phase === 'refused') return line;
      return { ...line, ...APART, phase: 'lost', trouble: troubleOf(event.code, event.reason ?? '') };
    case 'refused':
      return { ...line, ...APART, phase: 'refused', refusedWhy: event.why, trouble: null };
  }
}

function answered(line: Line): Line {
  const [confirmed, ...asked] = line.asked;
  if (line.phase !== 'open' || confirmed === undefined) return line;
  const saved = Math.max(line.saved, confirmed);
  const begun = line.begun.filter((change) => change > saved);
  const trouble = saved === line.changes ? null : line.trouble;
  return { ...line, asked, met: true, loaded: true, overdue: 'no', saved, begun, trouble };
}

/** Whether to ask now: something was written that no question under way would confirm. One question at a time. */
export const shouldAsk = (line: Line): boolean =>
  line.phase === 'open' && line.met && line.handedOver && line.asked.length === 0 && line.changes > line.saved;

/**
 * Whether this device should forget the board: its person may not read it any more, and the server has all they wrote.
 * What was never sent is the only copy there is, so it stays.
 */
export const shouldForget = (line: Line): boolean =>
  line.phase === 'refused' && line.refusedWhy === 'forbidden' && line.changes === line.saved;

/** What people are told. */
export function syncStateOf(line: Line): SyncState {
  const { kept } = line;
  const isUnsent = line.changes > line.saved;
  const unsent = isUnsent ? Math.max(1, line.begun.length) : 0;
  if (line.phase === 'refused') return { kind: 'refused', why: line.refusedWhy, unsent, kept };
  if (isUnsent && line.phase === 'open' && line.met && line.right === 'read')
    return { kind: 'server-trouble', why: 'read-only', unsent, kept };
  if (line.trouble) return { kind: 'server-trouble', why: line.trouble, unsent, kept };
  // Contents that are still on their way are no lost connection.
  const isSilent = line.overdue === 'silent' && (isUnsent || line.met);
  if (line.phase === 'lost' || isSilent) return { kind: 'offline', unsent, kept };
  // Nothing has gone wrong yet: a board that is just being opened is not offline.
  if (line.phase === 'starting') return isUnsent ? { kind: 'saving', unsent, kept } : { kind: 'loading' };
  if (line.overdue === 'unanswered') return { kind: 'server-trouble', why: 'cannot-save', unsent, kept };
  if (isUnsent) return { kind: 'saving', unsent, kept };
  return line.met ? { kind: 'synced' } : { kind: 'loading' };
}

/** Whether closing the window now would lose something. */
export const wouldLose = (state: SyncState): boolean => 'unsent' in state && state.unsent > 0 && !state.kept;

export function isSameState(a: SyncState, b: SyncState): boolean {
  if (a.kind !== b.kind) return false;
  const told = (state: SyncState): readonly unknown[] => [
    'why' in state ? state.why : null,
    'unsent' in state ? state.unsent : 0,
    'kept' in state && state.kept,
  ];
  const other = told(b);
  return told(a).every((value, i) => value === other[i]);
}
