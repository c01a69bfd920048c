/** Peer groups while they are edited, and as text for the rooms of the call. Pure: knows no screen and no server. */
import type { Cohort } from '../../../shared/cohort/document.ts';
import type { OrgId } from '../../../shared/ids.ts';
import type { Translate } from '../../i18n/words.ts';

export type Groups = readonly (readonly OrgId[])[];

/** Into the group at this place; `null` is none, one place past the end a new one. Groups left empty go. */
export function placed(groups: Groups, organisation: OrgId, to: number | null): Groups {
  const without = groups.map((group) => group.filter((id) => id !== organisation));
  if (to === groups.length) without.push([organisation]);
  return without
    .map((group, i) => (i === to && to < groups.length ? [...group, organisation] : group))
    .filter((group) => group.length > 0);
}

export const placeOf = (groups: Groups, organisation: OrgId): number | null => {
  const at = groups.findIndex((group) => group.includes(organisation));
  return at < 0 ? null : at;
};

/** «Grupo 2: Techos de Yagrumo, Casa Abierta (Ana, Luis)», one line a group. */
export function groupsText(groups: Groups, cohort: Pick<Cohort, 'organisations' | 'people'>, t: Translate): string {
  return groups
    .map((group, i) => {
      const names = group.flatMap((id) => cohort.organisations.find((one) => one.id === id)?.name ?? []);
      const people = cohort.people.filter(({ organisation }) => organisation !== null && group.includes(organisation));
      const values = {
        number: i + 1,
        organisations: names.join(', '),
        people: people.map(({ name }) => name).join(', '),
      };
      return t(people.length > 0 ? 'panel.groups.linePeople' : 'panel.groups.line', values);
    })
    .join('\n');
}
