/** Routes of links and sessions: what a link opens, taking a seat, who I am, leaving. */
import { Hono } from 'hono';
import { joinRequest, openLinkRequest } from '../../shared/api.ts';
import type { CohortId } from '../../shared/ids.ts';
import { boardOf, personOf, secretsNow, summaryOf } from '../commands/answers.ts';
import { giveOutMissing } from '../commands/give-out.ts';
import { join } from '../commands/join.ts';
import { openLink } from '../commands/open-link.ts';
import { type Outcome, refused } from '../commands/outcome.ts';
import { endSession } from '../commands/people.ts';
import { addressOf, baseUrlOf, isFromThisMachine } from './address.ts';
import { readBody } from './body.ts';
import { withCaller } from './caller.ts';
import type { Edge, EdgeApp, EdgeContext, EdgeParts } from './edge.ts';
import { showSecrets } from './handed-out.ts';
import { refuse, reply, replyNothing } from './reply.ts';

/** Mounted at `/api`. */
export function sessionRoutes(parts: EdgeParts): EdgeApp {
  const { context, settings, limits } = parts;
  const app = new Hono<Edge>();

  app.post('/links/open', async (c) => {
    const body = await readBody(c, openLinkRequest);
    if (!body.ok) return refuse(c, body);
    const opened = await guarded(parts, c, body.value, async () => openLink(context, body.value));
    return reply(c, opened, (link) => link);
  });

  app.post('/sessions', async (c) => {
    const body = await readBody(c, joinRequest);
    if (!body.ok) return refuse(c, body);
    if (!isFromThisMachine(c) && !limits.joins.take(addressOf(c, settings)))
      return refuse(c, { why: 'too-many-joins' });
    const joined = await guarded(parts, c, body.value, () => join(context, body.value));
    const show = ({ token, member, cohort, root, returning }: Joined) => ({
      token,
      person: personOf(member),
      cohort: summaryOf(context.registry, cohort),
      returning,
      ...forFacilitation(parts, c, cohort.id, root),
    });
    return reply(c, joined, show, 201);
  });

  app.get('/me', withCaller(parts), (c) => {
    const caller = c.get('caller');
    const { member, cohort } = caller;
    const boards = context.registry.boards.of(cohort.id);
    return c.json({
      person: personOf(member),
      cohort: summaryOf(context.registry, cohort),
      boards: boards.map((board) => boardOf(context.registry, member, board)),
      ...forFacilitation(parts, c, cohort.id, caller.root),
    });
  });

  app.delete('/sessions/current', withCaller(parts), (c) => replyNothing(c, endSession(context, c.get('caller'))));
  return app;
}

/** Links and code for whoever holds the cohort's secrets, nothing for the others. */
function forFacilitation({ context, settings }: EdgeParts, c: EdgeContext, cohort: CohortId, root: Uint8Array | null) {
  const base = baseUrlOf(c, settings);
  if (root === null || base === null) return {};
  giveOutMissing(context.registry, cohort, root);
  return showSecrets(base, secretsNow(context.registry, cohort, root));
}

type Joined = Extract<Awaited<ReturnType<typeof join>>, { ok: true }>['value'];

/**
 * Wrong links and codes are counted by address. A code is short, so none is looked up once too many were wrong; a link
 * is too long to be guessed, so a right one opens even then.
 */
async function guarded<T>(
  { settings, limits }: EdgeParts,
  c: EdgeContext,
  key: { readonly code: string } | { readonly secret: string },
  open: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const address = addressOf(c, settings);
  if ('code' in key && !limits.wrongSecrets.has(address)) return refused('too-many-tries');
  const outcome = await open();
  const wrong = !outcome.ok && outcome.why === 'link-unknown';
  return wrong && !limits.wrongSecrets.take(address) ? refused('too-many-tries') : outcome;
}
