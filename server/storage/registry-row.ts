/** Reads one row of a control-plane table, column by column. A value of another type is a bug or a damaged file: throws. */

export type Row = Record<string, unknown>;

export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new TypeError(`column ${column} holds no text`);
  return value;
}

export function integer(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new TypeError(`column ${column} holds no number`);
  return value;
}

export const flag = (row: Row, column: string): boolean => integer(row, column) !== 0;

export function bytesOrNull(row: Row, column: string): Uint8Array | null {
  const value = row[column];
  if (value === null) return null;
  if (!(value instanceof Uint8Array)) throw new TypeError(`column ${column} holds no bytes`);
  return value;
}

/** A value that passes a guard: an id, or one of a few words. */
export function checked<T>(row: Row, column: string, is: (x: unknown) => x is T): T {
  const value = row[column];
  if (!is(value)) throw new TypeError(`column ${column} holds something unexpected`);
  return value;
}

export const checkedOrNull = <T>(row: Row, column: string, is: (x: unknown) => x is T): T | null =>
  row[column] === null ? null : checked(row, column, is);

/** A guard for one of a few words. */
export const oneOf =
  <T extends string>(words: readonly T[]) =>
  (x: unknown): x is T =>
    words.some((word) => word === x);
