/** Whatever may happen in a call, one thing at a time, at random: deeds, rounds, doors, people and links that come and go. */
import { expect } from 'vitest';
import { changeCohort, letIn } from '../../server/commands/change-cohort.ts';
import { conductCall } from '../../server/commands/conduct-call.ts';
import { findLink } from '../../server/commands/open-link.ts';
import { removePerson } from '../../server/commands/people.ts';
import { rotateLink } from '../../server/commands/rotate-link.ts';
import { turnGroupRound } from '../../server/commands/turn-round.ts';
import { LINK_NAMES } from '../../shared/api.ts';
import type { CallRequest } from '../../shared/call-api.ts';
import { newCall, phaseNow } from '../../shared/cohort/call.ts';
import type { Random } from './random.ts';
import type { Trial } from './rights-trial.ts';
import type { RightsWorld, WorldSeat } from './rights-world.ts';

const PHASES = newCall().agenda.map(({ id }) => id);

function someDeed({ world, random }: Trial): CallRequest {
  const boards = world.boards().slice(1);
  const some = boards.filter(() => random.chance(0.3));
  const status = world.context.registry.calls.at(world.cohort)?.status;
  // Most of a trial is a call that is on.
  if (status === 'closed' && random.chance(0.6))
    return random.pick([{ do: 'reopen' }, { do: 'new-session', preset: 'full' }]);
  if (status === 'preparing' && random.chance(0.6)) return { do: 'start' };
  return random.pick<CallRequest>([
    { do: 'next' },
    { do: 'next' },
    { do: 'back' },
    { do: 'go', phase: random.pick(PHASES) },
    { do: 'go', phase: 'peers' },
    { do: 'go', phase: 'close' },
    { do: 'pause', boards: some, on: true },
    { do: 'pause', boards, on: false },
    { do: 'reading', on: random.chance(0.5) },
    { do: 'bringing', on: random.chance(0.5) },
    { do: 'gather', board: random.pick(boards) },
    { do: 'show', shown: random.pick([null, { slide: 'beliefs' as const, page: random.int(3) }]) },
    { do: 'groups', groups: someGroups(world, random) },
    { do: 'close' },
    { do: 'reopen' },
    { do: 'new-session', preset: 'full' },
  ]);
}

function someGroups({ organisations }: RightsWorld, random: Random) {
  const [a, b, c] = organisations;
  if (!a || !b || !c) return [];
  return random.pick([[[a, b, c]], [[a, b], [c]], [[a], [b, c]], [[c, a], [b]]]);
}

/** Somebody whose session still counts, in this role. */
const someone = ({ world, random }: Trial, link: WorldSeat['link']): WorldSeat | null => {
  const here = world.seats.filter((seat) => seat.link === link && world.callerOf(seat));
  return here.length === 0 ? null : random.pick(here);
};

/** One thing that happens, by its name; refusals are as good as anything. */
export async function happen(trial: Trial): Promise<string> {
  const { world, random } = trial;
  const { context, cohort } = world;
  const boss = someone(trial, 'facilitation');
  const caller = boss && world.callerOf(boss);
  if (!caller) {
    await world.join('facilitation', 'Maribel');
    return 'facilitation comes back';
  }
  const dice = random.int(100);
  if (dice < 50) {
    const deed = someDeed(trial);
    const done = await conductCall(context, caller, cohort, deed);
    return `${JSON.stringify(deed)} ${done.ok} in ${phaseOf(world)}`;
  }
  if (dice < 60) return turnSomeRound(trial);
  if (dice < 75) {
    const host = someone(trial, 'participation');
    const asking = host && world.callerOf(host);
    const organisation = random.pick(world.organisations);
    const open = !context.registry.organisations.isLetIn(cohort, organisation);
    await letIn(context, asking ?? caller, cohort, { organisation, open });
    return `let-in ${open}`;
  }
  if (dice < 80) {
    const themesOpen = random.chance(0.5);
    await changeCohort(context, caller, cohort, { themesOpen });
    return `themesOpen ${themesOpen}`;
  }
  if (dice < 88) {
    const seat = random.pick(world.seats);
    const person = world.callerOf(seat)?.member.id;
    if (person) await removePerson(context, caller, cohort, person);
    return `removed ${seat.name}`;
  }
  if (dice < 92) return rotate(trial, caller);
  const seat = random.pick(world.seats);
  await world.join(seat.link, seat.name, seat.organisation);
  return `${seat.name} joins again`;
}

const phaseOf = ({ context, cohort }: RightsWorld): string => {
  const call = context.registry.calls.at(cohort);
  return `${call?.status} ${(call && phaseNow(call)?.kind) ?? ''}`;
};

async function turnSomeRound(trial: Trial): Promise<string> {
  const { world, random } = trial;
  const seat = someone(trial, random.chance(0.5) ? 'participation' : 'facilitation');
  const caller = seat && world.callerOf(seat);
  if (!caller) return 'nobody turns a round';
  const deed = random.pick(['start', 'next', 'next', 'next', 'back', 'pause', 'resume'] as const);
  const turned = await turnGroupRound(world.context, caller, world.cohort, random.pick(['g1', 'g2']), { do: deed });
  return `round ${deed} ${turned.ok}`;
}

function rotate({ world, random }: Trial, caller: NonNullable<ReturnType<RightsWorld['callerOf']>>): string {
  const link = random.pick(LINK_NAMES);
  const before = world.secrets[link];
  const rotated = rotateLink(world.context, caller, world.cohort, link, random.chance(0.7));
  if (!rotated.ok) throw new Error(rotated.why);
  world.secrets = rotated.value.secrets;
  const opened = findLink(world.context, { secret: before });
  expect(opened.ok ? 'open' : opened.why).toBe('link-revoked');
  return `rotated ${link}`;
}
