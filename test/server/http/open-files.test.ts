import { expect, it } from 'vitest';
import { socketsWithin } from '../../../server/http/open-files.ts';

const limits = (files: string): string =>
  `Limit                     Soft Limit           Hard Limit           Units
Max file size             unlimited            unlimited            bytes
Max open files            ${files.padEnd(20)} 524288               files
Max locked memory         8388608              8388608              bytes
`;

it.each([
  ['many', '524288', 12_000],
  ['as many as it takes', '12128', 12_000],
  ['one fewer', '12127', 11_999],
  ['few', '300', 172],
  ['next to none', '100', 16],
  ['without end', 'unlimited', 12_000],
])('of a system that lets a process open %s (%s), so many are for sockets: %i', (_how, files, sockets) => {
  expect(socketsWithin(12_000, limits(files))).toBe(sockets);
});

it('where the system does not say, all of them are', () => {
  expect(socketsWithin(12_000, '')).toBe(12_000);
});
