/** A cohort of one organisation. */
import { planOf } from '../../server/commands/plan-cohort.ts';

export const smallPlan = () =>
  planOf({
    name: 'C',
    date: '2026-11-20',
    time: '',
    language: 'es',
    organisations: ['Casa'],
    boardPer: 'organisation',
    agenda: 'full',
  });
