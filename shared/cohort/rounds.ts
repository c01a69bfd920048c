/** Peer feedback: groups of organisations and the round each is in, as pure steps with the time as an argument. Knows no board. */
import * as v from 'valibot';
import { isOrgId, type OrgId } from '../ids.ts';
import { addMinutes, clockSchema, pauseClock, resumeClock, startClock } from './clock.ts';

export const STEP_IDS = ['present', 'clarify', 'offer', 'reflect', 'commit'] as const;
export type StepId = (typeof STEP_IDS)[number];

const orgId = v.custom<OrgId>(isOrgId);

/** `presenter` and `step` are indexes: of the group's organisations, and of STEP_IDS. */
export const roundSchema = v.object({
  presenter: v.pipe(v.number(), v.integer(), v.minValue(0)),
  step: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(STEP_IDS.length - 1)),
  clock: clockSchema,
});
export type Round = v.InferOutput<typeof roundSchema>;

/** `round` is null before the first and after the last; `done` tells them apart. */
export const peerGroupSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,24}$/)),
  organisations: v.array(orgId),
  round: v.nullable(roundSchema),
  done: v.boolean(),
});
export type PeerGroup = v.InferOutput<typeof peerGroupSchema>;

/** Minutes of each step: 3-3-5-2-2 in groups of up to three, 11 in groups of four (45 minutes are for all of them). */
const MINUTES: Readonly<Record<'three' | 'four', readonly number[]>> = {
  three: [3, 3, 5, 2, 2],
  four: [2, 2, 4, 1.5, 1.5],
};
export const stepMinutes = (group: Pick<PeerGroup, 'organisations'>, step: number): number =>
  MINUTES[group.organisations.length > 3 ? 'four' : 'three'][step] ?? 2;

export type RoundDeed =
  | { readonly do: 'start' | 'next' | 'back' | 'pause' | 'resume' | 'restart' }
  | { readonly do: 'add-time'; readonly minutes: number };

/** Whose turn it is and what happens now; null before the first round and after the last. */
export function roundNow(group: PeerGroup): { readonly presenter: OrgId; readonly step: StepId } | null {
  const presenter = group.round ? group.organisations[group.round.presenter] : undefined;
  const step = group.round ? STEP_IDS[group.round.step] : undefined;
  return presenter === undefined || step === undefined ? null : { presenter, step };
}

/** The group after a deed; the same object when the deed means nothing now. */
export function turnRound(group: PeerGroup, deed: RoundDeed, now: number): PeerGroup {
  const { round } = group;
  if (deed.do === 'start' || deed.do === 'restart') return round && deed.do === 'start' ? group : at(group, 0, 0, now);
  if (!round) return group.done && deed.do === 'back' ? lastStep(group, now) : group;
  if (deed.do === 'next') return after(group, round, now);
  if (deed.do === 'back') return before(group, round, now);
  return { ...group, round: { ...round, clock: turnClock(round, deed, now) } };
}

function turnClock(round: Round, deed: RoundDeed, now: number): Round['clock'] {
  if (deed.do === 'add-time') return addMinutes(round.clock, deed.minutes, now);
  return deed.do === 'pause' ? pauseClock(round.clock, now) : resumeClock(round.clock, now);
}

function at(group: PeerGroup, presenter: number, step: number, now: number): PeerGroup {
  const clock = startClock(stepMinutes(group, step), now);
  return { ...group, round: { presenter, step, clock }, done: false };
}

function after(group: PeerGroup, { presenter, step }: Round, now: number): PeerGroup {
  if (step + 1 < STEP_IDS.length) return at(group, presenter, step + 1, now);
  if (presenter + 1 < group.organisations.length) return at(group, presenter + 1, 0, now);
  return { ...group, round: null, done: true };
}

function before(group: PeerGroup, { presenter, step }: Round, now: number): PeerGroup {
  if (step > 0) return at(group, presenter, step - 1, now);
  return presenter > 0 ? at(group, presenter - 1, STEP_IDS.length - 1, now) : at(group, 0, 0, now);
}

const lastStep = (group: PeerGroup, now: number): PeerGroup =>
  at(group, Math.max(0, group.organisations.length - 1), STEP_IDS.length - 1, now);
