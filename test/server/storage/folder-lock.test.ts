import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockFolder } from '../../../server/storage/folder-lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tempano-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('is taken once at a time', () => {
  const release = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(expect.objectContaining({ code: 'FOLDER_IN_USE' }));
  release();
  lockFolder(folder)();
});

it('does not take a fault of the folder for another server', () => {
  writeFileSync(join(folder, 'tempano.lock'), 'not a database '.repeat(100));
  expect(() => lockFolder(folder)).toThrow('file is not a database');
  expect(() => lockFolder(folder)).not.toThrow(expect.objectContaining({ code: 'FOLDER_IN_USE' }));
});
