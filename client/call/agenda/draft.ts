/** An agenda while it is edited: every step gives a new list. Pure: knows no screen and no server. */
import { AGENDA, minutesOf, newPhase, type Phase, type PhaseKind } from '../../../shared/cohort/agenda.ts';

type Draft = readonly Phase[];

/** One place up (-1) or down (1); at the end it stays. */
export function moved(draft: Draft, id: string, by: -1 | 1): Draft {
  const from = draft.findIndex((phase) => phase.id === id);
  const phase = draft[from];
  const to = from + by;
  if (!phase || to < 0 || to >= draft.length) return draft;
  const rest = draft.filter((one) => one !== phase);
  return [...rest.slice(0, to), phase, ...rest.slice(to)];
}

/** An agenda has at least one phase. */
export const without = (draft: Draft, id: string): Draft =>
  draft.length > 1 ? draft.filter((phase) => phase.id !== id) : draft;

export const isFull = (draft: Draft): boolean => draft.length >= AGENDA.phases;

/** A phase of this kind after all others. Its id is one that is not taken. */
export function withNew(draft: Draft, kind: PhaseKind): Draft {
  if (isFull(draft)) return draft;
  const taken = new Set(draft.map(({ id }) => id));
  const own = kind === 'break' ? ['break1', 'break2'] : [kind];
  const id = [...own, ...numbered(kind)].find((one) => !taken.has(one)) ?? kind;
  return [...draft, newPhase(kind, id)];
}
const numbered = (kind: PhaseKind): string[] => Array.from({ length: AGENDA.phases + 3 }, (_, i) => `${kind}-${i + 2}`);

export type Wording = 'title' | 'task' | 'say';

/** What the template says, or nothing at all, is no wording of one's own: it goes on following the reader's language. */
export function reworded(draft: Draft, id: string, what: Wording, text: string, template: string): Draft {
  const typed = text.trim();
  const own = typed === '' || typed === template ? null : text.trimStart().slice(0, AGENDA[what]);
  return draft.map((phase) => (phase.id === id ? { ...phase, [what]: own } : phase));
}

export function timed(draft: Draft, id: string, minutes: number): Draft {
  const whole = Math.min(AGENDA.minutes, Math.max(1, Math.round(minutes)));
  return draft.map((phase) => (phase.id === id && Number.isFinite(whole) ? { ...phase, minutes: whole } : phase));
}

export const asTemplate = (draft: Draft, id: string): Draft =>
  draft.map((phase) => (phase.id === id ? { ...phase, title: null, task: null, say: null } : phase));

export const isEdited = ({ title, task, say }: Phase): boolean => title !== null || task !== null || say !== null;

/** Minutes from a phase to the end, that phase included; of all when there is no such phase. */
export function minutesFrom(draft: Draft, id: string | null): number {
  const at = draft.findIndex((phase) => phase.id === id);
  return minutesOf(draft.slice(Math.max(0, at)));
}

/** When a call of this day and hour begins, milliseconds since 1970; null when the hour is not known. Puerto Rico keeps one time all year. */
export function callStartsAt({ date, time }: { readonly date: string; readonly time: string }): number | null {
  const at = Date.parse(`${date}T${time}:00-04:00`);
  return time === '' || Number.isNaN(at) ? null : at;
}
