/** Keeps one person from asking for changes without end: each is a commit, and is told to everybody. Knows no particular route. */
import type { MiddlewareHandler } from 'hono';
import type { Edge, EdgeParts } from './edge.ts';
import { refuse } from './reply.ts';

/** Behind the guard that knows who asks. Reading is not counted. */
export function paced({ limits }: Pick<EdgeParts, 'limits'>): MiddlewareHandler<Edge> {
  return async (c, next) => {
    const counts = c.req.method !== 'GET';
    return counts && !limits.changes.take(c.get('caller').member.id) ? refuse(c, { why: 'too-many-tries' }) : next();
  };
}
