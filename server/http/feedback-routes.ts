/** Routes of a feedback board: its issue, what to suggest for it, its commitments. Rights are the commands' business. */

import { type BoardId, isEntryId, parseBoardId } from '../../shared/ids.ts';
import { issueRequest, progressRequest, showCommitmentsRequest } from '../../shared/page-api.ts';
import { chooseIssue, suggestIssues } from '../commands/choose-issue.ts';
import { markProgress, showCommitments } from '../commands/show-commitments.ts';
import { readBody } from './body.ts';
import type { EdgeApp, EdgeContext, EdgeParts } from './edge.ts';
import { refuse, reply, replyNothing } from './reply.ts';

/** Added to the routes of `/api/boards`, behind their guard. */
export function addFeedbackRoutes(app: EdgeApp, { context }: EdgeParts): void {
  app.post('/:id/issue', (c) =>
    onBoard(c, async (id) => {
      const body = await readBody(c, issueRequest);
      if (!body.ok) return refuse(c, body);
      return reply(c, await chooseIssue(context, c.get('caller'), id, body.value), (issue) => ({ issue }));
    }),
  );
  app.get('/:id/issue-suggestions', (c) =>
    onBoard(c, async (id) => reply(c, await suggestIssues(context, c.get('caller'), id), (themes) => ({ themes }))),
  );
  app.post('/:id/commitments', (c) =>
    onBoard(c, async (id) => {
      const body = await readBody(c, showCommitmentsRequest);
      if (!body.ok) return refuse(c, body);
      return reply(c, await showCommitments(context, c.get('caller'), id, body.value), (shown) => ({ shown }));
    }),
  );
  app.put('/:id/commitments/:commitment', (c) =>
    onBoard(c, async (id) => {
      const body = await readBody(c, progressRequest);
      const commitment = c.req.param('commitment');
      if (!body.ok) return refuse(c, body);
      if (!isEntryId(commitment)) return refuse(c, { why: 'bad-request', field: 'commitment' });
      return replyNothing(c, await markProgress(context, c.get('caller'), id, commitment, body.value.done));
    }),
  );
}

/** What does not look like an id names nothing. */
function onBoard(c: EdgeContext, answer: (id: BoardId) => Promise<Response>): Promise<Response> | Response {
  const id = parseBoardId(c.req.param('id'));
  return id === null ? refuse(c, { why: 'board-unknown' }) : answer(id);
}
