/** Tones are told apart, and what is drawn in the dark ones is seen. */
import { expect, it } from 'vitest';
import { TAG_IDS, ZONE_IDS } from '../../../shared/template/kinds.ts';
import { paperOf, themeTone, ZONE_PAPER, ZONE_TONE } from '../../../shared/template/tones.ts';

function light(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [light(one), light(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}
const eight = Array.from({ length: 8 }, (_, n) => themeTone(n + 1));

it('dark ones are read on white and stand out on their light ones; those of zones are read there, too', () => {
  for (const { light: ground, dark } of [...eight, themeTone(0)])
    expect([contrast(dark, '#FFFFFF') >= 4.5, contrast(dark, ground) >= 3]).toEqual([true, true]);
  for (const zone of ZONE_IDS) {
    const { light: ground, dark } = ZONE_TONE[zone];
    expect([contrast(dark, '#FFFFFF') >= 4.5, contrast(dark, ground) >= 4.5]).toEqual([true, true]);
  }
});

it('eight themes have eight tones, the ninth that of the first, and none that of no theme', () => {
  expect(new Set(eight.map(({ light: ground }) => ground)).size).toBe(8);
  expect([themeTone(9), themeTone(16)]).toEqual([eight[0], eight[7]]);
  expect(themeTone(1.5)).toEqual(eight[0]);
  expect(themeTone(-1)).toEqual(themeTone(0));
  expect(eight).not.toContainEqual(themeTone(0));
});

it('paper tells tags and zones apart', () => {
  expect(new Set([null, ...TAG_IDS].map(paperOf)).size).toBe(1 + TAG_IDS.length);
  expect(new Set(ZONE_IDS.map((zone) => ZONE_PAPER[zone])).size).toBe(ZONE_IDS.length);
});
