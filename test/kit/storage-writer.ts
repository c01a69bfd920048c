/**
 * A process that writes words to one board and has it folded all the while, until it is ended. Says the number of each
 * word on a line of its own once it is stored, and `folded` each time the board was folded. Arguments: data folder, board, number of the first word.
 */
import * as Y from 'yjs';
import { createThreadedStore } from '../../server/storage/threaded-store.ts';
import { parseBoardId } from '../../shared/ids.ts';
import { makeBoardIn } from './make-board.ts';

const [folder = '', name = '', from = '0'] = process.argv.slice(2);
const board = parseBoardId(name);
if (board === null) throw new Error('no board');
const storage = createThreadedStore(folder, (event) => console.error(event));
const doc = new Y.Doc();
const stored = await storage.load(board);
if (stored === null) makeBoardIn(folder, board, new Uint8Array([0, 0]));
if (stored?.snapshot) Y.applyUpdate(doc, stored.snapshot.bytes);
for (const update of stored?.updates ?? []) Y.applyUpdate(doc, update);
/** Big enough for a snapshot of several chunks, so that there is something to be ended in. */
doc.getMap('ballast').set('x', 'x'.repeat(1_500_000));
await storage.append([{ board, update: Y.encodeStateAsUpdate(doc), takesBack: false }]);

let folding = false;
const fold = (): void => {
  if (folding) return;
  folding = true;
  storage.compact(board).then(
    () => {
      folding = false;
      console.log('folded');
    },
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
};
for (let i = Number(from); ; i += 1) {
  const before = Y.encodeStateVector(doc);
  doc.getMap('words').set(String(i), `word ${i}`);
  await storage.append([{ board, update: Y.encodeStateAsUpdate(doc, before), takesBack: false }]);
  console.log(i);
  fold();
}
