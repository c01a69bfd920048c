/**
 * What facilitation does with a call, command by command: pure steps from one state to the next. Whether somebody may is
 * asked elsewhere (server/commands); what is impossible now gives null.
 */
import type { BoardId } from '../ids.ts';
import { LAYER_IDS, type LayerId } from '../template/kinds.ts';
import type { Phase, PresetId } from './agenda.ts';
import { type Call, newCall, phaseAfter, phaseBefore, phaseNow, type ValuePart } from './call.ts';
import { addMinutes, leftOf, pauseClock, resumeClock, startClock } from './clock.ts';

export type Deed =
  /** Empezar: the first phase. */
  | { readonly do: 'start' }
  | { readonly do: 'next' | 'back' }
  | { readonly do: 'go'; readonly phase: string }
  /** Another agenda: edited, or a preset's. */
  | { readonly do: 'agenda'; readonly agenda: Phase[]; readonly preset?: PresetId | undefined }
  | { readonly do: 'add-time'; readonly minutes: number }
  | { readonly do: 'pause-clock' | 'resume-clock' }
  /** Traer a todas las personas: to one board, or to that of the phase. */
  | { readonly do: 'gather'; readonly board: BoardId | null }
  /** The layer everybody works on; it is open from then on. */
  | { readonly do: 'layer'; readonly layer: LayerId }
  | { readonly do: 'all-layers' }
  | { readonly do: 'zone'; readonly zone: ValuePart; readonly minutes: number | null }
  | { readonly do: 'zone-time'; readonly minutes: number }
  | { readonly do: 'bringing' | 'reading'; readonly on: boolean }
  | { readonly do: 'dots'; readonly open: boolean; readonly shown: boolean }
  | { readonly do: 'pause'; readonly boards: BoardId[]; readonly on: boolean }
  /** Mostrar en la sala, until the next phase or gathering; null leaves it to the phase again. */
  | { readonly do: 'show'; readonly shown: Call['shown'] }
  | { readonly do: 'close' | 'reopen' }
  | { readonly do: 'new-session'; readonly preset: PresetId };

/** Null when this cannot be done in this state. */
export function conduct(call: Call, deed: Deed, now: number): Call | null {
  if (deed.do === 'agenda') return withAgenda(call, deed.agenda, deed.preset ?? call.preset);
  if (deed.do === 'new-session') return call.status === 'closed' ? newCall(call.session + 1, deed.preset) : null;
  if (deed.do === 'close') return call.status === 'running' ? closed(call, now) : null;
  if (deed.do === 'reopen') return call.status === 'closed' ? { ...call, status: 'running', closedAt: null } : null;
  if (call.status === 'closed') return null;
  return move(call, deed, now) ?? turn(call, deed, now);
}

/** From phase to phase, and where everybody goes. */
function move(call: Call, deed: Deed, now: number): Call | null {
  switch (deed.do) {
    case 'start':
      return call.status === 'preparing' ? enter(begun(call, now), call.agenda[0], now) : null;
    case 'next':
      return call.status === 'running' ? enter(call, phaseAfter(call) ?? undefined, now) : null;
    case 'back':
      return call.status === 'running' ? enter(call, phaseBefore(call) ?? undefined, now) : null;
    case 'go': {
      const phase = call.agenda.find(({ id }) => id === deed.phase);
      return enter(call.status === 'preparing' ? begun(call, now) : call, phase, now);
    }
    case 'gather':
      return { ...call, landing: { at: now, board: deed.board }, shown: null };
    default:
      return null;
  }
}

const begun = (call: Call, now: number): Call => ({
  ...call,
  status: 'running',
  startedAt: now,
  bringing: !call.agenda.some(({ kind }) => kind === 'transfer'),
});

/** What a phase opens by itself when it begins. Nothing is closed by a phase that ends, but what only it has. */
function enter(call: Call, phase: Phase | undefined, now: number): Call | null {
  if (!phase) return null;
  const next: Call = {
    ...call,
    phase: phase.id,
    ...clocksIn(call, phase, now),
    landing: { at: now, board: null },
    shown: null,
    message: phase.id === call.phase ? call.message : null,
    reading: phase.kind === 'cluster',
    dots: phase.kind === 'cluster' ? { ...call.dots, open: true } : { ...call.dots, open: false },
  };
  if (phase.kind === 'iceberg') return { ...next, layers: { open: ['results'], current: 'results', since: now } };
  if (phase.kind === 'value') return { ...next, zone: { current: 'beneficiaries', clock: null } };
  return phase.kind === 'transfer'
    ? { ...next, layers: allLayers(call), bringing: true }
    : { ...next, layers: allLayers(call) };
}

/** A phase somebody comes back to goes on with what was left of it; the one that is on goes on as it is. */
function clocksIn(call: Call, phase: Phase, now: number): Pick<Call, 'clock' | 'left'> {
  if (phase.id === call.phase && call.clock) return { clock: call.clock, left: call.left };
  const { [phase.id]: rest, ...others } = call.left;
  const left = call.phase && call.clock ? { ...others, [call.phase]: leftOf(call.clock, now) } : others;
  const clock =
    rest === undefined ? startClock(phase.minutes, now) : resumeClock({ kind: 'paused', leftMs: rest }, now);
  return { clock, left };
}

const allLayers = (call: Call): Call['layers'] => ({ open: [...LAYER_IDS], current: call.layers.current });

/** Switches and clocks within a phase. */
function turn(call: Call, deed: Deed, now: number): Call | null {
  switch (deed.do) {
    case 'add-time':
      return call.clock && { ...call, clock: addMinutes(call.clock, deed.minutes, now) };
    case 'pause-clock':
      return call.clock && { ...call, clock: pauseClock(call.clock, now) };
    case 'resume-clock':
      return call.clock && { ...call, clock: resumeClock(call.clock, now) };
    case 'layer':
      return { ...call, layers: onLayer(call.layers, deed.layer, now) };
    case 'all-layers':
      return { ...call, layers: allLayers(call) };
    case 'zone':
      return {
        ...call,
        zone: { current: deed.zone, clock: deed.minutes === null ? null : startClock(deed.minutes, now) },
      };
    case 'zone-time':
      return (
        call.zone.clock && { ...call, zone: { ...call.zone, clock: addMinutes(call.zone.clock, deed.minutes, now) } }
      );
    case 'bringing':
      return { ...call, bringing: deed.on };
    case 'reading':
      return { ...call, reading: deed.on };
    case 'dots':
      return { ...call, dots: { open: deed.open, shown: deed.shown } };
    case 'pause':
      return { ...call, paused: withBoards(call.paused, deed.boards, deed.on) };
    case 'show':
      return call.status === 'running' ? { ...call, shown: deed.shown } : null;
    default:
      return null;
  }
}

/** Whoever is sent to the layer they are on already has been on it since before. */
const onLayer = ({ open, current, since }: Call['layers'], layer: LayerId, now: number): Call['layers'] => ({
  open: withLayer(open, layer),
  current: layer,
  since: layer === current && since !== undefined ? since : now,
});

/** Opening a layer opens those above it. */
const withLayer = (open: readonly LayerId[], layer: LayerId): LayerId[] =>
  LAYER_IDS.filter((one, i) => open.includes(one) || i <= LAYER_IDS.indexOf(layer));

const withBoards = (paused: readonly BoardId[], boards: readonly BoardId[], on: boolean): BoardId[] =>
  on ? [...new Set([...paused, ...boards])] : paused.filter((board) => !boards.includes(board));

/** A phase that is on stays in the agenda; its clock is not touched by new minutes. Another one that gets new minutes has them all. */
function withAgenda(call: Call, agenda: Phase[], preset: PresetId): Call | null {
  const isKept =
    call.phase === null || agenda.some(({ id, kind }) => id === call.phase && kind === phaseNow(call)?.kind);
  if (!isKept) return null;
  const minutesIn = (phases: readonly Phase[], id: string): number | undefined =>
    phases.find((phase) => phase.id === id)?.minutes;
  const left = Object.entries(call.left).filter(([id]) => minutesIn(agenda, id) === minutesIn(call.agenda, id));
  return { ...call, agenda, preset, left: Object.fromEntries(left) };
}

function closed(call: Call, now: number): Call {
  const clock = call.clock && pauseClock(call.clock, now);
  const dots = { ...call.dots, open: false };
  return { ...call, status: 'closed', closedAt: now, clock, bringing: false, dots, shown: null, message: null };
}
