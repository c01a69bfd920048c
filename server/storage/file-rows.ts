/**
 * The rows in the pages of a SQLite file, found page by page and not from the root of a table, so that no broken page
 * hides what is in others. Knows SQLite's format of cells and records; which table a row is of is for the caller to tell.
 */
import { type FilePages, PAGE_BYTES } from './file-pages.ts';

export type Value = number | string | Uint8Array | null;

export interface FileRow {
  /** `table`: a row under a number of its own. `key`: an entry of an index, or of a table WITHOUT ROWID. */
  readonly of: 'table' | 'key';
  readonly rowid: number;
  readonly values: readonly Value[];
  /** On a page that SQLite has put aside for new rows, if its list can be trusted: deleted, or misplaced by damage. */
  readonly free: boolean;
}

const TABLE_LEAF = 0x0d;
const KEY_LEAF = 0x0a;
const KEY_INNER = 0x02;
const MOST_VALUES = 20;

/** Every row that can be made out, in the order of pages. */
export function* fileRows(pages: FilePages): Generator<FileRow> {
  const free = freePages(pages);
  for (let number = 1; number <= pages.count; number += 1) {
    const page = pages.page(number);
    if (page === null) continue;
    for (const row of rowsOf(pages, page, number === 1 ? 100 : 0)) yield { ...row, free: free.has(number) };
  }
}

type BareRow = Omit<FileRow, 'free'>;

function* rowsOf(pages: FilePages, page: Buffer, head: number): Generator<BareRow> {
  const kind = page[head];
  if (kind !== TABLE_LEAF && kind !== KEY_LEAF && kind !== KEY_INNER) return;
  const pointers = head + (kind === KEY_INNER ? 12 : 8);
  const cells = Math.min(page.readUInt16BE(head + 3), (PAGE_BYTES - pointers) >> 1);
  for (let i = 0; i < cells; i += 1) {
    const row = rowAt(pages, page, kind, page.readUInt16BE(pointers + 2 * i));
    if (row !== null) yield row;
  }
}

/** Null where the bytes are no cell. */
function rowAt(pages: FilePages, page: Buffer, kind: number, start: number): BareRow | null {
  if (start < 8 || start >= PAGE_BYTES) return null;
  try {
    const length = varint(page, kind === KEY_INNER ? start + 4 : start);
    const rowid = kind === TABLE_LEAF ? varint(page, length.end) : { value: 0, end: length.end };
    const payload = payloadAt(pages, page, rowid.end, length.value, kind === TABLE_LEAF);
    const values = payload === null ? null : valuesOf(payload);
    return values === null ? null : { of: kind === TABLE_LEAF ? 'table' : 'key', rowid: rowid.value, values };
  } catch (error) {
    // Numbers that point outside the page: a broken cell.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The content of a cell, what lies on overflow pages included; null when a page of it is missing. */
function payloadAt(pages: FilePages, page: Buffer, at: number, length: number, ofTable: boolean): Buffer | null {
  const mostHere = ofTable ? PAGE_BYTES - 35 : Math.floor(((PAGE_BYTES - 12) * 64) / 255) - 23;
  if (length <= mostHere) return at + length <= PAGE_BYTES ? page.subarray(at, at + length) : null;
  if (length > pages.count * PAGE_BYTES) return null;
  const leastHere = Math.floor(((PAGE_BYTES - 12) * 32) / 255) - 23;
  const fitting = leastHere + ((length - leastHere) % (PAGE_BYTES - 4));
  const here = fitting <= mostHere ? fitting : leastHere;
  const parts = [page.subarray(at, at + here)];
  let next = page.readUInt32BE(at + here);
  for (let missing = length - here; missing > 0; missing -= PAGE_BYTES - 4) {
    const overflow = pages.page(next);
    if (overflow === null) return null;
    parts.push(overflow.subarray(4, 4 + Math.min(missing, PAGE_BYTES - 4)));
    next = overflow.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

function valuesOf(payload: Buffer): Value[] | null {
  const head = varint(payload, 0);
  if (head.value > payload.length) return null;
  const values: Value[] = [];
  let body = head.value;
  for (let at = head.end; at < head.value; ) {
    const type = varint(payload, at);
    at = type.end;
    const size = sizeOf(type.value);
    if (body + size > payload.length || values.length === MOST_VALUES) return null;
    values.push(valueFrom(type.value, payload.subarray(body, body + size)));
    body += size;
  }
  return body === payload.length ? values : null;
}

const INTEGER_SIZES = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0];
const sizeOf = (type: number): number => (type < 12 ? (INTEGER_SIZES[type] ?? 0) : (type - 12) >> 1);

function valueFrom(type: number, bytes: Buffer): Value {
  if (type === 0) return null;
  if (type < 6) return bytes.readIntBE(0, bytes.length);
  if (type === 6) return Number(bytes.readBigInt64BE(0));
  if (type === 7) return bytes.readDoubleBE(0);
  if (type === 8 || type === 9) return type - 8;
  return type % 2 === 0 ? new Uint8Array(bytes) : bytes.toString('utf8');
}

/** SQLite's number of one to nine bytes. Those that this server writes fit a JavaScript number. */
function varint(bytes: Buffer, at: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let i = 0; i < 8; i += 1) {
    const byte = bytes.readUInt8(at + i);
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, end: at + i + 1 };
  }
  return { value: value * 256 + bytes.readUInt8(at + 8), end: at + 9 };
}

/** What SQLite has put aside for new rows; as far as its list can be followed. */
function freePages(pages: FilePages): ReadonlySet<number> {
  const free = new Set<number>();
  let trunk = pages.page(1)?.readUInt32BE(32) ?? 0;
  while (trunk !== 0 && !free.has(trunk)) {
    const page = pages.page(trunk);
    if (page === null) break;
    const leaves = page.readUInt32BE(4);
    if (leaves > PAGE_BYTES / 4 - 2) break;
    free.add(trunk);
    for (let i = 0; i < leaves; i += 1) free.add(page.readUInt32BE(8 + 4 * i));
    trunk = page.readUInt32BE(0);
  }
  return free;
}
