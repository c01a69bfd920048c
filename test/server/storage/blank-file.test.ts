/** A file whose boards were all in its log still, and that comes without it: never taken for a new one. */
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { DATABASE_FILE, databasePath, openDatabase } from '../../../server/storage/database.ts';
import { MARKER_FILE, openSoundDatabase } from '../../../server/storage/open-file.ts';
import { openRegistry } from '../../../server/storage/registry.ts';
import { newBoardId } from '../../../shared/ids.ts';
import { makeBoard } from '../../kit/make-board.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tempano-blank-'));
  folders.push(folder);
  return folder;
}

const open = (folder: string) => openSoundDatabase(folder, () => undefined, Date.now);

/** As a server leaves a folder that is ended at once, soon after its first start. */
function killedYoung(): string {
  const [living, killed] = [newFolder(), newFolder()];
  const database = open(living);
  openRegistry(database);
  makeBoard(database, newBoardId(), new Uint8Array([0, 0]));
  for (const name of readdirSync(living)) copyFileSync(join(living, name), join(killed, name));
  database.close();
  return killed;
}

describe('A file that is blank', () => {
  it.each<[string, (log: string) => void]>([
    ['without its log', (log) => rmSync(log)],
    ['with an empty log', (log) => writeFileSync(log, '')],
    ['with garbage for a log', (log) => writeFileSync(log, Buffer.alloc(50_000, 9))],
  ])('%s is refused by name and left as it is', (_how, harm) => {
    const folder = killedYoung();
    const path = databasePath(folder);
    harm(`${path}-wal`);
    const before = readFileSync(path);
    expect(() => open(folder)).toThrow(`${DATABASE_FILE} is blank, and it held boards`);
    expect(readFileSync(path).equals(before)).toBe(true);
    rmSync(join(folder, MARKER_FILE));
    open(folder).close();
  });

  it('with its log is whole', () => {
    const database = open(killedYoung());
    expect(database.prepare('SELECT count(*) AS n FROM documents').get()).toMatchObject({ n: 1 });
    database.close();
  });

  it('is no loss where a server ended before it came to its tables', () => {
    const folder = newFolder();
    openDatabase(folder).close();
    open(folder).close();
    open(folder).close();
  });
});
