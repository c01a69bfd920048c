/** Facilitation conducts the call while everybody works: phase after phase, at the times of the agenda. Knows no note. */
import type { CallRequest } from '../../shared/call-api.ts';
import type { Call } from './replay-call.ts';
import type { Course, Part } from './replay-course.ts';
import type { Stage } from './replay-stage.ts';

/** Seconds of the call; bringing and themes are when the script has them. */
const deedsOf = ({ bringAt, themesAt }: Call): readonly (readonly [number, CallRequest])[] => [
  [60, { do: 'start' }],
  [720, { do: 'next' }],
  [1620, { do: 'next' }],
  [1900, { do: 'layer', layer: 'patterns' }],
  [2200, { do: 'all-layers' }],
  [2400, { do: 'add-time', minutes: 2 }],
  [bringAt - 5, { do: 'go', phase: 'transfer' }],
  [themesAt - 3, { do: 'go', phase: 'cluster' }],
  [themesAt - 1, { do: 'reading', on: false }],
];

export const conducting = (stage: Stage): Part[] =>
  deedsOf(stage.call).map(([at, deed]) => ({ at, what: `conducting: ${deed.do}`, course: conduct(stage, deed) }));

async function* conduct(stage: Stage, deed: CallRequest): Course {
  // The second facilitator has the same rights, and is there while the first one reloads.
  const who = stage.facilitators().find((one) => one.isHere);
  if (!who) throw new Error('no facilitator is here');
  const answer = await stage.ask(who, 'POST', `/api/cohorts/${stage.cohort.cohort.id}/call`, deed);
  if (answer.status !== 200) throw new Error(`${deed.do}: ${answer.status} ${JSON.stringify(answer.body)}`);
  yield 0;
}
