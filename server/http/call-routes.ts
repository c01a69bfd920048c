/** Routes that conduct a call. Rights are the commands' business. */
import { callRequest } from '../../shared/call-api.ts';
import { conductCall } from '../commands/conduct-call.ts';
import { groupsProposal } from '../commands/propose-groups.ts';
import { readBody } from './body.ts';
import type { EdgeApp, EdgeContext, EdgeParts } from './edge.ts';
import { refuse, reply } from './reply.ts';

/** Added to the routes of `/api/cohorts`, behind their guard. */
export function addCallRoutes(app: EdgeApp, { context }: EdgeParts): void {
  app.post('/:id/call', async (c) => {
    const body = await readBody(c, callRequest);
    if (!body.ok) return refuse(c, body);
    return reply(c, await conductCall(context, c.get('caller'), idOf(c), body.value), (call) => ({ call }));
  });
  app.get('/:id/groups/proposal', async (c) =>
    reply(c, await groupsProposal(context, c.get('caller'), idOf(c)), (groups) => ({ groups })),
  );
}

/** The caller's own cohort: the guard let nobody else through. */
const idOf = (c: EdgeContext) => c.get('caller').cohort.id;
