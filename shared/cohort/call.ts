/**
 * The state of a cohort's call: which phase, which clock, what is open. Pure: a command and the time give the next state.
 * Knows no document, no board's contents and nobody's role.
 */
import * as v from 'valibot';
import { type BoardId, isBoardId, isPersonId, type PersonId } from '../ids.ts';
import { LAYER_IDS, ZONE_IDS } from '../template/kinds.ts';
import { agendaOf, agendaSchema, type Phase, PRESET_IDS, type PresetId } from './agenda.ts';
import { clockSchema } from './clock.ts';
import { peerGroupSchema } from './rounds.ts';

const boardId = v.custom<BoardId>(isBoardId);

/** Zones of the value proposition, and its sentence. */
export const VALUE_PARTS = [...ZONE_IDS, 'statement'] as const;
export type ValuePart = (typeof VALUE_PARTS)[number];

export const callSchema = v.object({
  /** Which call of the cohort this is, from 1. */
  session: v.number(),
  status: v.picklist(['preparing', 'running', 'closed']),
  /** What the agenda was made from; it may have been edited since. */
  preset: v.picklist(PRESET_IDS),
  agenda: agendaSchema,
  /** Id of the phase that is on; null while preparing. */
  phase: v.nullable(v.string()),
  clock: v.nullable(clockSchema),
  /** Milliseconds that were left of other phases when they were left, by their id. */
  left: v.fallback(v.record(v.string(), v.number()), {}),
  /** The last order to come: `board` null sends everybody to the board of the phase. `by`: who gave it. */
  landing: v.object({
    at: v.number(),
    board: v.nullable(boardId),
    by: v.optional(v.custom<PersonId>(isPersonId)),
  }),
  startedAt: v.nullable(v.number()),
  closedAt: v.nullable(v.number()),
  /** Layers of the iceberg that are open, and the one everybody works on. `since`: when they began; absent where all were opened at once. */
  layers: v.object({
    open: v.array(v.picklist(LAYER_IDS)),
    current: v.picklist(LAYER_IDS),
    since: v.optional(v.number()),
  }),
  /** The zone everybody works on in the value phase, with a clock of its own once one was started. */
  zone: v.object({ current: v.picklist(VALUE_PARTS), clock: v.nullable(clockSchema) }),
  /** Notes may go to the group iceberg and be taken back. */
  bringing: v.boolean(),
  /** Lectura en silencio: nobody changes the group iceberg. */
  reading: v.boolean(),
  /** Boards whose writers only read now. */
  paused: v.array(boardId),
  dots: v.object({ open: v.boolean(), shown: v.boolean() }),
  groups: v.array(peerGroupSchema),
  /** What the screen of a room shows (slide.ts), pages from 0; null leaves it to the phase. */
  shown: v.fallback(v.nullable(v.object({ slide: v.string(), page: v.number() })), null),
  /** The last word of facilitation to all, of the phase that is on. */
  message: v.nullable(
    v.object({ id: v.string(), text: v.string(), from: v.custom<PersonId>(isPersonId), at: v.number() }),
  ),
});
export type Call = v.InferOutput<typeof callSchema>;
/** Throws when it is none. */
export const parseCall = (json: unknown): Call => v.parse(callSchema, json);

/** A call nobody has begun: everything is open, as before there were phases. */
export const newCall = (session = 1, preset: PresetId = 'full'): Call => ({
  session,
  status: 'preparing',
  preset,
  agenda: agendaOf(preset, session),
  phase: null,
  clock: null,
  left: {},
  landing: { at: 0, board: null },
  startedAt: null,
  closedAt: null,
  layers: { open: [...LAYER_IDS], current: 'results' },
  zone: { current: 'beneficiaries', clock: null },
  bringing: true,
  reading: false,
  paused: [],
  dots: { open: false, shown: false },
  groups: [],
  shown: null,
  message: null,
});

/** The phase that is on, or null. */
export const phaseNow = (call: Pick<Call, 'agenda' | 'phase'>): Phase | null =>
  call.agenda.find(({ id }) => id === call.phase) ?? null;

/** The phase after the one that is on: the first while preparing, null after the last. */
export function phaseAfter(call: Pick<Call, 'agenda' | 'phase'>): Phase | null {
  const at = call.agenda.findIndex(({ id }) => id === call.phase);
  return call.agenda[at + 1] ?? null;
}
export function phaseBefore(call: Pick<Call, 'agenda' | 'phase'>): Phase | null {
  const at = call.agenda.findIndex(({ id }) => id === call.phase);
  return at > 0 ? (call.agenda[at - 1] ?? null) : null;
}
