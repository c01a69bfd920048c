/** A process ended at any moment while it writes and folds: everything it said is stored is there afterwards. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createBoardStore } from '../../../server/storage/board-store.ts';
import { openSoundDatabase } from '../../../server/storage/open-file.ts';
import { type BoardId, newBoardId } from '../../../shared/ids.ts';
import { createRandom } from '../../kit/random.ts';
import { many } from '../../kit/soak.ts';
import { readWords } from '../../kit/storage-contract.ts';

const WRITER = fileURLToPath(new URL('../../kit/storage-writer.ts', import.meta.url));
const ROUNDS = many(6, 100);
const LONGEST_MS = many(120_000, 600_000);

/** Ends it so many words after so many folds; returns the number of the last word it said is stored. */
async function writeAndKill(
  folder: string,
  board: BoardId,
  from: number,
  { folds, words }: { readonly folds: number; readonly words: number },
): Promise<number> {
  const child = spawn(process.execPath, [WRITER, folder, board, String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  let last = from - 1;
  let [folded, after] = [0, 0];
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'folded') folded += 1;
    else last = Number(line);
    if (folded >= folds) after += 1;
    if (after >= words) child.kill('SIGKILL');
  }
  expect(await ended).toBeNull();
  return last;
}

it(
  `loses nothing it said is stored, killed ${ROUNDS} times while it folds`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tempano-kill-'));
    const random = createRandom(5);
    const board = newBoardId();
    let last = -1;
    let folded = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      last = await writeAndKill(folder, board, last + 1, {
        folds: random.int(3),
        words: 1 + random.int(80),
      });
      const events: unknown[] = [];
      const log = (event: string): number => events.push(event);
      const database = openSoundDatabase(folder, log, Date.now);
      const store = createBoardStore({ database, log });
      const stored = await store.load(board);
      database.close();
      const words = readWords(stored);
      const missing = Array.from({ length: last + 1 }, (_, i) => i).filter((i) => words[i] !== `word ${i}`);
      expect([missing, events]).toEqual([[], []]);
      folded += stored?.snapshot?.bytes.length ?? 0;
      // The one under way when it was ended may be there or not: it goes on after it.
      last = Math.max(last, ...Object.keys(words).map(Number));
    }
    expect(folded).toBeGreaterThan(0);
    rmSync(folder, { recursive: true });
  },
  LONGEST_MS,
);
