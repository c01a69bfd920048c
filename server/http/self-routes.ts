/** Routes of the self-assessment and of the team's profile. Rights are the commands' business. */
import { baselineRequest, resultNoteRequest, shareRequest } from '../../shared/page-api.ts';
import { shareAnswers } from '../commands/share-answers.ts';
import { setBaseline, takeResult } from '../commands/team-results.ts';
import { readBody } from './body.ts';
import type { EdgeApp, EdgeParts } from './edge.ts';
import { onBoard } from './method-routes.ts';
import { refuse, reply, replyNothing } from './reply.ts';

/** Added to the routes of `/api/boards`, behind their guard. */
export function addSelfRoutes(app: EdgeApp, { context }: EdgeParts): void {
  app.post('/:id/share', (c) =>
    onBoard(c, async (id) => {
      const body = await readBody(c, shareRequest);
      if (!body.ok) return refuse(c, body);
      return replyNothing(c, await shareAnswers(context, c.get('caller'), id, body.value));
    }),
  );
  app.put('/:id/baseline', (c) =>
    onBoard(c, async (id) => {
      const body = await readBody(c, baselineRequest);
      if (!body.ok) return refuse(c, body);
      return replyNothing(c, await setBaseline(context, c.get('caller'), id, body.value.baseline));
    }),
  );
  app.post('/:id/result-note', (c) =>
    onBoard(c, async (id) => {
      const body = await readBody(c, resultNoteRequest);
      if (!body.ok) return refuse(c, body);
      return reply(c, await takeResult(context, c.get('caller'), id, body.value), (note) => note);
    }),
  );
}
