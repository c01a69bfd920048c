/** What an update may cost: nothing to speak of where people write, much where each item passes what stood there. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { decodeUpdate } from '../../../server/sync/decoded-update.ts';
import { Effort } from '../../../server/sync/effort.ts';

const LETTER = 3;

/** People on one board; `steps` of what they write, of one update on average. */
function world() {
  const effort = new Effort();
  const clocks = new Map<number, number>();
  const docs: Y.Doc[] = [];
  let bytes = 0;
  let steps = 0;
  let updates = 0;
  const clockOf = (client: number): number => clocks.get(client) ?? 0;
  const take = (update: Uint8Array, from: Y.Doc): void => {
    const decoded = decodeUpdate(update);
    if (decoded === null) throw new Error('no update');
    steps += effort.of({ ...decoded, clockOf }, bytes);
    updates += 1;
    bytes += update.length;
    for (const [client, run] of decoded.structs) {
      const last = run.at(-1);
      if (last !== undefined) clocks.set(client, last.id.clock + last.length);
    }
    for (const doc of docs) if (doc !== from) Y.applyUpdate(doc, update, 'net');
  };
  const person = (): Y.Doc => {
    const doc = new Y.Doc();
    for (const other of docs) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'net');
    doc.on('update', (update: Uint8Array, origin: unknown) => origin !== 'net' && take(update, doc));
    docs.push(doc);
    return doc;
  };
  /** What each update of this costs on average, in shares of the board's bytes. */
  const share = (write: () => void): number => {
    [steps, updates] = [0, 0];
    write();
    return steps / updates / bytes;
  };
  return { person, share };
}

const many = (times: number, act: (n: number) => void): void => {
  for (let n = 0; n < times; n += 1) act(n);
};
const LITTLE = 0.01;

describe('The effort of an update', () => {
  const filled = () => {
    const { person, share } = world();
    const [ana, luz] = [person(), person()];
    ana.getText('t').insert(0, 'x'.repeat(3_000));
    many(200, (n) => ana.getMap('places').set(`n${n}`, 0));
    return { ana, luz, share };
  };

  it('is little where somebody goes on writing, at the end, in the middle, beside others who do', () => {
    const { ana, luz, share } = filled();
    const typing = share(() =>
      many(300, (n) => {
        ana.getText('t').insert(1_000 + n, 'a');
        luz.getText('t').insert(luz.getText('t').length - 10, 'b'.repeat(LETTER));
      }),
    );
    expect(typing).toBeLessThan(LITTLE);
  });

  it('is little where a value is set again and again, by whomever', () => {
    const { ana, luz, share } = filled();
    const dragging = share(() => many(300, (n) => (n % 2 === 0 ? ana : luz).getMap('places').set('n7', n)));
    expect(dragging).toBeLessThan(LITTLE);
  });

  it('is as much as the board may hold where something may stand behind it already', () => {
    const { luz, share } = filled();
    const leaping = share(() => many(100, (n) => luz.getText('t').insert(2_900 - 20 * n, 'c')));
    expect(leaping).toBeGreaterThan(20 * LITTLE);
    expect(share(() => many(100, (n) => luz.getMap('places').set(`m${n}`, n)))).toBeGreaterThan(20 * LITTLE);
  });

  it('leaves out what would go where nothing can: in an empty text, at the beginning of a list', () => {
    const effort = new Effort();
    const doc = new Y.Doc();
    const into = doc.getMap('notes').set('n', new Y.Text());
    const before = Y.encodeStateVector(doc);
    const added = (write: () => void): number => {
      write();
      const decoded = decodeUpdate(Y.encodeStateAsUpdate(doc, before));
      if (decoded === null) throw new Error('no update');
      return effort.of({ ...decoded, clockOf: (client) => (client === doc.clientID ? 1 : 0) }, 1_000_000);
    };
    const inText = added(() => into.insert(0, 'a'));
    expect(inText).toBeGreaterThan(0);
    expect(added(() => doc.getMap('notes').set('m', 1)) / inText).toBeGreaterThan(10);
  });

  it('is no more than the largest places of the board allow, where those are known', () => {
    const effort = new Effort();
    const doc = new Y.Doc();
    doc.getText('t').insert(0, 'abc');
    const before = Y.encodeStateVector(doc);
    const stepsOf = (write: () => void, shape?: { longest: number; heaviest: number }): number => {
      write();
      const decoded = decodeUpdate(Y.encodeStateAsUpdate(doc, before));
      if (decoded === null) throw new Error('no update');
      return effort.of({ ...decoded, clockOf: (client) => (client === doc.clientID ? 3 : 0) }, 10_000_000, shape);
    };
    const shape = { longest: 500, heaviest: 5_000 };
    const set = (): unknown => doc.getMap('places').set('n', 1);
    expect(stepsOf(set)).toBeGreaterThan(100_000_000);
    // Passing 500, and 5,000 that go; cutting an item in two may still move all others of a client.
    expect(stepsOf(set, shape)).toBeLessThan(500 + 50_000 + 20_000);
    const erase = (): void => doc.getText('t').delete(0, 2);
    expect(stepsOf(erase) / stepsOf(erase, shape)).toBeGreaterThan(100);
  });

  it('grows faster than the letters that go', () => {
    const gone = (letters: number): number => {
      const { ana, share } = filled();
      return share(() => ana.getText('t').delete(0, letters));
    };
    expect(gone(2_000) / gone(200)).toBeGreaterThan(11);
  });

  it('counts what is there already only once', () => {
    const effort = new Effort();
    const doc = new Y.Doc();
    many(50, (n) => doc.getMap('places').set(`n${n}`, n));
    const all = decodeUpdate(Y.encodeStateAsUpdate(doc));
    if (all === null) throw new Error('no update');
    const fresh = effort.of({ ...all, clockOf: () => 0 }, 1_000);
    const known = effort.of({ ...all, clockOf: () => 50 }, 1_000);
    expect(known).toBeLessThan(fresh / 10);
  });
});
