/**
 * What the card says of a call to one person: where we are, what to do, by which clock, and what holds right now. Pure:
 * texts of the method in the viewer's language, words of the interface as keys.
 */
import { groupingTask, phaseTexts } from '../../shared/cohort/agenda.ts';
import { type Call, phaseAfter, phaseNow } from '../../shared/cohort/call.ts';
import { type Clock, leftOf } from '../../shared/cohort/clock.ts';
import type { Cohort } from '../../shared/cohort/document.ts';
import { type PeerGroup, roundNow } from '../../shared/cohort/rounds.ts';
import type { Language } from '../../shared/language.ts';
import { roundStepTexts } from '../../shared/template/round.ts';
import { layerTexts, statementTexts, zoneTexts } from '../../shared/template/texts.ts';
import type { Me } from '../board/session.ts';
import { hourOf } from '../i18n/dates.ts';
import type { Said } from './clock-words.ts';

export interface PhaseOn {
  readonly kind: 'phase';
  readonly id: string;
  /** From 1, of so many. */
  readonly number: number;
  readonly of: number;
  readonly title: string;
  readonly task: string;
  readonly clock: Clock | null;
  /** The clock of the whole phase, where `clock` is that of a part of it. */
  readonly whole: Clock | null;
  /** What holds right now beyond the phase itself. */
  readonly now: Said | null;
  /** Title of the phase that comes next; null in the last one. */
  readonly next: string | null;
}
export type PhaseView = { readonly kind: 'waiting' | 'closed' } | PhaseOn;

/** `now`: server time. */
export function phaseView(cohort: Cohort, me: Me, language: Language, now: number): PhaseView {
  const { call } = cohort;
  if (call.status === 'closed') return { kind: 'closed' };
  const phase = phaseNow(call);
  if (call.status === 'preparing' || !phase) return { kind: 'waiting' };
  const { title } = phaseTexts(phase, language);
  const next = phaseAfter(call);
  const part = partOf(cohort, me, language);
  return {
    kind: 'phase',
    id: phase.id,
    number: call.agenda.indexOf(phase) + 1,
    of: call.agenda.length,
    title,
    task: part.task ?? taskOn(call, language, now),
    clock: part.clock ?? call.clock,
    whole: part.clock ? call.clock : null,
    now: part.now ?? null,
    next: next && phaseTexts(next, language).title,
  };
}

/** What the screens of the cohort ask for, except in a round of peers; the panel tells facilitation the same. `now`: server time. */
export function taskOn(call: Call, language: Language, now: number): string {
  const phase = phaseNow(call);
  if (!phase) return '';
  if (phase.kind === 'cluster' && !call.reading && phase.task === null) return groupingTask(language);
  const { task } = phaseTexts(phase, language);
  if (!task.includes('{time}')) return task;
  // «2:30 p. m.» at the end of a sentence brings its full stop along.
  return task.replaceAll('{time}', hourOf(endOf(call.clock, now), language)).replaceAll('..', '.');
}

/** A break that is over has ended when it should have. */
const endOf = (clock: Clock | null, now: number): number =>
  clock?.kind === 'running' ? clock.endsAt : now + (clock ? leftOf(clock, now) : 0);

/** What a phase is doing right now: with a clock and a task of its own, where it has them. */
interface Part {
  readonly now?: Said;
  readonly clock?: Clock | null;
  readonly task?: string;
}

function partOf(cohort: Cohort, me: Me, language: Language): Part {
  const { call } = cohort;
  switch (phaseNow(call)?.kind) {
    case 'iceberg':
      return { now: { key: 'call.now.layer', values: { layer: layerTexts(call.layers.current, language).title } } };
    case 'transfer':
      return { now: { key: call.bringing ? 'call.now.bringing' : 'call.now.notBringing' } };
    case 'cluster':
      return call.reading ? { now: { key: 'call.now.reading' } } : {};
    case 'value': {
      const { current, clock } = call.zone;
      const zone = current === 'statement' ? statementTexts(language).title : zoneTexts(current, language).title;
      return { clock, now: { key: 'call.now.zone', values: { zone } } };
    }
    case 'peers':
      return roundPart(groupOf(cohort, me), cohort, language);
    default:
      return {};
  }
}

/** The peer group of somebody's organisation. */
export const groupOf = ({ call }: Pick<Cohort, 'call'>, me: Pick<Me, 'organisation'>): PeerGroup | null =>
  call.groups.find(({ organisations }) => me.organisation !== null && organisations.includes(me.organisation)) ?? null;

function roundPart(group: PeerGroup | null, cohort: Cohort, language: Language): Part {
  if (!group) return {};
  const on = roundNow(group);
  if (!on || !group.round) return { now: { key: group.done ? 'call.now.roundsDone' : 'call.now.noRound' } };
  const organisation = cohort.organisations.find(({ id }) => id === on.presenter)?.name ?? '…';
  const { title, say } = roundStepTexts(on.step, language, organisation);
  return { clock: group.round.clock, task: say, now: { key: 'call.now.round', values: { organisation, step: title } } };
}
