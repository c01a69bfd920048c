/** The settings of the server, from environment variables. Garbage is refused by name. Reads nothing else and opens nothing. */
import { resolve } from 'node:path';
import * as v from 'valibot';

const port = v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.maxValue(65_535));
const count = (least: number, most: number) =>
  v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number), v.minValue(least), v.maxValue(most));

const origin = v.pipe(
  v.string(),
  v.check((text) => originOf(text) === text),
);
const origins = v.pipe(
  v.string(),
  v.transform((text) => text.split(/[\s,]+/).filter((part) => part !== '')),
  v.array(origin),
);
const publicUrl = v.pipe(
  v.string(),
  v.transform((text) => text.replace(/\/$/, '')),
  origin,
);
/** How many proxies stand in front; `true` means one. */
const proxies = v.union([
  v.pipe(
    v.picklist(['true', 'false']),
    v.transform((word) => (word === 'true' ? 1 : 0)),
  ),
  count(0, 10),
]);

/** Each variable with what it may be; the README has the table for people. */
const VARIABLES = {
  PORT: v.optional(port, '3000'),
  HOST: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9.:-]{1,253}$/))),
  DATA_DIR: v.optional(v.pipe(v.string(), v.minLength(1)), './data'),
  PUBLIC_URL: v.optional(publicUrl),
  ALLOWED_ORIGINS: v.optional(origins, ''),
  TRUST_PROXY: v.optional(proxies, '0'),
  ROOM_GRACE_MS: v.optional(count(0, 86_400_000), '30000'),
  COHORTS_PER_HOUR: v.optional(count(1, 1_000_000), '30'),
  LOG_LEVEL: v.optional(v.picklist(['silent', 'info', 'debug']), 'info'),
};

export interface Config {
  /** 0 takes a free one. */
  readonly port: number;
  /** Undefined: every address of this machine, IPv6 and IPv4, so that `localhost` works whatever it means here. */
  readonly host: string | undefined;
  /** Absolute path. */
  readonly dataDir: string;
  readonly publicUrl: string | null;
  readonly allowedOrigins: ReadonlySet<string>;
  readonly trustedProxies: number;
  readonly roomGraceMs: number;
  readonly cohortsPerHour: number;
  readonly logLevel: 'silent' | 'info' | 'debug';
}

export type ConfigOutcome =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly variable: string; readonly expected: string };

const EXPECTED: Readonly<Record<keyof typeof VARIABLES, string>> = {
  PORT: '0-65535',
  HOST: '127.0.0.1, ::1, example.org',
  DATA_DIR: './data',
  PUBLIC_URL: 'https://tempano.example.org',
  ALLOWED_ORIGINS: 'https://a.example.org,https://b.example.org',
  TRUST_PROXY: '0-10, true, false',
  ROOM_GRACE_MS: '0-86400000',
  COHORTS_PER_HOUR: '1-1000000',
  LOG_LEVEL: 'silent, info, debug',
};

/** A variable that is set but empty counts as not set. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ConfigOutcome {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ''));
  const parsed = v.safeParse(v.object(VARIABLES), given);
  if (!parsed.success) {
    const name = Object.keys(VARIABLES).find((known) => known === parsed.issues[0].path?.[0]?.key) ?? 'PORT';
    return { ok: false, variable: name, expected: EXPECTED[nameOf(name)] };
  }
  const set = parsed.output;
  const own = set.PUBLIC_URL === undefined ? [] : [set.PUBLIC_URL];
  return {
    ok: true,
    config: {
      port: set.PORT,
      host: set.HOST,
      dataDir: resolve(set.DATA_DIR),
      publicUrl: set.PUBLIC_URL ?? null,
      allowedOrigins: new Set([...own, ...set.ALLOWED_ORIGINS]),
      trustedProxies: set.TRUST_PROXY,
      roomGraceMs: set.ROOM_GRACE_MS,
      cohortsPerHour: set.COHORTS_PER_HOUR,
      logLevel: set.LOG_LEVEL,
    },
  };
}

const isName = (name: string): name is keyof typeof VARIABLES => name in VARIABLES;
const nameOf = (name: string): keyof typeof VARIABLES => (isName(name) ? name : 'PORT');

function originOf(text: string): string | null {
  try {
    const url = new URL(text);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.origin : null;
  } catch {
    // Not an address at all.
    return null;
  }
}
