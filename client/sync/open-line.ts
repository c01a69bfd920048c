/**
 * Keeps one document connected: credentials, the wire, this device's shelf, and the machine of line.ts that says how it
 * stands. Comes back by itself, calmly. Knows no page, no seat and nothing of what the document holds.
 */
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { ConnectionAnswer } from '../../shared/api.ts';
import { parseWord, type Word } from '../../shared/call-api.ts';
import type { BoardId, PersonId } from '../../shared/ids.ts';
import { type AnnouncedRight, CLOSE } from '../../shared/protocol.ts';
import type { SyncState } from '../board/session.ts';
import { type Store, writable } from '../board/store.ts';
import { ComingBack } from './coming-back.ts';
import type { FirstApi } from './first-api.ts';
import {
  isSameState,
  type LineEvent,
  nextLine,
  type Refused,
  shouldAsk,
  shouldForget,
  startLine,
  syncStateOf,
} from './line.ts';
import type { Why } from './request.ts';
import { openShelf, type Shelf } from './shelf.ts';
import { clearShelf, shelfName } from './shelf-name.ts';
import { openShelfStore } from './shelf-store.ts';
import { Timers } from './timers.ts';
import { Wire } from './wire.ts';

export interface LineParts {
  readonly board: BoardId;
  readonly person: PersonId;
  readonly api: Pick<FirstApi, 'connection'>;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
}

/** How long a change waits before the server is asked whether it has it. */
const ASK_AFTER_MS = 200;
const OVERDUE_MS = 10_000;
/** After the browser says that the network is gone, an answer must come this soon. */
const DOUBT_MS = 2500;
const MARK_AFTER_MS = 1000;
/** Credentials with less time left are fetched again. */
const FRESH_MS = 5 * 60_000;
/** How often fresh credentials are tried after a refusal. */
const MOST_REFUSALS = 3;
/** Letters and moves that follow within this time are one change to the person who makes them. */
const ONE_GO_MS = 2000;

export class OpenLine {
  readonly #parts: LineParts;
  readonly #shelf: Shelf;
  readonly #wire: Wire;
  readonly #timers = new Timers<'ask' | 'overdue' | 'doubt' | 'mark'>();
  readonly #comingBack = new ComingBack(() => void this.#connect());
  readonly #sync = writable<SyncState>({ kind: 'loading' });
  readonly #right = writable<AnnouncedRight | null>(null);
  readonly #loaded = writable(false);
  readonly #word = writable<Word | null>(null);
  #line = startLine(0);
  #credentials: ConnectionAnswer | null = null;
  /** Refusals in a row. */
  #refusals = 0;
  #changedAt = Number.NEGATIVE_INFINITY;
  #fetching = false;
  #closed = false;

  constructor(parts: LineParts) {
    this.#parts = parts;
    const { doc, awareness, board, person } = parts;
    this.#shelf = openShelf(doc, () => openShelfStore(shelfName(board, person)));
    this.#shelf.keeps.subscribe(this.#onKeeps);
    this.#wire = new Wire({ doc, awareness, heard: this.#heard });
    doc.on('update', this.#onUpdate);
    window.addEventListener('offline', this.#onNetworkGone);
    window.addEventListener('online', this.#onNetworkBack);
    window.addEventListener('pagehide', this.#onPageGoes);
    void this.#start();
  }

  get sync(): Store<SyncState> {
    return this.#sync;
  }
  /** What the server last announced on this line. */
  get right(): Store<AnnouncedRight | null> {
    return this.#right;
  }
  /** The last thing that was said to this person alone, on this line. */
  get word(): Store<Word | null> {
    return this.#word;
  }
  /** Contents came from the server or from this device. */
  get loaded(): Store<boolean> {
    return this.#loaded;
  }

  /** Tries again now, also after a refusal. */
  readonly retry = (): void => {
    if (this.#closed || this.#wire.isOpen) return;
    this.#comingBack.failures = 0;
    this.#refusals = 0;
    this.#wire.cut();
    void this.#connect();
  };

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#timers.stopAll();
    this.#comingBack.stop();
    this.#parts.doc.off('update', this.#onUpdate);
    window.removeEventListener('offline', this.#onNetworkGone);
    window.removeEventListener('online', this.#onNetworkBack);
    window.removeEventListener('pagehide', this.#onPageGoes);
    this.#wire.destroy();
    if (this.#sync.get().kind === 'synced') this.#shelf.markSaved();
    this.#shelf.close();
  }

  /** What this device has comes first: then the server is asked only for the rest. */
  async #start(): Promise<void> {
    const { found, unsent } = await this.#shelf.ready;
    if (this.#closed) return;
    if (found) this.#loaded.set(true);
    if (unsent) this.#tell({ kind: 'changed' });
    await this.#connect();
  }

  #tell(event: LineEvent): void {
    if (this.#closed) return;
    this.#line = nextLine(this.#line, event);
    const state = syncStateOf(this.#line);
    if (!isSameState(state, this.#sync.get())) this.#sync.set(state);
    if (this.#line.loaded) this.#loaded.set(true);
    if (this.#line.asked.length === 0) for (const name of ['overdue', 'doubt'] as const) this.#timers.stop(name);
    if (shouldAsk(this.#line)) this.#timers.start('ask', ASK_AFTER_MS, this.#askIfNeeded);
    if (state.kind === 'synced') this.#allIsWell();
    if (shouldForget(this.#line)) this.#forget();
  }

  #allIsWell(): void {
    this.#markSoon();
    this.#refusals = 0;
    this.#comingBack.well();
  }

  #forget(): void {
    this.#shelf.close();
    clearShelf(this.#parts.board, this.#parts.person);
  }

  readonly #askIfNeeded = (): void => {
    if (!shouldAsk(this.#line)) return;
    this.#wire.ask();
    this.#tell({ kind: 'asked' });
    this.#expectAnswer();
  };

  /** Bytes that still leave this device are no fault of the server: then it is given more time. */
  #expectAnswer(): void {
    const askedAt = performance.now();
    const leaving = this.#wire.leaving;
    this.#timers.start('overdue', OVERDUE_MS, () => {
      const isMoving = this.#wire.leaving > 0 && this.#wire.leaving !== leaving;
      if (!isMoving) this.#tell({ kind: 'overdue', silent: this.#wire.heardAt < askedAt });
      if (this.#line.asked.length > 0) this.#expectAnswer();
    });
  }

  #markSoon(): void {
    this.#timers.start('mark', MARK_AFTER_MS, () => {
      if (this.#sync.get().kind === 'synced') this.#shelf.markSaved();
    });
  }

  readonly #onUpdate = (_update: Uint8Array, origin: unknown): void => {
    if (origin !== this.#wire && origin !== this.#shelf.origin) this.#tellChanged();
    else if (this.#sync.get().kind === 'synced') this.#markSoon();
  };
  readonly #onKeeps = (): void => this.#tell({ kind: 'kept', kept: this.#shelf.keeps.get() });

  #tellChanged(): void {
    const now = performance.now();
    const goesOn = now - this.#changedAt < ONE_GO_MS;
    this.#changedAt = now;
    this.#tell({ kind: 'changed', goesOn });
  }

  readonly #heard = {
    opened: (): void => {
      this.#tell({ kind: 'opened' });
      this.#expectAnswer();
    },
    handedOver: (): void => this.#tell({ kind: 'handed-over' }),
    answered: (): void => {
      this.#tell({ kind: 'answered' });
      this.#comingBack.answered();
    },
    right: (right: AnnouncedRight): void => {
      this.#right.set(right);
      this.#tell({ kind: 'right', right });
    },
    word: (json: string): void => {
      const word = parseWord(json);
      if (word) this.#word.set(word);
    },
    denied: (): void => this.#tell({ kind: 'denied' }),
    ended: (code: number | null, reason: string): void => this.#onEnded(code, reason),
  };

  async #connect(): Promise<void> {
    if (this.#closed || this.#fetching || this.#wire.isBusy) return;
    this.#comingBack.stop();
    const isFresh = this.#credentials !== null && this.#credentials.expiresAt - Date.now() > FRESH_MS;
    if (!isFresh && !(await this.#fetchCredentials())) return;
    if (this.#closed || !this.#credentials) return;
    const { url, room, protocols } = this.#credentials;
    this.#wire.connect(`${url}/${room}`, protocols);
  }

  /** Whether there are fresh ones now; if not, what follows from it is under way. */
  async #fetchCredentials(): Promise<boolean> {
    this.#fetching = true;
    const answer = await this.#parts.api.connection(this.#parts.board);
    this.#fetching = false;
    if (this.#closed) return false;
    if (!answer.ok) {
      this.#onNoCredentials(answer.why);
      return false;
    }
    this.#credentials = answer.value;
    this.#right.set(answer.value.right);
    return true;
  }

  #onNoCredentials(why: Why): void {
    const refused = REFUSED[why];
    if (refused) this.#tell({ kind: 'refused', why: refused });
    // Before a server that is gone there may be a proxy that answers with a page of its own.
    else this.#lose(why === 'offline' || why === 'unexpected' ? null : CLOSE.tryLater, why);
  }

  #onEnded(code: number | null, reason: string): void {
    this.#timers.stop('doubt');
    if (code === null || code < 4400 || code >= 4500) this.#lose(code, reason);
    else this.#onEndedForGood(code, reason);
  }

  #lose(code: number | null, reason: string): void {
    this.#tell({ kind: 'lost', code, reason });
    this.#comingBack.later(code);
  }

  /** The token may only be old, or the board went with its whole cohort: the API is asked before people are told. */
  #onEndedForGood(code: number, reason: string): void {
    this.#credentials = null;
    this.#refusals += 1;
    if (code === CLOSE.boardFull) this.#tell({ kind: 'lost', code, reason });
    else if (this.#refusals <= MOST_REFUSALS) void this.#connect();
    else this.#tell({ kind: 'refused', why: REFUSED_BY_CODE[code] ?? 'forbidden' });
  }

  /**
   * A hint, not a fact: the answer to a question asked after it proves the line alive, else it is cut and made again. That
   * of an earlier question may have been on its way before the network went.
   */
  readonly #onNetworkGone = (): void => {
    if (!this.#wire.isOpen) {
      this.#tell({ kind: 'lost', code: null });
      return;
    }
    this.#wire.ask();
    this.#tell({ kind: 'asked' });
    this.#timers.start('doubt', DOUBT_MS, () => this.#wire.cut());
  };
  readonly #onPageGoes = (): void => this.#shelf.hurry();
  readonly #onNetworkBack = (): void => {
    if (this.#line.phase !== 'refused') this.retry();
  };
}

const REFUSED_BY_CODE: Readonly<Partial<Record<number, Refused>>> = {
  [CLOSE.tokenRefused]: 'expired',
  [CLOSE.noSuchBoard]: 'gone',
};
const REFUSED: Readonly<Partial<Record<Why, Refused>>> = {
  'session-unknown': 'expired',
  'no-right': 'forbidden',
  'board-unknown': 'gone',
  'cohort-unknown': 'deleted',
  'not-found': 'gone',
};
