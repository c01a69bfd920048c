/**
 * Keeps one document connected: credentials, stock provider, this device's shelf, and the machine of line.ts that says
 * how it stands. Knows no page, no seat and nothing of what the document holds.
 */
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import type { BoardId, PersonId } from '../../shared/ids.ts';
import { type AnnouncedRight, CLOSE } from '../../shared/protocol.ts';
import type { SyncState } from '../board/session.ts';
import { type Store, writable } from '../board/store.ts';
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
import type { SeatApi } from './seat-api.ts';
import { openShelf, type Shelf } from './shelf.ts';
import { Timers } from './timers.ts';
import { ask, listenIn } from './wire.ts';

export interface LineParts {
  readonly board: BoardId;
  readonly person: PersonId;
  readonly api: Pick<SeatApi, 'connection'>;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
}

/** How long a change waits before the server is asked whether it has it. */
const ASK_AFTER_MS = 200;
const OVERDUE_MS = 10_000;
/** After the browser says that the network is gone, an answer must come this soon. */
const DOUBT_MS = 2500;
const MARK_AFTER_MS = 1000;
const LONGEST_WAIT_MS = 8000;
/** Credentials with less time left are fetched again before the provider comes back by itself. */
const FRESH_MS = 5 * 60_000;
const MOST_REFUSALS = 3;
/** Letters and moves that follow within this time are one change to the person who makes them. */
const ONE_GO_MS = 2000;

export class OpenLine {
  readonly #parts: LineParts;
  readonly #shelf: Shelf;
  readonly #timers = new Timers<'ask' | 'overdue' | 'retry' | 'mark'>();
  readonly #sync = writable<SyncState>({ kind: 'loading' });
  readonly #right = writable<AnnouncedRight | null>(null);
  readonly #loaded = writable(false);
  #line = startLine(0);
  #provider: WebsocketProvider | null = null;
  #expiresAt = 0;
  #failures = 0;
  #changedAt = Number.NEGATIVE_INFINITY;
  #fetching = false;
  #closed = false;

  constructor(parts: LineParts) {
    this.#parts = parts;
    this.#shelf = openShelf(parts.doc, parts.board, parts.person);
    parts.doc.on('update', this.#onUpdate);
    window.addEventListener('offline', this.#onNetworkGone);
    window.addEventListener('online', this.#onNetworkBack);
    void this.#start();
  }

  get sync(): Store<SyncState> {
    return this.#sync;
  }
  /** What the server last announced on this line. */
  get right(): Store<AnnouncedRight | null> {
    return this.#right;
  }
  /** Contents came from the server or from this device. */
  get loaded(): Store<boolean> {
    return this.#loaded;
  }

  /** Tries again now, also after a refusal. */
  readonly retry = (): void => {
    if (this.#closed || this.#provider?.wsconnected) return;
    this.#failures = 0;
    this.#provider?.disconnect();
    void this.#connect();
  };

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#timers.stopAll();
    this.#parts.doc.off('update', this.#onUpdate);
    window.removeEventListener('offline', this.#onNetworkGone);
    window.removeEventListener('online', this.#onNetworkBack);
    this.#provider?.destroy();
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
    if (this.#line.asked.length === 0) this.#timers.stop('overdue');
    if (shouldAsk(this.#line)) this.#timers.start('ask', ASK_AFTER_MS, this.#askIfNeeded);
    if (state.kind === 'synced') this.#markSoon();
    if (shouldForget(this.#line)) this.#shelf.forget();
  }

  readonly #askIfNeeded = (): void => {
    if (this.#provider && shouldAsk(this.#line)) this.#ask(this.#provider, OVERDUE_MS, this.#onOverdue);
  };
  readonly #onOverdue = (): void => this.#tell({ kind: 'overdue' });

  #ask(provider: WebsocketProvider, patienceMs: number, onOverdue: () => void): void {
    ask(provider);
    this.#tell({ kind: 'asked' });
    this.#timers.stop('overdue');
    this.#timers.start('overdue', patienceMs, onOverdue);
  }

  #markSoon(): void {
    this.#timers.start('mark', MARK_AFTER_MS, () => {
      if (this.#sync.get().kind === 'synced') this.#shelf.markSaved();
    });
  }

  readonly #onUpdate = (_update: Uint8Array, origin: unknown): void => {
    if (origin !== this.#provider && origin !== this.#shelf.origin) this.#tellChanged();
    else if (this.#sync.get().kind === 'synced') this.#markSoon();
  };

  #tellChanged(): void {
    const now = performance.now();
    const goesOn = now - this.#changedAt < ONE_GO_MS;
    this.#changedAt = now;
    this.#tell({ kind: 'changed', goesOn });
  }

  async #connect(): Promise<void> {
    if (this.#closed || this.#fetching || this.#provider?.wsconnected) return;
    this.#fetching = true;
    this.#timers.stop('retry');
    const answer = await this.#parts.api.connection(this.#parts.board);
    this.#fetching = false;
    if (this.#closed) return;
    if (!answer.ok) {
      this.#onNoCredentials(answer.why);
      return;
    }
    const { url, room, protocols, right, expiresAt } = answer.value;
    this.#expiresAt = expiresAt;
    this.#right.set(right);
    this.#provider ??= this.#makeProvider(url, room);
    this.#provider.protocols = [...protocols];
    this.#provider.connect();
  }

  #onNoCredentials(why: Why): void {
    const refused = REFUSED[why];
    if (refused) {
      this.#tell({ kind: 'refused', why: refused });
      return;
    }
    this.#tell({ kind: 'lost', code: why === 'offline' ? null : CLOSE.tryLater });
    this.#failures += 1;
    this.#timers.start('retry', Math.min(LONGEST_WAIT_MS, 500 * 2 ** this.#failures), () => void this.#connect());
  }

  #makeProvider(url: string, room: string): WebsocketProvider {
    const { doc, awareness } = this.#parts;
    const provider = new WebsocketProvider(url, room, doc, { awareness, connect: false });
    listenIn(provider, {
      asked: () => this.#tell({ kind: 'handed-over' }),
      answered: () => {
        this.#failures = 0;
        this.#tell({ kind: 'answered' });
      },
      right: (right) => this.#right.set(right),
    });
    provider.on('status', ({ status }) => {
      if (status !== 'connected') return;
      this.#tell({ kind: 'opened' });
      this.#timers.start('overdue', OVERDUE_MS, this.#onOverdue);
    });
    provider.on('connection-close', (event) => this.#onConnectionClose(event?.code ?? null));
    provider.on('closed', ({ code }) => this.#onClosedForGood(code));
    return provider;
  }

  /** The provider comes back by itself, with the credentials it has. */
  #onConnectionClose(code: number | null): void {
    if (code !== null && code >= 4400 && code < 4500) return;
    this.#tell({ kind: 'lost', code });
    if (this.#expiresAt - Date.now() < FRESH_MS) void this.#refreshCredentials();
  }

  async #refreshCredentials(): Promise<void> {
    const answer = await this.#parts.api.connection(this.#parts.board);
    if (this.#closed || !this.#provider || !answer.ok) return;
    this.#expiresAt = answer.value.expiresAt;
    this.#provider.protocols = [...answer.value.protocols];
  }

  /** The token may only be old: the API is asked for another before people are told. */
  #onClosedForGood(code: number): void {
    this.#provider?.disconnect();
    if (code === CLOSE.boardFull) this.#tell({ kind: 'lost', code });
    else if (code === CLOSE.noSuchBoard) this.#tell({ kind: 'refused', why: 'gone' });
    else if (this.#failures < MOST_REFUSALS) {
      this.#failures += 1;
      void this.#connect();
    } else this.#tell({ kind: 'refused', why: code === CLOSE.tokenRefused ? 'expired' : 'forbidden' });
  }

  /** A hint, not a fact: an answer in time proves the line alive, else it is cut and made again. */
  readonly #onNetworkGone = (): void => {
    const provider = this.#provider;
    if (!provider?.wsconnected) {
      this.#tell({ kind: 'lost', code: null });
      return;
    }
    this.#ask(provider, DOUBT_MS, () => {
      provider.disconnect();
      provider.connect();
    });
  };
  readonly #onNetworkBack = (): void => {
    if (this.#line.phase !== 'refused') this.retry();
  };
}

const REFUSED: Readonly<Partial<Record<Why, Refused>>> = {
  'session-unknown': 'expired',
  'no-right': 'forbidden',
  'board-unknown': 'gone',
  'cohort-unknown': 'gone',
  'not-found': 'gone',
};
