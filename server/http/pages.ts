/** The built client: files with their compressed twins, and the one page that all the client's addresses begin with. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { MiddlewareHandler } from 'hono';
import type { Edge, EdgeApp } from './edge.ts';

/** Addresses that are pages of the client. Others get the same page with 404, and the client says so kindly. */
const PAGE =
  /^\/(?:facilitar|unirse|observar|ensayo|nueva|sala|(?:cohorte|tablero|panel|sala)\/[A-Za-z0-9_-]{21})?\/?$/;
/** A path that ends in a name with an extension asks for a file. */
const FILE = /\.[A-Za-z0-9]+$/;

export function addPages(app: EdgeApp, clientFolder: string): void {
  const index = join(clientFolder, 'index.html');
  if (!existsSync(index)) {
    addUnbuilt(app);
    return;
  }
  const toFile = serveStatic({ root: clientFolder, precompressed: true });
  const toIndex = serveStatic({ path: index, precompressed: true });
  app.use('/assets/*', cached('public, max-age=31536000, immutable'), toFile);
  app.on(['GET', 'HEAD'], '*', cached('no-cache'), async (c, next) => {
    const { path } = c.req;
    if (FILE.test(path) && path !== '/index.html') return toFile(c, next);
    const page = await toIndex(c, next);
    if (!(page instanceof Response) || PAGE.test(path)) return page;
    return new Response(page.body, { status: 404, headers: page.headers });
  });
}

/** How long browsers may keep a file that was found. */
function cached(control: string): MiddlewareHandler<Edge> {
  return async (c, next) => {
    await next();
    if (c.res.ok || c.res.status === 304) c.res.headers.set('Cache-Control', control);
  };
}

function addUnbuilt(app: EdgeApp): void {
  app.get('/', (c) =>
    c.text('La interfaz no está construida: npm run build\nThe interface is not built: npm run build', 503),
  );
}
