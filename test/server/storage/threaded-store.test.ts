import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { createThreadedStore } from '../../../server/storage/threaded-store.ts';
import { storageContract } from '../../kit/storage-contract.ts';

const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'tempano-thread-'));
  folders.push(folder);
  return folder;
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

storageContract('The store on its own thread', () => createThreadedStore(newFolder(), () => undefined));
