/** The agenda of a call: its phases in order, from a preset and then edited. Knows no clock and no right. */
import * as v from 'valibot';
import type { Language } from '../language.ts';
import texts from '../template/agenda-texts.es.json' with { type: 'json' };
import type { BoardKind } from '../template/kinds.ts';
import { wordsIn } from '../template/learnt.ts';

export const PHASE_KINDS = [
  'welcome',
  'self',
  'iceberg',
  'break',
  'transfer',
  'cluster',
  'value',
  'issue',
  'peers',
  'close',
] as const;
export type PhaseKind = (typeof PHASE_KINDS)[number];

export const PRESET_IDS = ['full', 'two', 'express'] as const;
export type PresetId = (typeof PRESET_IDS)[number];

/** Longest wording of a phase, in characters, and the most phases and minutes of one. */
export const AGENDA = { title: 40, task: 120, say: 200, phases: 20, minutes: 180 } as const;

const wording = (most: number) => v.nullable(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(most)));

/** A wording of null is the template's own, in each viewer's language. */
export const phaseSchema = v.object({
  /** Unique in its agenda. */
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,24}$/)),
  kind: v.picklist(PHASE_KINDS),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(AGENDA.minutes)),
  title: wording(AGENDA.title),
  task: wording(AGENDA.task),
  say: wording(AGENDA.say),
});
export const agendaSchema = v.pipe(
  v.array(phaseSchema),
  v.minLength(1),
  v.maxLength(AGENDA.phases),
  v.check((phases) => new Set(phases.map(({ id }) => id)).size === phases.length, 'phase ids must differ'),
);
export type Phase = v.InferOutput<typeof phaseSchema>;

const textsIn = (language: Language) => wordsIn(language, 'agenda', texts);

/** The template's phases: both breaks are of one kind. */
const kindOfTemplate = (id: string): PhaseKind | undefined =>
  PHASE_KINDS.find((kind) => kind === id || (kind === 'break' && id.startsWith('break')));

/** A phase as the template has it. `id` tells two of one kind apart. */
export function newPhase(kind: PhaseKind, id: string = kind): Phase {
  const found =
    texts.phases.find((phase) => phase.id === id) ?? texts.phases.find((p) => kindOfTemplate(p.id) === kind);
  return { id, kind, minutes: found?.minutes ?? 10, title: null, task: null, say: null };
}

/** How many calls a preset has. */
export const sessionsOf = (preset: PresetId): number => presetOf(preset).sessions.length;

/** The agenda of one call of a preset; `session` counts from 1, later calls than the preset has get its last one. */
export function agendaOf(preset: PresetId, session = 1): Phase[] {
  const { sessions } = presetOf(preset);
  const ids = sessions[Math.min(session, sessions.length) - 1] ?? [];
  return ids.flatMap((id) => {
    const kind = kindOfTemplate(id);
    return kind ? [newPhase(kind, id)] : [];
  });
}

function presetOf(id: PresetId, language: Language = 'es') {
  const found = textsIn(language).agendas.find((agenda) => agenda.id === id);
  if (!found) throw new Error(`the agenda's texts lack ${id}`);
  return found;
}

export const presetTitle = (preset: PresetId, language: Language): string => presetOf(preset, language).title;

export const minutesOf = (agenda: readonly Phase[]): number => agenda.reduce((sum, { minutes }) => sum + minutes, 0);

export interface PhaseTexts {
  readonly title: string;
  /** What people do. May hold `{time}` in a break: when it is over. */
  readonly task: string;
  /** What facilitation says. */
  readonly say: string;
}

/** A phase in the viewer's language; edited wordings are as they were typed. */
export function phaseTexts(phase: Phase, language: Language): PhaseTexts {
  const { phases } = textsIn(language);
  const found = phases.find(({ id }) => id === phase.id) ?? phases.find(({ id }) => kindOfTemplate(id) === phase.kind);
  return {
    title: phase.title ?? found?.title ?? '',
    task: phase.task ?? found?.task ?? '',
    say: phase.say ?? found?.say ?? '',
  };
}

/** What people do in the clustering phase once the silent reading is over. */
export const groupingTask = (language: Language): string => textsIn(language).grouping;

const BOARD_OF: Readonly<Record<PhaseKind, BoardKind | null>> = {
  welcome: 'practice',
  self: 'self-assessment',
  iceberg: 'iceberg',
  break: null,
  transfer: 'iceberg',
  cluster: 'group-iceberg',
  value: 'value',
  issue: 'feedback',
  peers: 'feedback',
  close: 'closing',
};
/** The kind of board people work on in a phase; null in a break. */
export const boardKindOf = (kind: PhaseKind): BoardKind | null => BOARD_OF[kind];
