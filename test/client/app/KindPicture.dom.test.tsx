/** Cards of boards: each kind has a picture of its own, and only icebergs have ice. */
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { KindPicture } from '../../../client/app/KindPicture.tsx';
import { BOARD_KINDS } from '../../../shared/template/kinds.ts';

const KINDS = [...BOARD_KINDS, 'gallery'] as const;
const drawn = new Map(KINDS.map((kind) => [kind, renderToStaticMarkup(<KindPicture kind={kind} />)]));

it('draws something for every kind', () => {
  expect([...drawn.values()].filter((picture) => !/<(img|rect|circle|path)/.test(picture))).toEqual([]);
});

it('draws no two kinds alike', () => {
  expect(new Set(drawn.values()).size).toBe(KINDS.length);
});

it('draws ice for icebergs alone', () => {
  expect(KINDS.filter((kind) => drawn.get(kind)?.includes('<img'))).toEqual(['iceberg', 'group-iceberg']);
});

it('says nothing: the name of the board stands beside it', () => {
  for (const picture of drawn.values()) expect(picture).not.toMatch(/<text|<title|alt="[^"]/);
});
