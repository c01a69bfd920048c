/** The same call with the parts dealt out anew, other times, other signatures: the outcome is the expected one each time. */
import { expect, it } from 'vitest';
import { createRandom } from '../../kit/random.ts';
import { replay } from '../../kit/replay.ts';
import { readCall } from '../../kit/replay-call.ts';
import { expectCohort, expectEqualScreens, expectGroupBoard, expectIceberg } from '../../kit/replay-outcome.ts';
import { expectSilence } from '../../kit/replay-silence.ts';
import { varyCall } from '../../kit/replay-variation.ts';

it.each([1, 2, 3])('comes to the same end with seed %i', async (seed) => {
  const call = varyCall(readCall(), createRandom(seed));
  const stage = await replay(call);
  try {
    await expectEqualScreens(stage);
    for (const { id } of call.organizations) expectIceberg(stage, id);
    for (const { doc } of stage.sharedLines('group')) expectGroupBoard(stage, doc);
    await expectCohort(stage);
    await expectSilence(stage);
    expect(stage.settled).toEqual(new Set(call.incidents));
  } finally {
    await stage.close();
  }
});
