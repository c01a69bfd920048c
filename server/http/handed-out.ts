/** A cohort's links as addresses to open. The secret is in the fragment, which browsers never send. */
import type { LinkName, Links } from '../../shared/api.ts';
import { showJoinCode } from '../../shared/ids.ts';
import type { CohortSecrets } from '../commands/secrets.ts';

const PAGES: Readonly<Record<LinkName, string>> = {
  facilitation: '/facilitar',
  participation: '/unirse',
  viewing: '/observar',
  projection: '/sala',
};

export const linkUrl = (base: string, name: LinkName, secret: string): string => `${base}${PAGES[name]}#${secret}`;

export function showSecrets(base: string, { secrets, code }: CohortSecrets): { links: Links; code: string } {
  return {
    links: {
      facilitation: linkUrl(base, 'facilitation', secrets.facilitation),
      participation: linkUrl(base, 'participation', secrets.participation),
      viewing: linkUrl(base, 'viewing', secrets.viewing),
      projection: linkUrl(base, 'projection', secrets.projection),
    },
    code: showJoinCode(code),
  };
}
