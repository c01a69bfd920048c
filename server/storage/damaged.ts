/** What is damaged in a file: how SQLite says so, and a row that cannot be trusted. Knows no table. */

export type RowKind = 'update' | 'snapshot';

/** A row that is there and cannot be trusted. `bytes` is what could be read of it. */
export interface DamagedRow {
  readonly kind: RowKind;
  readonly seq: number;
  readonly bytes: Uint8Array;
  readonly checksum: number;
}

export type Row = Readonly<Record<string, unknown>>;

const NOTHING = new Uint8Array();
const SQLITE_CORRUPT = 11;

/** Damage inside the file, not trouble with the disk under it. */
export const isCorruption = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === SQLITE_CORRUPT;

export function unlessCorrupt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (isCorruption(error)) return undefined;
    throw error;
  }
}

export const bytesOf = (value: unknown): Uint8Array => (value instanceof Uint8Array ? value : NOTHING);
