/** What the routes share: their dependencies and the types of a request on its way. Types only. */
import type { HttpBindings } from '@hono/node-server';
import type { Hono, Context as HonoContext } from 'hono';
import type { Language } from '../../shared/language.ts';
import type { Caller, Context } from '../commands/context.ts';
import type { CohortPlan } from '../commands/create-cohort.ts';
import type { StorageHealth } from '../sync/ports.ts';
import type { RequestLimits } from './request-limits.ts';

export interface Edge {
  readonly Bindings: HttpBindings;
  readonly Variables: { caller: Caller };
}
export type EdgeContext = HonoContext<Edge>;
export type EdgeApp = Hono<Edge>;

export interface EdgeSettings {
  /** Where people reach this server, without a slash at the end; null: whatever the request says. */
  readonly publicUrl: string | null;
  /** Origins beside our own whose pages may change things here. */
  readonly allowedOrigins: ReadonlySet<string>;
  /** How many proxies stand before this server; their `X-Forwarded-*` headers are believed. */
  readonly trustedProxies: number;
  /** Logs every request. */
  readonly logRequests: boolean;
}

export interface EdgeParts {
  readonly context: Context;
  readonly settings: EdgeSettings;
  readonly limits: RequestLimits;
  readonly health: () => StorageHealth;
  /** The cohort of a rehearsal, filled. */
  readonly rehearsal: (language: Language) => CohortPlan;
  /** Folder of the built client. */
  readonly clientFolder: string;
}
