/** Finds out who sends a request, from its Bearer token. Decides no right. */
import type { MiddlewareHandler } from 'hono';
import { callerOf } from '../commands/context.ts';
import type { Edge, EdgeParts } from './edge.ts';
import { refuse } from './reply.ts';

const BEARER = /^Bearer ([A-Za-z0-9_-]{20,64})$/i;

/** Requests without a session go no further: 401. */
export function withCaller({ context }: Pick<EdgeParts, 'context'>): MiddlewareHandler<Edge> {
  return async (c, next) => {
    const token = BEARER.exec(c.req.header('authorization') ?? '')?.[1];
    const caller = token === undefined ? null : callerOf(context, token);
    if (caller === null) return refuse(c, { why: 'session-unknown' });
    c.set('caller', caller);
    return next();
  };
}
