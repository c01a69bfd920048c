/**
 * The real server on a free port with its own data folder, and what a script does with it: ask, join, connect the stock
 * provider. Knows no page and no browser.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import * as v from 'valibot';
import { vi } from 'vitest';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { type App, startApp } from '../../server/app.ts';
import type { Config } from '../../server/config.ts';
import { createLog } from '../../server/log.ts';
import type { BoardSummary, CreatedCohortAnswer, SessionAnswer } from '../../shared/api.ts';
import { connectionAnswer, createdCohortAnswer, meAnswer, sessionAnswer } from '../../shared/api.ts';
import type { BoardId, OrgId } from '../../shared/ids.ts';
import type { BoardKind } from '../../shared/template/kinds.ts';
import { awakeNow, nothingLeftOpen } from './left-open.ts';
import './many-providers.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON, or the text when it is none. */
  readonly body: unknown;
}
export interface Ask {
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}
/** A server that can be asked, wherever it runs. */
export interface Reachable {
  readonly url: string;
  ask(method: string, path: string, options?: Ask): Promise<Answer>;
}
export interface RunningApp extends Reachable {
  readonly dataDir: string;
  /** Every line of the server's log. */
  readonly log: readonly string[];
  /** Stops the server and starts it again on the same data and port: stock providers come back by themselves. */
  restart(): Promise<void>;
  /** Stops it and deletes its data. Fails when it leaves a socket, a timer or a thread behind. May be called twice. */
  close(): Promise<void>;
}

const DEFAULTS: Omit<Config, 'dataDir'> = {
  port: 0,
  host: '127.0.0.1',
  publicUrl: null,
  allowedOrigins: new Set(),
  trustedProxies: 0,
  roomGraceMs: 30_000,
  cohortsPerHour: 100_000,
  logLevel: 'debug',
};

/** Settings that matter to the test; the rest are those of a server nobody slows down. */
export async function startRunningApp(settings: Partial<Omit<Config, 'dataDir'>> = {}): Promise<RunningApp> {
  const dataDir = mkdtempSync(joinPath(tmpdir(), 'tempano-test-'));
  const before = awakeNow();
  const lines: string[] = [];
  const log = createLog((line) => lines.push(line), Date.now);
  const start = (port = settings.port ?? DEFAULTS.port): Promise<App> =>
    startApp({ ...DEFAULTS, ...settings, port, dataDir }, log);
  let app = await start();
  const url = (): string => `http://127.0.0.1:${app.port}`;
  return {
    get url() {
      return url();
    },
    dataDir,
    log: lines,
    ask: (method, path, options) => askAt(url(), method, path, options),
    async restart() {
      await app.close();
      app = await start(app.port);
      await answersAgain(url());
    },
    async close() {
      await app.close();
      rmSync(dataDir, { recursive: true, force: true });
      await nothingLeftOpen(before);
    },
  };
}

/** `fetch` keeps connections: those to the old server fail once before they are forgotten. */
export async function answersAgain(base: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(`${base}/healthz`).catch(() => null);
    if (answer?.ok) {
      await answer.text();
      return;
    }
  }
  throw new Error('the server does not answer after its restart');
}

/** One request; the answer is never thrown, only its absence. */
export async function askAt(base: string, method: string, path: string, options: Ask = {}): Promise<Answer> {
  const { token, body, headers } = options;
  const response = await fetch(base + path, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
}

/** The body of a successful answer, parsed; throws with the refusal otherwise. */
export function ok<S extends v.GenericSchema>(answer: Answer, schema: S): v.InferOutput<S> {
  if (answer.status >= 400) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  return v.parse(schema, answer.body);
}

/** Why an answer refused, or null when it did not. */
export function whyOf({ body }: Answer): string | null {
  const parsed = v.safeParse(v.object({ error: v.object({ why: v.string() }) }), body);
  return parsed.success ? parsed.output.error.why : null;
}

/** The secret of a link. */
export const secretOf = (link: string): string => new URL(link).hash.slice(1);

export async function createCohort(
  app: Reachable,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<CreatedCohortAnswer> {
  const body = {
    name: 'Cohorte de prueba',
    date: '2026-11-20',
    time: '09:00',
    language: 'es',
    organisations: ['Casa Añasco', 'Red de Huertos'],
    boardPer: 'organisation',
    ...changes,
  };
  return ok(await app.ask('POST', '/api/cohorts', { body }), createdCohortAnswer);
}

/** Takes a seat with a link as it was handed out, or with a code. */
export async function join(
  app: Reachable,
  key: string,
  name: string,
  organisation: OrgId | null = null,
): Promise<SessionAnswer> {
  const way = key.includes('#') ? { secret: secretOf(key) } : { code: key };
  return ok(await app.ask('POST', '/api/sessions', { body: { ...way, name, organisation } }), sessionAnswer);
}

export async function boardsOf(app: Reachable, token: string): Promise<BoardSummary[]> {
  return ok(await app.ask('GET', '/api/me', { token }), meAnswer).boards;
}

/** The board of the method of this kind; throws when there is none. */
export async function boardOf(
  app: Reachable,
  token: string,
  kind: BoardKind,
  organisation: OrgId | null = null,
): Promise<BoardId> {
  const boards = await boardsOf(app, token);
  const found = boards.find(
    (b) => b.kind === kind && b.organisation === organisation && b.person === null && b.title === '',
  );
  if (!found) throw new Error(`no board ${kind} of ${organisation}`);
  return found.id;
}

/** One person's end of a board: the stock provider and its document. */
export interface Follower {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  /** Close codes the server sent. */
  readonly closed: readonly number[];
  /** Every frame that arrived. */
  readonly frames: readonly Uint8Array[];
  close(): void;
}

/** Asks for credentials and connects; resolves when the board is there. */
export async function follow(app: Reachable, token: string, board: BoardId): Promise<Follower> {
  const answer = ok(await app.ask('POST', `/api/boards/${board}/connection`, { token }), connectionAnswer);
  const follower = followWith(answer.url, answer.room, answer.protocols);
  await until(() => follower.provider.synced, 'the board to arrive');
  return follower;
}

/** Connects with given credentials, whatever comes of it. */
export function followWith(url: string, room: string, protocols: string[]): Follower {
  const doc = new Y.Doc();
  const closed: number[] = [];
  const frames: Uint8Array[] = [];
  class Recording extends WebSocket {
    constructor(address: string | URL, offered?: string | string[]) {
      super(address, offered);
      this.addEventListener('message', ({ data }) => {
        if (data instanceof ArrayBuffer) frames.push(new Uint8Array(data.slice(0)));
      });
    }
  }
  const provider = new WebsocketProvider(url, room, doc, {
    protocols,
    disableBc: true,
    WebSocketPolyfill: Recording,
  });
  provider.on('connection-close', (event: { code: number } | null) => {
    if (event) closed.push(event.code);
  });
  return {
    doc,
    provider,
    closed,
    frames,
    close() {
      provider.destroy();
      provider.awareness.destroy();
      doc.destroy();
    },
  };
}

/** Waits until something is so; looks again and again, and says what was missing after ten seconds. */
export async function until(isSo: () => boolean, what: string): Promise<void> {
  try {
    await vi.waitUntil(isSo, { timeout: 10_000, interval: 10 });
  } catch (cause) {
    // It never became so, or asking whether it is threw.
    throw new Error(`waited in vain for ${what}`, { cause });
  }
}
