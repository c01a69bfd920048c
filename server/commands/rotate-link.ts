/** Replaces a link by a new one: the old one stops opening. The participation link takes its code with it. */
import type { LinkName } from '../../shared/api.ts';
import type { CohortId } from '../../shared/ids.ts';
import { secretsNow } from './answers.ts';
import type { Caller, Context } from './context.ts';
import { giveOutCode, giveOutLink } from './give-out.ts';
import { roleOf } from './open-link.ts';
import { done, type Outcome, refused } from './outcome.ts';
import type { LinkRecord, Registry } from './ports.ts';
import { reconsiderCohort } from './reconsider-cohort.ts';
import { facilitatorOnly } from './rights.ts';
import type { CohortSecrets } from './secrets.ts';

/** Sessions opened with the old link go on, unless `closeSessions`; the caller's own goes on in any case. */
export function rotateLink(
  context: Context,
  caller: Caller,
  id: CohortId,
  name: LinkName,
  closeSessions: boolean,
): Outcome<CohortSecrets> {
  const refusal = facilitatorOnly(caller, id);
  if (refusal) return refusal;
  const { registry } = context;
  const { root } = caller;
  if (root === null) return refused('session-unknown');
  registry.transaction(() => {
    giveOutLink(registry, id, root, name, retire(registry, id, name) + 1);
    if (name === 'participation') giveOutCode(registry, id, root, retire(registry, id, 'code') + 1);
    if (closeSessions) registry.sessions.removeByRole(id, roleOf(name), caller.session);
  });
  if (closeSessions) reconsiderCohort(context, id);
  return done(secretsNow(registry, id, root));
}

/** Gives back the version that no longer opens anything. */
function retire(registry: Registry, cohort: CohortId, name: LinkRecord['name']): number {
  const current = registry.links.current(cohort, name);
  if (current) registry.links.revoke(current.hash);
  return current?.version ?? 0;
}
