/**
 * The real server as a process of its own: started, asked, killed and started again on the same port and data. Ends its
 * child whatever happens. Knows no board and no client.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { answersAgain, askAt, type Reachable } from './running-app.ts';
import { serverArguments } from './start-command.ts';

const READY = /listo: http:\/\/[^:]+:(\d+)/;

export interface Start {
  /** Environment variables of the child, beside those it cannot do without. */
  readonly env?: Readonly<Record<string, string>>;
  /** No file may grow above this many KiB (a soft limit: `roomAgain` lifts it). */
  readonly fileKiB?: number;
  /** So many files, sockets among them, may be open. */
  readonly openFiles?: number;
}
/** How a process ended: its exit code, or the signal that ended it. */
export type Ending = number | NodeJS.Signals | null;

export interface ServerProcess extends Reachable {
  readonly dataDir: string;
  readonly pid: number;
  /** Every line it wrote, standard output and errors, over all its lives. */
  readonly log: readonly string[];
  /** Sends a signal and waits until the process is gone. */
  stop(signal: NodeJS.Signals): Promise<Ending>;
  /** Starts it again, on the same port and data, and waits until it is ready. */
  start(how?: Start): Promise<void>;
  /** Resident memory in bytes. */
  memory(): number;
  /** Open file descriptors. */
  descriptors(): number;
  /** Processor time so far, in ms. */
  processorMs(): number;
  /** Ends it and deletes its data. May be called twice. */
  end(): Promise<void>;
}

/** Starts a server that says it is ready. Rejects with what it wrote when it ends instead. */
export async function startServerProcess(how: Start = {}, folder: string | null = null): Promise<ServerProcess> {
  const dataDir = folder ?? mkdtempSync(join(tmpdir(), 'tempano-process-'));
  const log: string[] = [];
  let life = await begin(how, dataDir, 0, log).catch((cause: unknown) => {
    if (folder === null) rmSync(dataDir, { recursive: true, force: true });
    throw cause;
  });
  const { port } = life;
  const url = `http://127.0.0.1:${port}`;
  const pid = (): number => life.child.pid ?? 0;
  const stop = async (signal: NodeJS.Signals): Promise<Ending> => {
    if (life.child.exitCode === null && life.child.signalCode === null) life.child.kill(signal);
    return life.gone;
  };
  return {
    url,
    dataDir,
    log,
    get pid() {
      return pid();
    },
    ask: (method, path, options) => askAt(url, method, path, options),
    stop,
    async start(again = how) {
      life = await begin(again, dataDir, port, log);
      await answersAgain(url);
    },
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid()}/status`, 'utf8'))?.[1]) * 1024,
    descriptors: () => readdirSync(`/proc/${pid()}/fd`).length,
    processorMs: () => processorMs(pid()),
    async end() {
      await stop('SIGKILL');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** What a server says that is not meant to start. Fails when it does. */
export async function refusalToStart(dataDir: string, how: Start = {}): Promise<{ ending: Ending; said: string }> {
  const child = launch(how, dataDir, 0);
  const log: string[] = [];
  collect(child, log, (line) => {
    if (READY.test(line)) child.kill('SIGKILL');
  });
  const ending = await endOf(child);
  return { ending, said: log.join('\n') };
}

/** Lifts the file limit of a running server. */
export async function roomAgain(pid: number): Promise<void> {
  const child = spawn('bash', ['-c', `prlimit --pid ${pid} --fsize=unlimited`], { stdio: 'ignore' });
  const ending = await endOf(child);
  if (ending !== 0) throw new Error(`prlimit ended with ${ending}`);
}

interface Life {
  readonly child: ChildProcess;
  readonly port: number;
  readonly gone: Promise<Ending>;
}

async function begin(how: Start, dataDir: string, port: number, log: string[]): Promise<Life> {
  const from = log.length;
  const child = launch(how, dataDir, port);
  const gone = endOf(child);
  const ready = new Promise<number>((resolve) => {
    collect(child, log, (line) => {
      const found = READY.exec(line)?.[1];
      if (found !== undefined) resolve(Number(found));
    });
  });
  const first = await Promise.race([ready, gone.then((ending) => ({ ending }))]);
  if (typeof first === 'number') return { child, port: first, gone };
  throw new Error(`the server ended with ${first.ending}: ${log.slice(from).join('\n')}`);
}

function launch({ env = {}, fileKiB, openFiles }: Start, dataDir: string, port: number): ChildProcess {
  // `exec`: the limited shell becomes the server, so that signals reach it. A soft limit, so that it can be lifted.
  const limit = fileKiB === undefined ? '' : `ulimit -S -f ${fileKiB}; `;
  const files = openFiles === undefined ? '' : `ulimit -n ${openFiles}; `;
  const child = spawn('bash', ['-c', `${limit}${files}exec "$0" "$@"`, process.execPath, ...serverArguments()], {
    env: {
      PATH: process.env.PATH ?? '',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: dataDir,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = (): void => {
    child.kill('SIGKILL');
  };
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  return child;
}

function collect(child: ChildProcess, log: string[], each: (line: string) => void): void {
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface(stream).on('line', (line) => {
      log.push(line);
      each(line);
    });
  }
}

async function endOf(child: ChildProcess): Promise<Ending> {
  // `close` comes once its last words have been read as well.
  await once(child, 'close');
  return child.exitCode ?? child.signalCode;
}

/** User and system time of a process, from the kernel's count of hundredths of a second. */
function processorMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
