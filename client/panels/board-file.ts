/** Making and reading files in the browser: what the download menu does. Draws nothing; image and JSON come from its callers. */

import { parseSnapshot, type SnapshotRefusal } from '../../shared/board/snapshot-format.ts';
import { BYTES } from '../../shared/limits.ts';

/** Gives the browser a file to keep. */
export function saveFile(name: string, contents: Blob): void {
  const address = URL.createObjectURL(contents);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has to have begun reading before the address goes.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

export const jsonFile = (snapshot: unknown): Blob =>
  new Blob([`${JSON.stringify(snapshot, null, 1)}\n`], { type: 'application/json' });

export type FileRefusal = SnapshotRefusal | 'too-large' | 'not-json';
export type ReadFile =
  | { readonly ok: true; readonly name: string; readonly notes: number; readonly snapshot: unknown }
  | { readonly ok: false; readonly why: FileRefusal; readonly at: string };

/** Judges a file before it is sent: size first, then JSON, then shape. `snapshot` is what was read, as it was. */
export async function readBoardFile(file: Pick<File, 'name' | 'size' | 'text'>): Promise<ReadFile> {
  if (file.size > BYTES.importBody) return { ok: false, why: 'too-large', at: '' };
  let snapshot: unknown;
  try {
    snapshot = JSON.parse(await file.text());
  } catch {
    // Not JSON, or no longer readable: for the person it is the same.
    return { ok: false, why: 'not-json', at: '' };
  }
  const parsed = parseSnapshot(snapshot);
  if (!parsed.ok) return { ok: false, why: parsed.why, at: parsed.at ?? '' };
  return { ok: true, name: file.name, notes: parsed.snapshot.notes.length, snapshot };
}
