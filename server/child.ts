/**
 * A process of its own for work that takes long or much memory. Running out of memory ends that process and nothing else:
 * a thread would sometimes take the whole server with it. Knows nothing of the work.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Gathering, inPieces } from './pieces.ts';
import { within } from './within.ts';

export interface Child {
  /** Resolves with the child's answer; rejects with a ChildEnded when it ends before that. One question at a time is the caller's care. */
  ask(question: unknown): Promise<unknown>;
  /** Ends it at once, with whatever it is at. Resolves when it is gone; may be called twice. */
  end(): Promise<void>;
}

/** It ended, or could not be started. */
export class ChildEnded extends Error {
  override readonly name = 'ChildEnded';
  /** It needed more memory than it may use. */
  readonly ranOut: boolean;
  /** It never ran: the system has no memory, processes or files left. */
  readonly unstarted: boolean;

  constructor(how: { readonly ranOut?: boolean; readonly unstarted?: boolean } = {}, options?: ErrorOptions) {
    super('the process ended', options);
    this.ranOut = how.ranOut ?? false;
    this.unstarted = how.unstarted ?? false;
  }
}

export interface ChildOptions {
  /** What it may use for objects, in MB; above it, it ends. */
  readonly memoryMb: number;
  readonly args?: readonly string[];
}

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/** Starts `script`, which calls `answerParent`. Never throws: what is asked of one that could not be started rejects. */
export function startChild(script: URL, options: ChildOptions): Child {
  let child: ChildProcess;
  try {
    child = forked(script, options);
  } catch (cause) {
    // Some of what the system says no with is thrown, some (below) is told later.
    return {
      ask: () => Promise.reject(new ChildEnded({ unstarted: true }, { cause })),
      end: () => Promise.resolve(),
    };
  }
  return childOf(child);
}

const forked = (script: URL, { memoryMb, args = [] }: ChildOptions): ChildProcess =>
  fork(fileURLToPath(script), args, {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${memoryMb}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });

function childOf(child: ChildProcess): Child {
  const unstarted = child.pid === undefined;
  let waiting: Waiting | null = null;
  const settle = (how: (one: Waiting) => void): void => {
    const one = waiting;
    waiting = null;
    if (one !== null) how(one);
  };
  const gone = new Promise<void>((resolve) => {
    const ended = (ranOut: boolean): void => {
      settle(({ reject }) => reject(new ChildEnded({ ranOut, unstarted })));
      resolve();
    };
    child.once('exit', (code, signal) => ended(signal === 'SIGABRT' || code === ABORTED));
    // It could not even be started, or not be told to end.
    child.on('error', () => ended(false));
  });
  const answers = new Gathering();
  child.on('message', (piece) => {
    const answer = answers.take(piece);
    if (answer !== null) settle(({ resolve }) => resolve(answer.message));
  });
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        const failed = (cause?: unknown): void => settle((one) => one.reject(new ChildEnded({ unstarted }, { cause })));
        if (isSendable(question)) sendTo(child, question).catch(failed);
        else failed();
      }),
    end: () => {
      child.kill('SIGKILL');
      return gone;
    },
  };
}

/** Between two pieces others have their turn. */
async function sendTo(child: ChildProcess, question: object): Promise<void> {
  for (const piece of inPieces(question)) {
    if (!child.connected) throw new Error('it is gone');
    await new Promise<void>((resolve, reject) => {
      child.send(piece, (cause) => (cause === null ? setImmediate(resolve) : reject(cause)));
    });
  }
}

/** How V8 ends a process without memory, where there are no signals. */
const ABORTED = 134;

const isSendable = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The server ends whoever takes long well before this. It is for one whose server was killed in the middle of the work. */
const ORPHAN_MS = 90_000;

/** In the child: answers each question of the server. It ends when the server is gone; at work, once that took `longestMs`. */
export function answerParent(answer: (question: unknown) => object, longestMs = ORPHAN_MS): void {
  const questions = new Gathering();
  process.on('message', (piece) => {
    const question = questions.take(piece);
    if (question === null) return;
    // While it works it does not hear that the server is gone, and work that was made to take long may never be done.
    const answered = within(longestMs, () => answer(question.message));
    if (answered === null) process.exit(1);
    for (const part of inPieces(answered.value)) process.send?.(part);
  });
  beTheFirstToGo();
  // It is killed rather than asked to end: what it compiled would not be kept.
  flushCompileCache();
  process.on('disconnect', () => process.exit());
  // The terminal's Ctrl-C reaches every process; the server decides when this one ends.
  process.on('SIGINT', () => undefined);
}

/** Where the memory of the whole computer runs out, Linux ends this process and not the server, which is larger. */
function beTheFirstToGo(): void {
  try {
    writeFileSync('/proc/self/oom_score_adj', '800');
  } catch {
    // Another system.
  }
}
