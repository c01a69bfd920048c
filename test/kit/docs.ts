/** Board documents joined by a network the test empties itself. Knows no server. */
import * as Y from 'yjs';
import { seedBoard, type Writer } from '../../shared/board/document.ts';
import type { BoardKind } from '../../shared/template/kinds.ts';

/** Copies of one seeded board, one a person, each with its own origin. */
export function joinedBoards(kind: BoardKind, people: number): Writer[] {
  const seed = new Y.Doc();
  seedBoard(seed, kind);
  const start = Y.encodeStateAsUpdate(seed);
  seed.destroy();
  return Array.from({ length: people }, (_, i) => {
    const doc = new Y.Doc();
    doc.clientID = i + 1;
    Y.applyUpdate(doc, start, 'net');
    return { doc, origin: { person: i } };
  });
}

/** Everybody hears everything; afterwards all documents are equal. */
export function exchange(writers: readonly { readonly doc: Y.Doc }[]): void {
  for (const { doc: from } of writers) {
    const update = Y.encodeStateAsUpdate(from);
    for (const { doc: to } of writers) if (to !== from) Y.applyUpdate(to, update, 'net');
  }
}
