/** The other servers: how each is installed and started, and what a place on one of its boards is. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as encoding from 'lib0/encoding';
import type { Seat } from '../load/seat.ts';
import type { Contender, ContenderName } from './contender.ts';
import { ServerProcess } from './server-process.ts';

export type PeerName = Exclude<ContenderName, 'ours'>;

interface Peer {
  readonly folder: string;
  readonly durable: boolean;
  readonly answers: boolean;
  /** Gets a folder to keep boards in. */
  readonly keeps: boolean;
  readonly packages: boolean;
}

const PEERS: Readonly<Record<PeerName, Peer>> = {
  stock: { folder: 'y-websocket', durable: false, answers: true, keeps: false, packages: true },
  'stock-leveldb': { folder: 'y-websocket', durable: true, answers: true, keeps: true, packages: true },
  hocuspocus: { folder: 'hocuspocus', durable: true, answers: true, keeps: true, packages: true },
  ws: { folder: 'ws', durable: false, answers: false, keeps: false, packages: false },
};

const folderOf = (name: PeerName): string => fileURLToPath(new URL(`../peers/${PEERS[name].folder}`, import.meta.url));

/** Installs what a peer needs, the first time. No package's own scripts are run. */
export function install(name: PeerName): void {
  const folder = folderOf(name);
  if (!PEERS[name].packages || existsSync(join(folder, 'node_modules/.package-lock.json'))) return;
  console.log(`installing ${name} …`);
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { npm_execpath: npm } = process.env;
  const [command, before] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const { status } = spawnSync(command, [...before, ...args], { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error(`${name} could not be installed; try: npm ci in ${PEERS[name].folder}`);
}

/** A peer on this port, with its boards (if it keeps any) in `storage`. */
export function createPeer(name: PeerName, port: number, storage: string): Contender {
  const { durable, answers, keeps } = PEERS[name];
  const folder = folderOf(name);
  const server = new ServerProcess({
    script: [join(folder, 'server.mjs')],
    folder,
    environment: { PORT: String(port), ...(keeps ? { FOLDER: storage } : {}) },
    readyUrl: `http://127.0.0.1:${port}/`,
  });
  return {
    name,
    answers,
    durable,
    get pid() {
      return server.pid;
    },
    start: () => server.start(),
    stop: () => server.stop(),
    heldBytes: () => server.heldBytes(),
    boards: (count, people) => {
      const rooms = Array.from({ length: count }, () => randomBytes(16).toString('base64url').slice(0, 21));
      const seats = rooms.map((room) => Array.from({ length: people }, () => seatOf(name, port, room, answers)));
      return Promise.resolve(seats);
    },
  };
}

function seatOf(name: PeerName, port: number, room: string, answers: boolean): Seat {
  const plain = { port, path: `/${room}`, room, protocols: [], headers: {}, answers };
  return name === 'hocuspocus'
    ? { ...plain, path: '/', prefix: addressOf(room), hello: helloOf(room) }
    : { ...plain, prefix: new Uint8Array(), hello: null };
}

/** Hocuspocus carries many documents on one socket: the name of the document goes in front of each message. */
const addressOf = (room: string): Uint8Array => encoding.encode((encoder) => encoding.writeVarString(encoder, room));

const AUTH = 2;
const TOKEN = 0;
const helloOf = (room: string): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarString(encoder, room);
    encoding.writeVarUint(encoder, AUTH);
    encoding.writeVarUint(encoder, TOKEN);
    encoding.writeVarString(encoder, 'token');
  });
