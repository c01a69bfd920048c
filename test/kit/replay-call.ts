/**
 * The call of the rehearsal cohort as something that can be played: who comes when, writes what when, which incidents
 * happen and what the group iceberg looks like at the end. Read from the fixture; knows no server and no document.
 */
import * as v from 'valibot';
import fixture from '../../server/demo/cohort.es.json' with { type: 'json' };
import type { Attribution } from '../../shared/board/note.ts';
import { LAYER_IDS, TAG_IDS } from '../../shared/template/kinds.ts';

const NOTE = v.object({
  id: v.string(),
  layer: v.picklist(LAYER_IDS),
  text: v.string(),
  author: v.string(),
  tag: v.nullable(v.picklist(TAG_IDS)),
  share: v.boolean(),
  atSec: v.number(),
});
const ORGANISATION = v.object({
  id: v.string(),
  name: v.string(),
  people: v.array(v.object({ id: v.string(), name: v.string(), joinsAtMin: v.number() })),
  iceberg: v.array(NOTE),
});
const someone = v.tupleWithRest([v.string()], v.string());
const two = v.tuple([v.string(), v.string()]);
const when = { atSec: v.number() };
const INCIDENT = v.variant('kind', [
  v.object({ kind: v.literal('sameNote'), ...when, people: two, note: v.string(), edits: two }),
  v.object({ kind: v.literal('offline'), ...when, people: someone, forSec: v.number() }),
  v.object({ kind: v.literal('dragBackdrop'), ...when, people: someone }),
  v.object({ kind: v.literal('powerCut'), ...when, people: someone, forSec: v.number() }),
  v.object({ kind: v.literal('selectAllDelete'), ...when, people: someone }),
  v.object({ kind: v.literal('secondDevice'), ...when, people: someone }),
  v.object({ kind: v.literal('bringTwice'), ...when, people: two, note: v.string() }),
  v.object({ kind: v.literal('withdraw'), ...when, people: someone, note: v.string() }),
  v.object({ kind: v.literal('facilitatorReload'), ...when, people: someone, forSec: v.number() }),
]);
const FIXTURE = v.object({
  cohort: v.object({
    name: v.string(),
    date: v.string(),
    facilitators: v.tuple([
      v.object({ id: v.string(), name: v.string() }),
      v.object({ id: v.string(), name: v.string() }),
    ]),
  }),
  organizations: v.array(ORGANISATION),
  incidents: v.array(INCIDENT),
  expectedGroupBoard: v.object({
    sharedNotes: v.number(),
    clusters: v.array(v.object({ title_es: v.string(), notes: v.array(v.string()) })),
    unclustered: v.array(v.string()),
  }),
});

export type ScriptedNote = v.InferOutput<typeof NOTE>;
export type Organisation = v.InferOutput<typeof ORGANISATION>;
export type Incident = v.InferOutput<typeof INCIDENT>;
export type IncidentOf<Kind extends Incident['kind']> = Extract<Incident, { kind: Kind }>;
export type Cluster = v.InferOutput<typeof FIXTURE>['expectedGroupBoard']['clusters'][number];

/** Times are seconds since the beginning of the call. */
export interface Call extends v.InferOutput<typeof FIXTURE> {
  /** How each organisation signs what it brings; with its name when it is not listed. */
  readonly attribution: Readonly<Record<string, Attribution>>;
  /** When the server is stopped and started again. */
  readonly restartAt: number;
  readonly bringAt: number;
  /** The first theme; the others follow one after the other. */
  readonly themesAt: number;
}

/** As the fixture tells it. */
export function readCall(): Call {
  const [first, second] = v.parse(FIXTURE, fixture).organizations;
  return {
    ...v.parse(FIXTURE, fixture),
    attribution: { [first?.id ?? '']: 'name', [second?.id ?? '']: 'organisation' },
    restartAt: 2350,
    bringAt: 3050,
    themesAt: 3240,
  };
}

export const notesOfCall = (call: Call): ScriptedNote[] => call.organizations.flatMap(({ iceberg }) => iceberg);

export const attributionOf = (call: Call, organisation: string): Attribution =>
  call.attribution[organisation] ?? 'organisation';

/** Whose organisation's incident it is; null for one of facilitation. */
export const homeOf = (call: Call, { people }: Incident): string | null =>
  call.organizations.find((one) => one.people.some(({ id }) => id === people[0]))?.id ?? null;
