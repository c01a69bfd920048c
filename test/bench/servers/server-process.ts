/**
 * A server in its own process on its own core: started, asked whether it is ready, stopped by its number. Knows not which
 * server it is. Nothing survives the process that started it.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { pause } from '../load/pace.ts';

export interface Command {
  /** Arguments of Node: its own settings, then what it runs. */
  readonly script: readonly string[];
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Answers 200 once the server is ready. */
  readonly readyUrl: string;
}

const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 10_000;
const PROBE = ['--expose-gc', '--import', new URL('memory-probe.mjs', import.meta.url).href];
/** For profiles: BENCH_SERVER_ARGS='--cpu-prof --cpu-prof-dir=/somewhere'. */
const EXTRA = (process.env.BENCH_SERVER_ARGS ?? '').split(' ').filter((argument) => argument !== '');
const running = new Set<ChildProcess>();

/** Whether processes can be kept on one core here. */
export const canPin = spawnSync('taskset', ['--version'], { stdio: 'ignore' }).status === 0;

/** Node's own command, kept on a core where that is possible. */
export function onCore(core: number, args: readonly string[]): readonly [string, readonly string[]] {
  return canPin ? ['taskset', ['-c', String(core), process.execPath, ...args]] : [process.execPath, args];
}

export class ServerProcess {
  readonly #command: Command;
  #child: ChildProcess | null = null;

  constructor(command: Command) {
    this.#command = command;
  }

  get pid(): number {
    return this.#child?.pid ?? Number.NaN;
  }

  /** Resolves with how many milliseconds it took until it was ready. */
  async start(): Promise<number> {
    const { script, folder, environment, readyUrl } = this.#command;
    const [file, args] = onCore(0, [...PROBE, ...EXTRA, ...script]);
    const begin = performance.now();
    const child = spawn(file, args, {
      cwd: folder,
      env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', ...environment },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#child = child;
    running.add(child);
    child.on('exit', () => running.delete(child));
    // What it says by itself is read and forgotten: it must not wait for that.
    child.stdout?.setEncoding('utf8').resume();
    while (!(await answers(readyUrl))) {
      if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode} before it was ready`);
      if (performance.now() - begin > READY_WITHIN_MS) throw new Error('the server did not get ready');
      await pause(3);
    }
    return performance.now() - begin;
  }

  /** Bytes held after a collection, outside the heap too, as memory-probe.mjs says them. */
  heldBytes(): Promise<number> {
    return new Promise((resolve) => {
      let said = '';
      const hear = (part: string): void => {
        said += part;
        const bytes = /^held (\d+)$/m.exec(said.slice(0, said.lastIndexOf('\n') + 1))?.[1];
        if (bytes === undefined) return;
        this.#child?.stdout?.off('data', hear);
        resolve(Number(bytes));
      };
      this.#child?.stdout?.on('data', hear);
      this.#child?.stdin?.write('memory\n');
    });
  }

  /** Asks it to stop; kills it when it does not. */
  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
    await gone;
    clearTimeout(force);
  }
}

/** Kills whatever still runs; for the end of the process, when there is no time to ask. */
export function killAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(1_000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    // Nobody listens yet.
    return false;
  }
}
