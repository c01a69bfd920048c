/** Routes of cohorts: make one, rehearse, change, organisations, links, people. Rights are the commands' business. */
import { Hono } from 'hono';
import {
  changeCohortRequest,
  createCohortRequest,
  letInRequest,
  nameOrganisationRequest,
  rehearsalRequest,
  rotateLinkRequest,
} from '../../shared/api.ts';
import { isCohortId } from '../../shared/ids.ts';
import { summaryOf } from '../commands/answers.ts';
import { changeCohort, deleteCohort, letIn } from '../commands/change-cohort.ts';
import { type CohortPlan, createCohort, createdBefore } from '../commands/create-cohort.ts';
import { addOrganisation, renameOrganisation } from '../commands/organisations.ts';
import { removePerson } from '../commands/people.ts';
import { planOf } from '../commands/plan-cohort.ts';
import { removeOrganisation } from '../commands/remove-organisation.ts';
import { rotateLink } from '../commands/rotate-link.ts';
import { isLinkName } from '../commands/secrets.ts';
import { addressOf, baseUrlOf, isFromThisMachine } from './address.ts';
import { readAttempt } from './attempt.ts';
import { readBody } from './body.ts';
import { addCallRoutes } from './call-routes.ts';
import { withCaller } from './caller.ts';
import type { Edge, EdgeApp, EdgeContext, EdgeParts } from './edge.ts';
import { linkUrl, showSecrets } from './handed-out.ts';
import { paced } from './pace.ts';
import { refuse, reply, replyNothing } from './reply.ts';

/** Mounted at `/api`: what anybody may ask for. */
export function openCohortRoutes(parts: EdgeParts): EdgeApp {
  const app = new Hono<Edge>();
  const make = (c: EdgeContext, asked: object, plan: () => CohortPlan): Response => {
    const { context, settings, limits } = parts;
    const attempt = readAttempt(c, asked);
    if (!attempt.ok) return refuse(c, attempt);
    const base = baseUrlOf(c, settings);
    if (base === null) return refuse(c, { why: 'bad-request', field: 'Host' });
    const before = createdBefore(context, attempt.value);
    if (!before.ok) return refuse(c, before);
    const isFree = before.value !== null || isFromThisMachine(c);
    if (!isFree && !limits.cohorts.take(addressOf(c, settings))) return refuse(c, { why: 'too-many-cohorts' });
    const { cohort, handedOut } = before.value ?? createCohort(context, plan(), attempt.value);
    return c.json({ cohort: summaryOf(context.registry, cohort), ...showSecrets(base, handedOut) }, 201);
  };
  app.post('/cohorts', async (c) => {
    const body = await readBody(c, createCohortRequest);
    return body.ok ? make(c, body.value, () => planOf(body.value)) : refuse(c, body);
  });
  // Whoever has the id was in it, or was sent it. Without this a device could not tell a deleted cohort from an old session.
  app.get('/cohorts/:id/there', (c) => {
    const id = c.req.param('id');
    return c.json({ there: isCohortId(id) && parts.context.registry.cohorts.at(id) !== null });
  });
  app.post('/rehearsal', async (c) => {
    const body = await readBody(c, rehearsalRequest);
    return body.ok ? make(c, body.value, () => parts.rehearsal(body.value.language)) : refuse(c, body);
  });
  return app;
}

/** Mounted at `/api/cohorts`: what takes a session. An id that is none is nobody's cohort. */
export function cohortRoutes(parts: EdgeParts): EdgeApp {
  const { context, settings } = parts;
  const app = new Hono<Edge>();
  app.use('/:id/*', withCaller(parts), async (c, next) =>
    c.get('caller').cohort.id === c.req.param('id') ? next() : refuse(c, { why: 'cohort-unknown' }),
  );
  app.patch('/:id', paced(parts), async (c) => {
    const body = await readBody(c, changeCohortRequest);
    if (!body.ok) return refuse(c, body);
    const changed = await changeCohort(context, c.get('caller'), idOf(c), body.value);
    return reply(c, changed, (cohort) => ({ cohort: summaryOf(context.registry, cohort) }));
  });
  app.delete('/:id', async (c) => replyNothing(c, await deleteCohort(context, c.get('caller'), idOf(c))));
  app.post('/:id/organisations', async (c) => {
    const body = await readBody(c, nameOrganisationRequest);
    if (!body.ok) return refuse(c, body);
    const attempt = readAttempt(c, body.value);
    if (!attempt.ok) return refuse(c, attempt);
    const wanted = { name: body.value.name, attempt: attempt.value };
    const added = await addOrganisation(context, c.get('caller'), idOf(c), wanted);
    return reply(c, added, (organisation) => ({ organisation }), 201);
  });
  app.patch('/:id/organisations/:organisation', paced(parts), async (c) => {
    const body = await readBody(c, nameOrganisationRequest);
    if (!body.ok) return refuse(c, body);
    const wanted = { organisation: c.req.param('organisation'), name: body.value.name };
    const renamed = await renameOrganisation(context, c.get('caller'), idOf(c), wanted);
    return reply(c, renamed, (organisation) => ({ organisation }));
  });
  app.delete('/:id/organisations/:organisation', paced(parts), async (c) =>
    replyNothing(c, await removeOrganisation(context, c.get('caller'), idOf(c), c.req.param('organisation'))),
  );
  app.post('/:id/let-in', paced(parts), async (c) => {
    const body = await readBody(c, letInRequest);
    if (!body.ok) return refuse(c, body);
    const changed = await letIn(context, c.get('caller'), idOf(c), body.value);
    return reply(c, changed, (cohort) => ({ cohort: summaryOf(context.registry, cohort) }));
  });
  app.post('/:id/links/:which/rotate', async (c) => {
    const body = await readBody(c, rotateLinkRequest);
    if (!body.ok) return refuse(c, body);
    const which = c.req.param('which');
    const base = baseUrlOf(c, settings);
    if (!isLinkName(which)) return refuse(c, { why: 'not-found' });
    if (base === null) return refuse(c, { why: 'bad-request', field: 'Host' });
    const rotated = rotateLink(context, c.get('caller'), idOf(c), which, body.value.closeSessions);
    return reply(c, rotated, (handedOut) => ({
      link: linkUrl(base, which, handedOut.secrets[which]),
      ...(which === 'participation' ? { code: showSecrets(base, handedOut).code } : {}),
    }));
  });
  app.delete('/:id/people/:person', async (c) =>
    replyNothing(c, await removePerson(context, c.get('caller'), idOf(c), c.req.param('person'))),
  );
  addCallRoutes(app, parts);
  return app;
}

/** The caller's own cohort: the guard above let nobody else through. */
const idOf = (c: EdgeContext) => c.get('caller').cohort.id;
