/** Headers every answer carries, and the check that a page of another site changes nothing here. */
import type { MiddlewareHandler } from 'hono';
import { baseUrlOf, webSocketUrl } from './address.ts';
import type { Edge, EdgeContext, EdgeSettings } from './edge.ts';
import { refuse } from './reply.ts';

const FIXED_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** Sockets to our own host only: `'self'` does not mean them in every browser. */
function contentSecurityPolicy(baseUrl: string | null): string {
  const sockets = baseUrl === null ? '' : [webSocketUrl(baseUrl), webSocketUrl(baseUrl.replace(/^http:/, 'https:'))];
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src ${["'self'", ...new Set(sockets), 'data:', 'blob:'].join(' ')}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

export function secure(settings: EdgeSettings): MiddlewareHandler<Edge> {
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(FIXED_HEADERS)) c.res.headers.set(name, value);
    c.res.headers.set('Content-Security-Policy', contentSecurityPolicy(baseUrlOf(c, settings)));
  };
}

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Browsers name the page's origin whenever something is changed; without the header it is no browser. */
export function ownPagesOnly(settings: EdgeSettings): MiddlewareHandler<Edge> {
  return async (c, next) => {
    if (READING.has(c.req.method) || isOwnPage(c, settings)) return next();
    return refuse(c, { why: 'origin-foreign' });
  };
}

function isOwnPage(c: EdgeContext, { allowedOrigins }: EdgeSettings): boolean {
  const origin = c.req.header('origin');
  const host = c.req.header('host');
  if (origin === undefined || allowedOrigins.has(origin)) return true;
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
}
