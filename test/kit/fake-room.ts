/** A room in the eyes of the saver: hands over what the test put in, and notes what it was told. */
import type { StoredUpdate } from '../../server/sync/ports.ts';
import type { Saved } from '../../server/sync/saver.ts';
import { type BoardId, newBoardId } from '../../shared/ids.ts';

export class FakeRoom implements Saved {
  readonly board: BoardId = newBoardId();
  readonly settled: boolean[] = [];
  waiting: Uint8Array[] = [];
  relayed = 0;
  weight = 0;

  take(): readonly StoredUpdate[] {
    return this.waiting.splice(0).map((update) => ({ board: this.board, update, takesBack: false }));
  }

  settle(stored: boolean): void {
    this.settled.push(stored);
  }

  relay(): void {
    this.relayed += 1;
  }
}
