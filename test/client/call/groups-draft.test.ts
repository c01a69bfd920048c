/** Peer groups while they are edited: nobody gets lost or is twice, and the text for the rooms of the call. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Groups, groupsText, placed, placeOf } from '../../../client/call/panel/groups-draft.ts';
import { textIn } from '../../../client/i18n/text.ts';
import { org, twelve } from './panel-facts.ts';

it('takes an organisation to another group, to a new one, or out of all', () => {
  const groups: Groups = [[org(1), org(2)], [org(3)]];
  expect(placed(groups, org(1), 1)).toEqual([[org(2)], [org(3), org(1)]]);
  expect(placed(groups, org(1), 2)).toEqual([[org(2)], [org(3)], [org(1)]]);
  expect(placed(groups, org(3), null)).toEqual([[org(1), org(2)]]);
  expect(placeOf(groups, org(3))).toBe(1);
});

it('has everybody at most once after any moves, and no empty group', () => {
  const move = fc.tuple(fc.nat(11), fc.option(fc.nat(6), { nil: null }));
  fc.assert(
    fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
      let groups: Groups = [
        [org(0), org(1), org(2)],
        [org(3), org(4)],
      ];
      for (const [n, to] of moves) groups = placed(groups, org(n), to === null ? null : Math.min(to, groups.length));
      const all = groups.flat();
      expect(new Set(all).size).toBe(all.length);
      expect(groups.every((group) => group.length > 0)).toBe(true);
    }),
  );
});

it('says each group in one line, with its people', () => {
  const cohort = { ...twelve(), people: twelve().people.filter(({ organisation }) => organisation !== org(2)) };
  const text = groupsText([[org(0), org(1)], [org(2)]], cohort, (key, values) => textIn('es', key, values));
  expect(text).toBe(
    'Grupo 1: Organización 0, Organización 1 (Persona 0, Persona 1, Persona 2, Persona 3)\nGrupo 2: Organización 2',
  );
});
