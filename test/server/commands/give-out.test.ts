/** Links as they are given out: each opens with the secret that is shown for it, and survives being made a link by a chat. */
import { expect, it } from 'vitest';
import { giveOutAll } from '../../../server/commands/give-out.ts';
import type { LinkRecord, Registry } from '../../../server/commands/ports.ts';
import { hashSecret, linkSecret, newRoot } from '../../../server/commands/secrets.ts';
import { LINK_NAMES, type LinkName } from '../../../shared/api.ts';
import { newCohortId } from '../../../shared/ids.ts';

const isLink = (name: LinkRecord['name']): name is LinkName => LINK_NAMES.some((one) => one === name);

it('ends with a letter or a digit, which no chat leaves out of a link', () => {
  const given: LinkRecord[] = [];
  const links: Registry['links'] = {
    add: (link) => given.push(link),
    at: () => null,
    current: () => null,
    revoke: () => undefined,
  };
  for (let n = 0; n < 300; n += 1) {
    const root = newRoot();
    given.length = 0;
    giveOutAll({ links }, newCohortId(), root);
    for (const { name, version, hash } of given) {
      if (!isLink(name)) continue;
      const secret = linkSecret(root, name, version);
      expect(hash).toBe(hashSecret(secret));
      expect(secret).toMatch(/[0-9A-Za-z]$/);
    }
  }
});
