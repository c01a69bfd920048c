/** Settings: defaults, and garbage refused by the name of its variable. */
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from '../../server/config.ts';

it('has a default for everything', () => {
  expect(readConfig({ PATH: '/bin', PORT: '' })).toEqual({
    ok: true,
    config: {
      port: 3000,
      host: undefined,
      dataDir: resolve('./data'),
      publicUrl: null,
      allowedOrigins: new Set(),
      trustedProxies: 0,
      roomGraceMs: 30_000,
      cohortsPerHour: 30,
      logLevel: 'info',
    },
  });
});

it('reads what is set', () => {
  const outcome = readConfig({
    PORT: '8080',
    HOST: '::1',
    PUBLIC_URL: 'https://tempano.example.org/',
    ALLOWED_ORIGINS: 'https://a.example.org, http://localhost:5173',
    TRUST_PROXY: 'true',
    LOG_LEVEL: 'silent',
  });
  expect(outcome).toMatchObject({
    ok: true,
    config: {
      port: 8080,
      host: '::1',
      publicUrl: 'https://tempano.example.org',
      allowedOrigins: new Set(['https://tempano.example.org', 'https://a.example.org', 'http://localhost:5173']),
      trustedProxies: 1,
      logLevel: 'silent',
    },
  });
});

it.each([
  ['PORT', 'tres mil'],
  ['PORT', '70000'],
  ['PORT', '-1'],
  ['HOST', 'a b'],
  ['PUBLIC_URL', 'tempano.example.org'],
  ['PUBLIC_URL', 'ftp://tempano.example.org'],
  ['PUBLIC_URL', 'https://tempano.example.org/carpeta'],
  ['ALLOWED_ORIGINS', '*'],
  ['ALLOWED_ORIGINS', 'https://a.example.org/x'],
  ['TRUST_PROXY', 'maybe'],
  ['TRUST_PROXY', '11'],
  ['ROOM_GRACE_MS', '1s'],
  ['COHORTS_PER_HOUR', '0'],
  ['LOG_LEVEL', 'loud'],
])('refuses %s=%s by name', (variable, value) => {
  expect(readConfig({ [variable]: value })).toMatchObject({ ok: false, variable });
});
