/** The updates of an answer, each in one piece. Knows no board. */
import type { Passage } from '../../server/sync/passage.ts';

export const whole = (answer: readonly Passage[]): Uint8Array[] =>
  answer.map((passage) => new Uint8Array(Buffer.concat(passage)));
