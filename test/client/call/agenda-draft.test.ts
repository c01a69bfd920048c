/** An agenda while it is edited: it stays one the server takes, whatever is done to it. */
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import {
  asTemplate,
  callStartsAt,
  isEdited,
  minutesFrom,
  moved,
  reworded,
  timed,
  withNew,
  without,
} from '../../../client/call/agenda/draft.ts';
import { AGENDA, agendaOf, agendaSchema, PHASE_KINDS, type Phase } from '../../../shared/cohort/agenda.ts';

const ids = (draft: readonly Phase[]): string[] => draft.map(({ id }) => id);

it('moves a phase by one place and no further than the ends', () => {
  const draft = agendaOf('express');
  const [first, second] = ids(draft);
  expect(ids(moved(draft, second ?? '', -1)).slice(0, 2)).toEqual([second, first]);
  expect(moved(draft, first ?? '', -1)).toBe(draft);
  expect(ids(moved(draft, first ?? '', 1)).sort()).toEqual(ids(draft).sort());
});

it('keeps a wording of its own only where it says something else than the template', () => {
  const [phase] = agendaOf('full');
  const id = phase?.id ?? '';
  const own = reworded(agendaOf('full'), id, 'title', 'Llegada con café', 'Llegada y práctica');
  expect(own[0]).toMatchObject({ title: 'Llegada con café' });
  expect(own[0] && isEdited(own[0])).toBe(true);
  expect(reworded(own, id, 'title', 'Llegada y práctica', 'Llegada y práctica')[0]?.title).toBeNull();
  expect(reworded(own, id, 'title', '  ', 'Llegada y práctica')[0]?.title).toBeNull();
  expect(asTemplate(own, id)[0]?.title).toBeNull();
});

it('counts the minutes that are left from a phase on', () => {
  expect(minutesFrom(agendaOf('full'), null)).toBe(190);
  expect(minutesFrom(agendaOf('full'), 'peers')).toBe(55);
});

it('knows when a call begins by the hour of Puerto Rico', () => {
  expect(callStartsAt({ date: '2026-11-20', time: '09:00' })).toBe(Date.UTC(2026, 10, 20, 13));
  expect(callStartsAt({ date: '2026-11-20', time: '' })).toBeNull();
});

it('is an agenda the server takes after any steps', () => {
  const step = fc.tuple(
    fc.constantFrom('move', 'remove', 'add', 'time', 'word'),
    fc.nat(19),
    fc.integer(),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let draft: readonly Phase[] = agendaOf('two');
      for (const [what, at, n, text] of steps) {
        const id = draft[at % draft.length]?.id ?? '';
        if (what === 'move') draft = moved(draft, id, n < 0 ? -1 : 1);
        if (what === 'remove') draft = without(draft, id);
        if (what === 'add') draft = withNew(draft, PHASE_KINDS[at % PHASE_KINDS.length] ?? 'break');
        if (what === 'time') draft = timed(draft, id, n);
        if (what === 'word') draft = reworded(draft, id, 'say', text.repeat(50), '');
      }
      expect(v.safeParse(agendaSchema, draft).success).toBe(true);
      expect(draft.length).toBeLessThanOrEqual(AGENDA.phases);
    }),
  );
});
