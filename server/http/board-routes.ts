/** Routes of one board: connect, bring, themes, export, import, copies. Rights are the commands' business. */
import { Hono, type MiddlewareHandler } from 'hono';
import {
  bringRequest,
  createThemeRequest,
  notesRequest,
  restoreCopyRequest,
  takeCopyRequest,
} from '../../shared/api.ts';
import { type BoardId, type CopyId, isCopyId, parseBoardId } from '../../shared/ids.ts';
import { SUBPROTOCOL } from '../../shared/protocol.ts';
import { bring, refresh, withdraw } from '../commands/bring.ts';
import { connect } from '../commands/connect.ts';
import { deleteCopy, listCopies, previewCopy, restoreCopy, takeCopy } from '../commands/copies.ts';
import { createTheme } from '../commands/create-theme.ts';
import { exportBoard } from '../commands/export-board.ts';
import { baseUrlOf, webSocketUrl } from './address.ts';
import { readAttempt } from './attempt.ts';
import { readBody } from './body.ts';
import { withCaller } from './caller.ts';
import type { Edge, EdgeApp, EdgeContext, EdgeParts } from './edge.ts';
import { addFeedbackRoutes } from './feedback-routes.ts';
import { importFile } from './import-file.ts';
import { addMethodRoutes } from './method-routes.ts';
import { paced } from './pace.ts';
import { refuse, reply, replyNothing } from './reply.ts';
import { addSelfRoutes } from './self-routes.ts';

const JSON_TYPE = { 'Content-Type': 'application/json' } as const;

/** Mounted at `/api/boards`. */
export function boardRoutes(parts: EdgeParts): EdgeApp {
  const app = new Hono<Edge>();
  app.use('/:id/*', withCaller(parts));
  for (const path of HEAVY) app.use(path, oneAfterTheOther(parts));
  for (const path of OF_THE_METHOD) app.use(path, paced(parts));
  addConnection(app, parts);
  addGathering(app, parts);
  addFiles(app, parts);
  addCopies(app, parts);
  addMethodRoutes(app, parts);
  addFeedbackRoutes(app, parts);
  addSelfRoutes(app, parts);
  return app;
}

/** What reads or writes a whole board. An import waits for nothing: a second one is refused. */
const HEAVY = ['/:id/export', '/:id/copies/*', '/:id/bring', '/:id/withdraw', '/:id/refresh', '/:id/themes'];

/** Small changes of one board. */
const OF_THE_METHOD = ['notes', 'dots', 'publish', 'issue', 'share', 'baseline', 'result-note', 'commitments'].map(
  (noun) => `/:id/${noun}/*`,
);

/** Of one person: whoever asks for many at once keeps nobody else waiting. */
function oneAfterTheOther({ context }: EdgeParts): MiddlewareHandler<Edge> {
  return (c, next) => context.turns(`requests/${c.get('caller').member.id}`, next);
}

/** Nothing large is made for somebody who does not read what was made before. */
function whileRead({ limits }: EdgeParts): MiddlewareHandler<Edge> {
  return (c, next) =>
    limits.unread.hasRoom(c.get('caller').member.id) ? next() : Promise.resolve(refuse(c, { why: 'server-busy' }));
}

function handOut({ limits }: EdgeParts, c: EdgeContext, json: Uint8Array<ArrayBuffer>): Response {
  limits.unread.add(c.get('caller').member.id, json.length, c.env);
  return c.body(json, 200, JSON_TYPE);
}

/** Calls `answer` with the ids of the path; what does not look like one names nothing. */
function withBoard(
  c: EdgeContext,
  answer: (id: BoardId) => Promise<Response> | Response,
): Promise<Response> | Response {
  const id = parseBoardId(c.req.param('id'));
  return id === null ? refuse(c, { why: 'board-unknown' }) : answer(id);
}
function withCopy(
  c: EdgeContext,
  answer: (id: BoardId, copy: CopyId) => Promise<Response> | Response,
): Promise<Response> | Response {
  const copy = c.req.param('copy');
  return withBoard(c, (id) => (isCopyId(copy) ? answer(id, copy) : refuse(c, { why: 'copy-unknown' })));
}

function addConnection(app: EdgeApp, { context, settings }: EdgeParts): void {
  app.post('/:id/connection', (c) =>
    withBoard(c, (id) => {
      const base = baseUrlOf(c, settings);
      if (base === null) return refuse(c, { why: 'bad-request', field: 'Host' });
      return reply(c, connect(context, c.get('caller'), id), ({ token, right, expiresAt }) => ({
        url: `${webSocketUrl(base)}/sync`,
        room: id,
        protocols: [SUBPROTOCOL, token],
        right,
        expiresAt,
      }));
    }),
  );
}

function addGathering(app: EdgeApp, { context }: EdgeParts): void {
  app.post('/:id/bring', (c) =>
    withBoard(c, async (id) => {
      const body = await readBody(c, bringRequest);
      if (!body.ok) return refuse(c, body);
      return reply(c, await bring(context, c.get('caller'), id, body.value), (gathered) => gathered);
    }),
  );
  app.post('/:id/withdraw', (c) =>
    withBoard(c, async (id) => {
      const body = await readBody(c, notesRequest);
      if (!body.ok) return refuse(c, body);
      const outcome = await withdraw(context, c.get('caller'), id, body.value.notes);
      return reply(c, outcome, (withdrawn) => ({ withdrawn }));
    }),
  );
  app.post('/:id/refresh', (c) =>
    withBoard(c, async (id) => {
      const body = await readBody(c, notesRequest);
      if (!body.ok) return refuse(c, body);
      const outcome = await refresh(context, c.get('caller'), id, body.value.notes);
      return reply(c, outcome, (refreshed) => ({ refreshed }));
    }),
  );
  app.post('/:id/themes', (c) =>
    withBoard(c, async (id) => {
      const body = await readBody(c, createThemeRequest);
      if (!body.ok) return refuse(c, body);
      return reply(c, await createTheme(context, c.get('caller'), id, body.value), (theme) => ({ theme }), 201);
    }),
  );
}

function addFiles(app: EdgeApp, parts: EdgeParts): void {
  const { context } = parts;
  app.get('/:id/export', whileRead(parts), (c) =>
    withBoard(c, async (id) => {
      const board = await exportBoard(context, c.get('caller'), id);
      return board.ok ? handOut(parts, c, board.value) : refuse(c, board);
    }),
  );
  app.post('/:id/import', (c) => withBoard(c, (id) => importFile(parts, c, id)));
}

function addCopies(app: EdgeApp, parts: EdgeParts): void {
  const { context } = parts;
  app.get('/:id/copies', (c) =>
    withBoard(c, (id) => reply(c, listCopies(context, c.get('caller'), id), (copies) => ({ copies }))),
  );
  app.post('/:id/copies', (c) =>
    withBoard(c, async (id) => {
      const body = await readBody(c, takeCopyRequest);
      if (!body.ok) return refuse(c, body);
      return reply(c, await takeCopy(context, c.get('caller'), id, body.value.name), (copy) => ({ copy }), 201);
    }),
  );
  app.get('/:id/copies/:copy', whileRead(parts), (c) =>
    withCopy(c, (id, copyId) => {
      const preview = previewCopy(context, c.get('caller'), id, copyId);
      if (!preview.ok) return refuse(c, preview);
      const { copy, snapshot } = preview.value;
      const head = Buffer.from(`{"copy":${JSON.stringify(copy)},"snapshot":`);
      return handOut(parts, c, Buffer.concat([head, snapshot, Buffer.from('}')]));
    }),
  );
  app.delete('/:id/copies/:copy', (c) =>
    withCopy(c, (id, copy) => replyNothing(c, deleteCopy(context, c.get('caller'), id, copy))),
  );
  app.post('/:id/copies/:copy/restore', (c) =>
    withCopy(c, async (id, copy) => {
      const body = await readBody(c, restoreCopyRequest);
      if (!body.ok) return refuse(c, body);
      const { as } = body.value;
      const attempt = readAttempt(c, body.value);
      if (!attempt.ok) return refuse(c, attempt);
      const outcome = await restoreCopy(context, c.get('caller'), id, { copy, as, attempt: attempt.value });
      return reply(c, outcome, (put) => put, as === 'new-board' ? 201 : 200);
    }),
  );
}
