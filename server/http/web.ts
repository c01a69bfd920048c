/** The whole HTTP side of the server as one application. Opens no port. */
import { Hono } from 'hono';
import type { Refusal } from '../../shared/api.ts';
import { boardRoutes } from './board-routes.ts';
import { cohortRoutes, openCohortRoutes } from './cohort-routes.ts';
import type { Edge, EdgeApp, EdgeParts } from './edge.ts';
import { addPages } from './pages.ts';
import { refuse } from './reply.ts';
import { ownPagesOnly, secure } from './security.ts';
import { sessionRoutes } from './session-routes.ts';

export function createWeb(parts: EdgeParts): EdgeApp {
  const { settings, clientFolder } = parts;
  const app = new Hono<Edge>();
  app.use(secure(settings));
  if (settings.logRequests) addRequestLog(app, parts);
  addHealth(app, parts);
  app.use('/api/*', ownPagesOnly(settings));
  app.use('/api/*', async (c, next) => {
    await next();
    c.res.headers.set('Cache-Control', 'no-store');
  });
  // The clock of everybody's call: no more than one number, so anybody may ask.
  app.get('/api/time', (c) => c.json({ now: parts.context.now() }));
  app.route('/api', openCohortRoutes(parts));
  app.route('/api', sessionRoutes(parts));
  app.route('/api/cohorts', cohortRoutes(parts));
  app.route('/api/boards', boardRoutes(parts));
  app.all('/api/*', (c) => refuse(c, { why: 'not-found' }));
  addPages(app, clientFolder);
  app.notFound((c) => refuse(c, { why: 'not-found' }));
  app.onError((error, c) => {
    // Whoever asked went away in the middle of it: nobody reads the answer, and nothing is wrong here.
    if ('code' in error && error.code === 'ECONNRESET') return c.body(null, 400);
    const why = whyOf(error);
    // The message of an error may quote what somebody wrote: only its kind and place are logged.
    const place = error.stack?.split('\n').find((line) => line.startsWith('    at ')) ?? '';
    parts.context.log('request-failed', { method: c.req.method, why, error: error.name, place: place.trim() });
    return refuse(c, { why });
  });
  return app;
}

/** Failures of the rooms and of the desk carry their own `why`; SQLite says so when it cannot write (disk full, read-only). */
function whyOf(error: Error): Refusal {
  if ('code' in error && error.code === 'ERR_SQLITE_ERROR') return 'storage-failed';
  const why = 'why' in error ? error.why : null;
  if (why === 'unknown-board') return 'board-unknown';
  if (why === 'server-busy' || why === 'busy') return 'server-busy';
  if (why === 'too-complex') return 'board-too-slow';
  return why === 'storage-failed' || why === 'closed' ? 'storage-failed' : 'internal';
}

function addHealth(app: EdgeApp, { context, health }: EdgeParts): void {
  app.get('/healthz', (c) => {
    c.header('Cache-Control', 'no-store');
    const storage = health();
    if (!storage.ok) return c.json({ status: 'failing', why: storage.why }, 503);
    try {
      context.registry.check();
    } catch {
      // SQLite throws when its file cannot be read.
      return c.json({ status: 'failing', why: 'storage-failing' }, 503);
    }
    return c.json({ status: 'ok' });
  });
}

/** Method, status and time; of the path only its first word, so that no id, secret or query is ever written. */
function addRequestLog(app: EdgeApp, { context }: EdgeParts): void {
  app.use(async (c, next) => {
    const from = context.now();
    await next();
    const [, head = '', noun = ''] = c.req.path.split('/');
    const path = head === 'api' && /^[a-z]{1,20}$/.test(noun) ? `/api/${noun}` : head === 'assets' ? '/assets' : '/';
    context.log('request', { method: c.req.method, path, status: c.res.status, ms: context.now() - from });
  });
}
