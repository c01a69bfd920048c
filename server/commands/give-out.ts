/** Gives out a cohort's links and code: keeps their hashes. Knows no address and nothing of who asks. */
import { LINK_NAMES, type LinkName } from '../../shared/api.ts';
import type { CohortId } from '../../shared/ids.ts';
import type { Registry } from './ports.ts';
import { hashCode, hashSecret, joinCode, linkSecret, seal } from './secrets.ts';

/** All links and the code of a new cohort. */
export function giveOutAll(registry: Pick<Registry, 'links'>, cohort: CohortId, root: Uint8Array): void {
  for (const name of LINK_NAMES) giveOutLink(registry, cohort, root, name, 1);
  giveOutCode(registry, cohort, root, 1);
}

/** A cohort from before a kind of link there is now gets one. */
export function giveOutMissing(registry: Pick<Registry, 'links'>, cohort: CohortId, root: Uint8Array): void {
  for (const name of LINK_NAMES) {
    if (registry.links.current(cohort, name) === null) giveOutLink(registry, cohort, root, name, 1);
  }
}

export function giveOutLink(
  registry: Pick<Registry, 'links'>,
  cohort: CohortId,
  root: Uint8Array,
  name: LinkName,
  atLeast: number,
): void {
  let version = atLeast;
  while (!isWhole(linkSecret(root, name, version))) version += 1;
  const secret = linkSecret(root, name, version);
  const sealed = name === 'facilitation' ? seal(root, secret) : null;
  registry.links.add({ hash: hashSecret(secret), cohort, name, version, revoked: false, sealed });
}

/** Mail and chat leave the last character out of the link they make when it is none of a word. */
const isWhole = (secret: string): boolean => /[0-9A-Za-z]$/.test(secret);

/** Codes are short: one that somebody else's cohort has is passed over. */
export function giveOutCode(
  registry: Pick<Registry, 'links'>,
  cohort: CohortId,
  root: Uint8Array,
  atLeast: number,
): void {
  let version = atLeast;
  while (registry.links.at(hashCode(joinCode(root, version)))) version += 1;
  const hash = hashCode(joinCode(root, version));
  registry.links.add({ hash, cohort, name: 'code', version, revoked: false, sealed: null });
}
