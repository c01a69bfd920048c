/** Of what was deleted meanwhile nothing is missing: whatever was to be done with it need not be named as failed. Knows no row. */

/** Whether the row is gone. Where it cannot be looked up, because the disk cannot be read, it is not known to be. */
export function isDeleted(row: () => unknown): boolean {
  try {
    return row() === null;
  } catch {
    return false;
  }
}
