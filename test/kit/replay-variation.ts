/** Another call from the same script: who plays which part, when, and how notes are signed. Knows nothing of how it is played. */
import type { Attribution } from '../../shared/board/note.ts';
import type { Random } from './random.ts';
import type { Call, Incident, Organisation } from './replay-call.ts';

/** How far a note or an incident may move, seconds. */
const SHIFT = 60;
/** A person needs this long from joining to the first note. */
const ARRIVAL = 30;
const ATTRIBUTIONS: readonly Attribution[] = ['name', 'organisation', 'anonymous'];

/** The order of parts and times changes, the outcome does not. */
export function varyCall(call: Call, random: Random): Call {
  const cast = new Map(call.organizations.flatMap((one) => [...castOf(one, random)]));
  const played = (part: string): string => cast.get(part) ?? part;
  const shift = (): number => random.int(2 * SHIFT + 1) - SHIFT;
  return {
    ...call,
    organizations: call.organizations.map((one) => ({
      ...one,
      iceberg: one.iceberg.map((note) => {
        const author = played(note.author);
        const joins = (one.people.find(({ id }) => id === author)?.joinsAtMin ?? 0) * 60;
        return { ...note, author, atSec: Math.max(joins + ARRIVAL, note.atSec + shift()) };
      }),
    })),
    incidents: call.incidents.map((incident) => recast(incident, played, incident.atSec + shift())),
    expectedGroupBoard: {
      ...call.expectedGroupBoard,
      clusters: shuffled(call.expectedGroupBoard.clusters, random),
    },
    attribution: Object.fromEntries(call.organizations.map(({ id }) => [id, random.pick(ATTRIBUTIONS)])),
    restartAt: 1700 + random.int(1300),
    themesAt: random.chance(0.5) ? call.themesAt : call.themesAt - 150,
  };
}

/** In each organisation the parts are dealt out anew. */
function castOf({ people }: Organisation, random: Random): [string, string][] {
  const players = shuffled(people, random);
  return people.map(({ id }, i) => [id, players[i]?.id ?? id]);
}

function recast(incident: Incident, played: (part: string) => string, atSec: number): Incident {
  switch (incident.kind) {
    case 'sameNote':
    case 'bringTwice': {
      const [a, b] = incident.people;
      return { ...incident, atSec, people: [played(a), played(b)] };
    }
    default: {
      const [first, ...others] = incident.people;
      return { ...incident, atSec, people: [played(first), ...others.map(played)] };
    }
  }
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const left = [...list];
  return list.flatMap(() => left.splice(random.int(left.length), 1));
}
