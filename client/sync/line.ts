/**
 * What one board's connection is up to, as a pure machine: events in, state out. «Guardado» means that a question asked
 * after the last local change was answered on the same connection, which the relay does only when the change is on disk.
 * Knows no socket, no clock and no document.
 */
import type { SyncState } from '../board/session.ts';

export type Refused = Extract<SyncState, { kind: 'refused' }>['why'];

export interface Line {
  readonly phase: 'starting' | 'open' | 'lost' | 'trouble' | 'refused';
  readonly refusedWhy: Refused;
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
  /** A question has been waiting for too long. */
  readonly overdue: boolean;
}

export type LineEvent =
  /** Something was written here. `goesOn`: it continues what was written just before. */
  | { readonly kind: 'changed'; readonly goesOn?: boolean }
  /** The connection is open; the provider asks its first question by itself. */
  | { readonly kind: 'opened' }
  /** The server asked what we have, and the provider answered with all of it. */
  | { readonly kind: 'handed-over' }
  /** A question of ours was answered. */
  | { readonly kind: 'answered' }
  /** We asked again. */
  | { readonly kind: 'asked' }
  | { readonly kind: 'overdue' }
  /** The connection ended, or could not be made. `code` is the close code, null when nobody answered. */
  | { readonly kind: 'lost'; readonly code: number | null }
  | { readonly kind: 'refused'; readonly why: Refused };

/** `unsent`: changes kept on this device from an earlier visit that the server may not have. */
export const startLine = (unsent: number): Line => ({
  phase: 'starting',
  refusedWhy: 'expired',
  loaded: false,
  met: false,
  handedOver: false,
  changes: unsent,
  saved: 0,
  begun: Array.from({ length: unsent }, (_, i) => i + 1),
  asked: [],
  overdue: false,
});

/** The server cannot save or is overloaded (1011, 1013, 4413, 45xx); everything else is a line that broke. */
const isTrouble = (code: number | null): boolean =>
  code === 1011 || code === 1013 || code === 4413 || (code !== null && code >= 4500 && code < 4600);

export function nextLine(line: Line, event: LineEvent): Line {
  switch (event.kind) {
    case 'changed':
      return {
        ...line,
        changes: line.changes + 1,
        begun: event.goesOn ? line.begun : [...line.begun, line.changes + 1],
      };
    case 'opened':
      // The provider's own question confirms nothing: what was written before is handed over later.
      return {
        ...line,
        phase: 'open',
        met: false,
        handedOver: line.changes === line.saved,
        asked: [line.saved],
        overdue: false,
      };
    case 'handed-over':
      return { ...line, handedOver: true };
    case 'asked':
      return line.phase === 'open' ? { ...line, asked: [...line.asked, line.changes] } : line;
    case 'answered': {
      const [confirmed, ...asked] = line.asked;
      if (line.phase !== 'open' || confirmed === undefined) return line;
      const saved = Math.max(line.saved, confirmed);
      const begun = line.begun.filter((change) => change > saved);
      return { ...line, asked, met: true, loaded: true, overdue: false, saved, begun };
    }
    case 'overdue':
      return line.phase === 'open' && line.asked.length > 0 ? { ...line, overdue: true } : line;
    case 'lost':
      if (line.phase === 'refused') return line;
      return { ...line, phase: isTrouble(event.code) ? 'trouble' : 'lost', met: false, asked: [], overdue: false };
    case 'refused':
      return { ...line, phase: 'refused', refusedWhy: event.why, met: false, asked: [], overdue: false };
  }
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
  const unsent = line.changes - line.saved;
  switch (line.phase) {
    case 'starting':
      return { kind: 'loading' };
    case 'refused':
      return { kind: 'refused', why: line.refusedWhy };
    case 'trouble':
      return { kind: 'server-trouble' };
    case 'lost':
      return { kind: 'offline', unsent: unsent === 0 ? 0 : Math.max(1, line.begun.length) };
    case 'open':
      if (line.overdue) return { kind: 'server-trouble' };
      if (unsent > 0) return line.loaded ? { kind: 'saving' } : { kind: 'loading' };
      return line.met ? { kind: 'synced' } : { kind: 'loading' };
  }
}

export function isSameState(a: SyncState, b: SyncState): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'offline') return b.kind === 'offline' && a.unsent === b.unsent;
  return a.kind !== 'refused' || (b.kind === 'refused' && a.why === b.why);
}
