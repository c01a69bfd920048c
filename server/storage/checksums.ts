/**
 * The checksums of stored rows: CRC-32 over the place of a row and what is in it, so that a row that strayed is noticed
 * as well as one that was changed. Knows no database.
 */
import { crc32 } from 'node:zlib';

/** The number a board goes by in the other tables. */
export const documentChecksum = (id: number, board: string): number => crc32(`document:${id}:${board}`);

/** Without `takesBack` the same as in files of version 1. */
export const recordChecksum = (document: number, seq: number, bytes: Uint8Array, takesBack: boolean): number =>
  crc32(bytes, crc32(`${takesBack ? 'update-takes-back' : 'update'}:${document}:${seq}`));

/** Up to which number a board has records. */
export const endChecksum = (document: number, seq: number): number => crc32(`end:${document}:${seq}`);

/** Records of a board that are known to be lost, from the first to the last. */
export const lostChecksum = (board: string, first: number, last: number): number =>
  crc32(`lost:${board}:${first}:${last}`);

/** A snapshot in one piece, as version 1 stored it. */
export const wholeSnapshotChecksum = (document: number, through: number, bytes: Uint8Array): number =>
  crc32(bytes, crc32(`snapshot:${document}:${through}`));

/** What a reader knows of a snapshot without opening it. */
export interface SnapshotHead {
  /** 0 for one whose bytes are in the same row. */
  readonly chunks: number;
  readonly entries: number;
  readonly stateVector: Uint8Array;
  readonly deletes: Uint8Array;
}

/** `inRow`: the snapshot itself, or nothing when it is in chunks. */
export const snapshotChecksum = (document: number, through: number, head: SnapshotHead, inRow: Uint8Array): number => {
  const place = `head:${document}:${through}:${head.chunks}:${head.entries}:${head.stateVector.length}`;
  return crc32(inRow, crc32(head.deletes, crc32(head.stateVector, crc32(place))));
};

export const chunkChecksum = (document: number, through: number, chunk: number, bytes: Uint8Array): number =>
  crc32(bytes, crc32(`chunk:${document}:${through}:${chunk}`));
