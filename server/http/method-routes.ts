/** Routes of one board that belong to the method: dots, publishing. Rights are the commands' business. */
import type { DotsAnswer } from '../../shared/call-api.ts';
import { dotRequest } from '../../shared/call-api.ts';
import { type BoardId, parseBoardId } from '../../shared/ids.ts';
import { publishRequest, quickNoteRequest } from '../../shared/page-api.ts';
import { dotsOf, setDot } from '../commands/dots.ts';
import { publishValue } from '../commands/publish-value.ts';
import { addQuickNote } from '../commands/quick-note.ts';
import { readBody } from './body.ts';
import type { EdgeApp, EdgeContext, EdgeParts } from './edge.ts';
import { refuse, reply } from './reply.ts';

/** Added to the routes of `/api/boards`, behind their guard. */
export function addMethodRoutes(app: EdgeApp, { context }: EdgeParts): void {
  app.get('/:id/dots', (c) => onBoard(c, async (id) => reply(c, await dotsOf(context, c.get('caller'), id), same)));
  app.put('/:id/dots', (c) =>
    onBoard(c, async (id) => {
      const body = await readBody(c, dotRequest);
      return body.ok ? reply(c, await setDot(context, c.get('caller'), id, body.value), same) : refuse(c, body);
    }),
  );
  app.post('/:id/notes', (c) =>
    onBoard(c, async (id) => {
      const body = await readBody(c, quickNoteRequest);
      if (!body.ok) return refuse(c, body);
      return reply(c, await addQuickNote(context, c.get('caller'), id, body.value), (note) => ({ note }), 201);
    }),
  );
  app.post('/:id/publish', (c) =>
    onBoard(c, async (id) => {
      const body = await readBody(c, publishRequest);
      if (!body.ok) return refuse(c, body);
      const outcome = await publishValue(context, c.get('caller'), id, body.value);
      return reply(c, outcome, (parts) => ({ published: Object.keys(parts) }));
    }),
  );
}

const same = (answer: DotsAnswer): DotsAnswer => answer;

/** What does not look like an id names nothing. */
export function onBoard(
  c: EdgeContext,
  answer: (id: BoardId) => Promise<Response> | Response,
): Promise<Response> | Response {
  const id = parseBoardId(c.req.param('id'));
  return id === null ? refuse(c, { why: 'board-unknown' }) : answer(id);
}
