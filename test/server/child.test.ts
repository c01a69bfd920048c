/** Processes of the server: what ends them, and that they go before the server does. */
import { afterEach, describe, expect, it } from 'vitest';
import { type Child, startChild } from '../../server/child.ts';

const SCRIPT = new URL('../fixtures/telling-child.ts', import.meta.url);

const open: Child[] = [];
afterEach(async () => {
  for (const child of open.splice(0)) await child.end();
});
function started(memoryMb = 64, args: string[] = []): Child {
  const child = startChild(SCRIPT, { memoryMb, args });
  open.push(child);
  return child;
}

describe.runIf(process.platform === 'linux')('on a computer without memory', () => {
  it('it ends before the server does', async () => {
    expect(await started().ask({})).toEqual({ goesFirst: 800 });
  });
});

it('is given much and gives much back, and again', async () => {
  const child = started();
  for (const megabytes of [3, 5]) {
    const given = [Uint8Array.of(1, 2), new Uint8Array(megabytes * 1024 * 1024).fill(megabytes)];
    expect(await child.ask({ given })).toEqual({ given });
  }
});

it('says whether it needed more memory than it may use', async () => {
  await expect(started(32).ask({ fill: true })).rejects.toMatchObject({ name: 'ChildEnded', ranOut: true });
  await expect(started(Number.NaN).ask({})).rejects.toMatchObject({ name: 'ChildEnded', ranOut: false });
  const child = started();
  const asked = child.ask({ fill: true });
  void child.end();
  await expect(asked).rejects.toMatchObject({ ranOut: false });
  await expect(child.ask({})).rejects.toMatchObject({ ranOut: false });
  await expect(started().ask('no object')).rejects.toMatchObject({ ranOut: false });
});

it('that the system does not start says so to whoever asks, and throws at nobody', async () => {
  // Node refuses such a word at once, as it does where there is no memory for another process.
  const child = started(64, ['\0']);
  await expect(child.ask({})).rejects.toMatchObject({ name: 'ChildEnded', ranOut: false, unstarted: true });
  await child.end();
  // One that ran, and was ended.
  const ended = started();
  const asked = ended.ask({ endless: true });
  void ended.end();
  await expect(asked).rejects.toMatchObject({ unstarted: false });
});

it('ends by itself where nobody ends it, in the middle of work that is never done', async () => {
  await expect(started(64, ['200']).ask({ endless: true })).rejects.toMatchObject({
    name: 'ChildEnded',
    ranOut: false,
  });
});
