/** The order in which waiting work is looked at where it is much. Knows no board. */
import { inTurn } from './in-turn.ts';
import type { Session } from './session.ts';
import type { Work } from './work.ts';

/** One of each connection before the second of any; among those, whoever asks for little is not kept waiting by who asks for much. */
export const lightestFirst = (queue: readonly Work[]): Work[] =>
  inTurn(queue, askerOf).flatMap((turn) => turn.sort((a, b) => weightOf(a) - weightOf(b)));

const weightOf = (work: Work): number => (work.kind === 'update' ? work.update.length : 0);

const askerOf = (work: Work): Session | null => ('session' in work ? work.session : null);
