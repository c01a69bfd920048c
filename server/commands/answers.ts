/** How records of the registry look in answers. Knows no request and decides nothing. */
import type { BoardSummary, CohortDoor, CohortSummary, PersonSummary } from '../../shared/api.ts';
import type { CohortId } from '../../shared/ids.ts';
import type { CohortBoard, CohortRecord, LinkRecord, Member, Registry } from './ports.ts';
import { boardRight } from './rights.ts';
import { type CohortSecrets, secretsOf } from './secrets.ts';

export function doorOf(registry: Registry, cohort: CohortRecord): CohortDoor {
  const { id, name, date, time, language, boardPer } = cohort;
  const organisations = registry.organisations.of(id).map(({ id, name, acronym }) => ({ id, name, acronym }));
  return { id, name, date, time, language, boardPer, organisations };
}

export function summaryOf(registry: Registry, cohort: CohortRecord): CohortSummary {
  const { id, name, date, time, language, boardPer, themesOpen, rehearsal } = cohort;
  const organisations = registry.organisations.of(id);
  return { id, name, date, time, language, boardPer, themesOpen, rehearsal, organisations };
}

export const personOf = ({ id, name, role, organisation }: Member): PersonSummary => ({ id, name, role, organisation });

export function boardOf(registry: Registry, member: Member, board: CohortBoard): BoardSummary {
  const { id, kind, title, organisation, person } = board;
  return { id, kind, title, organisation, person, right: boardRight(registry, member, board) };
}

/** The links and the code that work now, for whoever holds the cohort's root of secrets. */
export function secretsNow(registry: Registry, cohort: CohortId, root: Uint8Array): CohortSecrets {
  const version = (name: LinkRecord['name']): number => registry.links.current(cohort, name)?.version ?? 0;
  return secretsOf(root, {
    facilitation: version('facilitation'),
    participation: version('participation'),
    viewing: version('viewing'),
    projection: version('projection'),
    code: version('code'),
  });
}
