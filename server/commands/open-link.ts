/** What a link or code opens: which cohort, in which role. Tells links that never were from links that were revoked. */
import type { CohortDoor, LinkName, OpenLinkRequest } from '../../shared/api.ts';
import type { Role } from '../../shared/cohort/roles.ts';
import { normaliseJoinCode } from '../../shared/ids.ts';
import { doorOf } from './answers.ts';
import type { Context } from './context.ts';
import { done, type Outcome, refused } from './outcome.ts';
import type { CohortRecord, LinkRecord } from './ports.ts';
import { hashCode, hashSecret, unseal } from './secrets.ts';

export interface OpenedLink {
  readonly role: Role;
  readonly cohort: CohortRecord;
  /** Only the facilitation link holds the cohort's root of secrets. */
  readonly root: Uint8Array | null;
}

const ROLE_OF: Readonly<Record<LinkName | 'code', Role>> = {
  facilitation: 'facilitator',
  participation: 'participant',
  viewing: 'viewer',
  projection: 'projector',
  code: 'participant',
};
export const roleOf = (name: LinkRecord['name']): Role => ROLE_OF[name];

export function findLink({ registry }: Context, key: OpenLinkRequest): Outcome<OpenedLink> {
  const hash = 'secret' in key ? hashSecret(key.secret) : hashCode(normaliseJoinCode(key.code));
  const link = registry.links.at(hash);
  if (!link) return refused('link-unknown');
  if (link.revoked) return refused('link-revoked');
  const cohort = registry.cohorts.at(link.cohort);
  if (!cohort) return refused('link-unknown');
  const root = link.sealed && 'secret' in key ? unseal(link.sealed, key.secret) : null;
  return done({ role: roleOf(link.name), cohort, root });
}

export function openLink(context: Context, key: OpenLinkRequest): Outcome<{ role: Role; cohort: CohortDoor }> {
  const found = findLink(context, key);
  if (!found.ok) return found;
  const { role, cohort } = found.value;
  return done({ role, cohort: doorOf(context.registry, cohort) });
}
