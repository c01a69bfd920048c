/**
 * The heavy work on board files: reading one, laying it on a board, showing a board as one. From bytes to bytes, so that
 * it can be done in a process of its own. Pure: knows no room, no right and no request.
 */
import * as v from 'valibot';
import * as Y from 'yjs';
import { importRequest, type RestorePlace } from '../../shared/api.ts';
import { seedBoard } from '../../shared/board/document.ts';
import { entriesOn, pageKindOf, toPageSnapshot } from '../../shared/board/page-snapshot.ts';
import { withoutPeople } from '../../shared/board/page-unsigned.ts';
import { applySnapshot, type SnapshotContext, toSnapshot } from '../../shared/board/snapshot.ts';
import { type BoardSnapshot, parseSnapshot } from '../../shared/board/snapshot-format.ts';
import type { CanvasKind } from '../../shared/template/kinds.ts';
import { readableOf } from '../sync/document-of.ts';
import { usedMs } from '../within.ts';
import { type Counted, type Counting, countBoard } from './count-board.ts';
import { done, type Outcome, refused } from './outcome.ts';

/** What somebody sent as a board file, read and found good. */
export interface OpenedFile {
  readonly as: RestorePlace;
  readonly kind: CanvasKind;
  /** What the file calls itself; may be empty. */
  readonly title: string;
  /** The file again, as this server writes it. */
  readonly file: Uint8Array;
}
/** A board as the JSON of its file. */
export interface ShownBoard {
  readonly json: Uint8Array<ArrayBuffer>;
  /** Of a page, the entries and texts that say something. */
  readonly notes: number;
}
export interface LaidFile {
  /** Makes the board equal to the file (Yjs update, v1). */
  readonly update: Uint8Array;
  /** What was there before; null for a new board. */
  readonly before: ShownBoard | null;
}

/** Each kind of work with what it takes. `state` is all that a board holds, as Yjs updates. */
export interface Work {
  readonly open: { readonly body: Uint8Array };
  readonly show: {
    readonly state: readonly Uint8Array[];
    readonly surroundings: SnapshotContext;
    /** For somebody to take with them: says of people what the screen says. */
    readonly toTake?: boolean;
  };
  readonly count: Counting & { readonly state: readonly Uint8Array[] };
  readonly lay: {
    readonly file: Uint8Array;
    readonly kind: CanvasKind;
    readonly now: number;
    /** Null for a new board. */
    readonly onto: Work['show'] | null;
  };
}
export interface Results {
  readonly open: Outcome<OpenedFile>;
  readonly show: ShownBoard;
  /** `purge` removes what was deleted long ago (Yjs update, v1); null when nothing was, or it would hold up whoever follows. */
  readonly count: Counted & { readonly purge: Uint8Array | null };
  readonly lay: LaidFile;
}
export type WorkKind = keyof Work;

const WAYS: { readonly [K in WorkKind]: (work: Work[K]) => Results[K] } = {
  open: ({ body }) => openFile(body),
  show: ({ state, surroundings, toTake }) => withDocument(state, (doc) => show(doc, surroundings, toTake)),
  count: ({ state, ...counting }) => withDocument(state, (doc) => count(doc, counting)),
  lay: ({ file, kind, now, onto }) => withDocument(onto?.state ?? [], (doc) => lay(doc, { file, kind, now, onto })),
};

/** What is sent to everybody must not take longer than this. */
const PURGE_MS = 500;

/** Throws on a damaged board, and on a damaged file of our own. */
export const doWork = <K extends WorkKind>(kind: K, work: Work[K]): Results[K] => WAYS[kind](work);

function openFile(body: Uint8Array): Outcome<OpenedFile> {
  const json = parseJson(body);
  if (!json.ok) return json;
  const request = v.safeParse(importRequest, json.value, { abortEarly: true });
  if (!request.success) {
    const field = v.getDotPath(request.issues[0]);
    return refused('bad-request', field === null ? {} : { field });
  }
  const parsed = parseSnapshot(request.output.snapshot);
  if (!parsed.ok) {
    const detail = parsed.at === undefined ? parsed.why : `${parsed.why} at ${parsed.at}`;
    return refused('snapshot-refused', { field: 'snapshot', detail: detail.slice(0, 200) });
  }
  const { snapshot } = parsed;
  const { kind, title } = snapshot.board;
  return done({ as: request.output.as, kind, title: title.trim(), file: encoded(snapshot) });
}

function parseJson(bytes: Uint8Array): Outcome<unknown> {
  try {
    const text = new TextDecoder().decode(bytes);
    return done(text.trim() === '' ? {} : JSON.parse(text));
  } catch {
    // JSON.parse throws on every text that is not JSON.
    return refused('bad-json');
  }
}

function lay(doc: Y.Doc, { file, kind, now, onto }: Work['lay']): LaidFile {
  const snapshot = contentsOf(file);
  const w = { doc, origin: null };
  const before = onto && show(doc, onto.surroundings);
  const known = Y.encodeStateVector(doc);
  if (onto === null) seedBoard(doc, kind);
  applySnapshot(w, snapshot, now);
  return { update: Y.encodeStateAsUpdate(doc, known), before };
}

function show(doc: Y.Doc, surroundings: SnapshotContext, toTake = false): ShownBoard {
  const page = pageKindOf(doc);
  if (page !== null) {
    const whole = toPageSnapshot(doc, page, surroundings);
    const shown = toTake ? withoutPeople(whole) : whole;
    return { json: encoded(shown), notes: entriesOn(shown) };
  }
  const snapshot = toSnapshot(doc, surroundings);
  return { json: encoded(snapshot), notes: snapshot.notes.length };
}

function count(doc: Y.Doc, counting: Counting): Results['count'] {
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const before = usedMs();
  const counted = countBoard(doc, counting);
  const isSlow = usedMs() - before > PURGE_MS;
  return { ...counted, purge: updates.length === 0 || isSlow ? null : Y.mergeUpdates(updates) };
}

function withDocument<T>(state: readonly Uint8Array[], work: (doc: Y.Doc) => T): T {
  const doc = readableOf(state);
  if (doc === null) throw new Error('the records of this board cannot be read together');
  try {
    return work(doc);
  } finally {
    doc.destroy();
  }
}

/** What the server wrote itself must be readable: anything else is a damaged file. */
function contentsOf(file: Uint8Array): BoardSnapshot {
  const parsed = parseSnapshot(JSON.parse(new TextDecoder().decode(file)));
  if (!parsed.ok) throw new Error(`a file of this server is unreadable: ${parsed.why}`);
  return parsed.snapshot;
}

const encoded = (value: object): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value));

/** How many bytes this work is about. */
export function bytesOf(value: unknown): number {
  if (value instanceof Uint8Array) return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, part) => sum + bytesOf(part), 0);
}
