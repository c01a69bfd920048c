/** Secrets, connection tokens, turns and names: the pure parts of the commands. */
import { expect, it } from 'vitest';
import { issueConnectionToken, readConnectionToken } from '../../../server/commands/connection-token.ts';
import { nameKeyOf } from '../../../server/commands/name-key.ts';
import { hashCode, joinCode, linkSecret, newRoot, newToken, seal, unseal } from '../../../server/commands/secrets.ts';
import { createTurns } from '../../../server/commands/turns.ts';
import { newBoardId, normaliseJoinCode, showJoinCode } from '../../../shared/ids.ts';

it('derives the same secrets from the same root, and others for every name and version', () => {
  const root = newRoot();
  const all = [1, 2].flatMap((version) =>
    (['facilitation', 'participation', 'viewing'] as const).map((name) => linkSecret(root, name, version)),
  );
  expect(new Set(all).size).toBe(6);
  expect(linkSecret(root, 'viewing', 2)).toBe(all[5]);
  for (const secret of all) expect(secret).toMatch(/^[A-Za-z0-9_-]{24}$/);
  expect(linkSecret(newRoot(), 'viewing', 2)).not.toBe(all[5]);
});

it('makes codes that can be typed in any way', () => {
  const code = joinCode(newRoot(), 1);
  expect(code).toMatch(/^[23456789BCDFGHJKMNPQRSTWXZ]{8}$/);
  expect(normaliseJoinCode(` ${showJoinCode(code).toLowerCase()} `)).toBe(code);
  expect(hashCode(code)).not.toContain(code);
});

it('opens what was sealed with the same secret only', () => {
  const [root, secret] = [newRoot(), newToken()];
  const sealed = seal(root, secret);
  expect(unseal(sealed, secret)).toEqual(root);
  expect(unseal(sealed, newToken())).toBeNull();
  expect(Buffer.from(sealed).includes(Buffer.from(root))).toBe(false);
});

it('reads its own connection tokens until their time is over', () => {
  const key = newRoot();
  const claim = { board: newBoardId(), session: newToken(), expiresAt: 1_000 };
  const token = issueConnectionToken(key, claim);
  expect(token).toMatch(/^[A-Za-z0-9_.-]+$/);
  expect(readConnectionToken(key, token, 999)).toEqual(claim);
  expect(readConnectionToken(key, token, 1_000)).toBeNull();
  expect(readConnectionToken(newRoot(), token, 0)).toBeNull();
});

it.each([
  ['another board', (t: string) => t.replace(/^[^.]+/, newBoardId())],
  ['a later end', (t: string) => t.replace(/\.[^.]+(\.[^.]+)$/, '.zzzz$1')],
  ['no signature', (t: string) => t.slice(0, t.lastIndexOf('.') + 1)],
  ['a shorter signature', (t: string) => t.slice(0, -4)],
  ['more parts', (t: string) => `${t}.a`],
  ['nothing', () => ''],
  ['a very long text', (t: string) => t.padEnd(5_000, 'A')],
])('refuses a connection token with %s', (_, forge) => {
  const key = newRoot();
  const token = issueConnectionToken(key, { board: newBoardId(), session: newToken(), expiresAt: 1_000 });
  expect(readConnectionToken(key, forge(token), 0)).toBeNull();
});

it('takes the same name written differently for the same', () => {
  expect(nameKeyOf('  José   PEÑA ')).toBe(nameKeyOf('jose pena'));
  expect(nameKeyOf('José Pérez')).not.toBe(nameKeyOf('José Peres'));
});

it('lets work of one key run one after the other, also after a failure', async () => {
  const turns = createTurns();
  const seen: string[] = [];
  const work = (name: string) => async () => {
    seen.push(`${name} begins`);
    await Promise.resolve();
    seen.push(`${name} ends`);
    if (name === 'b') throw new Error('b fails');
  };
  const all = ['a', 'b', 'c'].map((name) => turns('same', work(name)));
  const other = turns('other', work('x'));
  expect((await Promise.allSettled([...all, other])).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
  ]);
  expect(seen.filter((line) => !line.startsWith('x'))).toEqual([
    'a begins',
    'a ends',
    'b begins',
    'b ends',
    'c begins',
    'c ends',
  ]);
  expect(seen.indexOf('x begins')).toBeLessThan(seen.indexOf('b begins'));
});
