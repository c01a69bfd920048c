/**
 * Our own server, the real one, behind what it takes for a proxy: everybody comes from an own address. Boards are made
 * over the HTTP API, as docs/api.md says. Knows nothing of the inside of the server.
 */
import { fileURLToPath } from 'node:url';
import { serverArguments } from '../../kit/start-command.ts';
import { pause } from '../load/pace.ts';
import type { Seat } from '../load/seat.ts';
import type { Contender } from './contender.ts';
import { ServerProcess } from './server-process.ts';

/** The tree to measure: this one, or another checkout of it. */
const root = process.env.BENCH_OURS ?? fileURLToPath(new URL('../../..', import.meta.url));
const ORGANISATIONS = 60;
const AT_ONCE = 8;
const TRIES = 3;

export function createOurs(port: number, storage: string): Contender {
  const environment = {
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: storage,
    TRUST_PROXY: '1',
    COHORTS_PER_HOUR: '1000000',
    LOG_LEVEL: 'silent',
    ROOM_GRACE_MS: process.env.BENCH_ROOM_GRACE_MS ?? '3000',
  };
  const readyUrl = `http://127.0.0.1:${port}/healthz`;
  const server = new ServerProcess({ script: serverArguments(root), folder: root, environment, readyUrl });
  return {
    name: 'ours',
    answers: true,
    durable: true,
    get pid() {
      return server.pid;
    },
    start: () => server.start(),
    stop: () => server.stop(),
    heldBytes: () => server.heldBytes(),
    boards: (count, people) => makeBoards(port, count, people),
  };
}

/** The iceberg of one organisation for each board, and its people. */
async function makeBoards(port: number, count: number, people: number): Promise<Seat[][]> {
  const boards: Seat[][] = [];
  while (boards.length < count) {
    const organisations = Math.min(ORGANISATIONS, count - boards.length);
    boards.push(...(await makeCohort({ port, number: boards.length }, organisations, people)));
  }
  return boards;
}

interface Place {
  readonly port: number;
  /** Of the cohort, so that no two people have one address. */
  readonly number: number;
}

async function makeCohort(place: Place, organisations: number, people: number): Promise<Seat[][]> {
  const names = Array.from({ length: organisations }, (_, number) => `Organización ${number + 1}`);
  const made = await call(place, 0, '/api/cohorts', { name: 'Medida', date: '2026-11-20', organisations: names });
  const code = text(made.code);
  const seats = list(field(made, 'cohort'), 'organisations').flatMap((organisation, o) =>
    Array.from({ length: people }, (_, person) => ({
      organisation: text(organisation.id),
      person: o * people + person,
    })),
  );
  let boardOf: ReadonlyMap<string, string> | null = null;
  const taken = await inTurns(seats, async ({ organisation, person }) => {
    const joined = await call(place, person, '/api/sessions', { code, name: `Persona ${person}`, organisation });
    const token = text(joined.token);
    boardOf ??= icebergs(await call(place, person, '/api/me', null, token));
    const path = `/api/boards/${boardOf.get(organisation) ?? ''}/connection`;
    const user = { id: text(field(joined, 'person').id), name: text(field(joined, 'person').name) };
    return seatOf(place, person, await call(place, person, path, {}, token), user);
  });
  return Array.from({ length: organisations }, (_, o) => taken.slice(o * people, (o + 1) * people));
}

const icebergs = (me: Fields): ReadonlyMap<string, string> =>
  new Map(
    list(me, 'boards').flatMap((board) =>
      board.kind === 'iceberg' ? [[text(board.organisation), text(board.id)]] : [],
    ),
  );

function seatOf(place: Place, person: number, connection: Fields, user: NonNullable<Seat['user']>): Seat {
  const room = text(connection.room);
  return {
    port: place.port,
    path: `/sync/${room}`,
    room,
    protocols: Array.isArray(connection.protocols) ? connection.protocols.map(text) : [],
    headers: addressOf(place, person),
    prefix: new Uint8Array(),
    hello: null,
    answers: true,
    user,
  };
}

/** Everybody has an own address, as people at home do. */
function addressOf({ number }: Place, person: number): Record<string, string> {
  const all = number * 100 + person + 1;
  return { 'X-Forwarded-For': `10.${(all >> 16) & 255}.${(all >> 8) & 255}.${all & 255}` };
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** Asks again when the server says so (429, 503), a few times. */
async function call(place: Place, person: number, path: string, body: Fields | null, token?: string): Promise<Fields> {
  for (let left = TRIES; ; left -= 1) {
    const response = await request(place, person, path, body, token);
    const answer: unknown = await response.json();
    if (response.ok && isFields(answer)) return answer;
    const later = Number(response.headers.get('retry-after'));
    if (left === 0 || !(later > 0)) throw new Error(`${path} answered ${response.status}`);
    await pause(later * 1000);
  }
}

const request = (place: Place, person: number, path: string, body: Fields | null, token?: string): Promise<Response> =>
  fetch(`http://127.0.0.1:${place.port}${path}`, {
    method: body === null ? 'GET' : 'POST',
    headers: { ...addressOf(place, person), ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }) },
    ...(body === null ? {} : { body: JSON.stringify(body) }),
  });

async function inTurns<A, B>(all: readonly A[], act: (one: A) => Promise<B>): Promise<B[]> {
  const done: B[] = [];
  for (let at = 0; at < all.length; at += AT_ONCE)
    done.push(...(await Promise.all(all.slice(at, at + AT_ONCE).map(act))));
  return done;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const field = (fields: Fields, name: string): Fields => {
  const value = fields[name];
  return isFields(value) ? value : {};
};
const list = (fields: Fields, name: string): Fields[] => {
  const value = fields[name];
  return Array.isArray(value) ? value.filter(isFields) : [];
};
