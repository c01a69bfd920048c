/** Breaks one page of a file, as a disk does. Knows no table. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { PAGE_BYTES } from '../../server/storage/file-pages.ts';

/** `page` is its number, from 1. No kind of page begins like what it begins with afterwards. */
export function spoilPage(path: string, page: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(8, 0xee), 0, 8, (page - 1) * PAGE_BYTES);
  closeSync(file);
}
