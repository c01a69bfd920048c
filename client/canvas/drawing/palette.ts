/** Every colour of the drawings. Knows no shape: colour never carries a meaning alone, a sign or a word always goes with it. */
import type { LayerId, TagId, ZoneId } from '../../../shared/template/kinds.ts';
import layout from '../../../shared/template/layout.json' with { type: 'json' };

export const INK = layout.palette.ink;
/** Secondary text on light ground. */
export const INK_SOFT = '#36506B';
export const WHITE = '#FFFFFF';

/** Paper of a note by its tag. */
export const tagFill = (tag: TagId | null): string => layout.palette.tags[tag ?? 'none'];

/** Paper of a note without a tag on the value proposition. */
export const ZONE_FILL: Readonly<Record<ZoneId, string>> = {
  beneficiaries: '#F4DD61',
  value: '#AADDFA',
  impact: '#C9F5BF',
  resources: '#C4C4FA',
  alliances: '#F7B98C',
};

export interface Tone {
  /** Ground of a head. */
  readonly light: string;
  /** Borders, discs and titles: at least 4.5 : 1 on white and on the light one. */
  readonly dark: string;
}

export const ZONE_TONE: Readonly<Record<ZoneId, Tone>> = {
  beneficiaries: { light: '#FFF6CF', dark: '#8A6A00' },
  value: { light: '#E3F3FD', dark: '#0F5C8C' },
  impact: { light: '#E6FBE2', dark: '#21692B' },
  resources: { light: '#ECECFD', dark: '#4545A8' },
  alliances: { light: '#FDE9DA', dark: '#96480F' },
};

const { categorical } = layout.palette;

/** Eight are as many as people tell apart, with any sight; a ninth theme begins again and its number tells it apart. */
const THEME_TONES: ReadonlyArray<Tone> = [
  { light: categorical.cielo, dark: '#0F5C8C' },
  { light: categorical.sol, dark: '#7A5D00' },
  { light: categorical.coral, dark: '#96480F' },
  { light: categorical.menta, dark: '#21692B' },
  { light: categorical.lavanda, dark: '#4545A8' },
  { light: categorical.arena, dark: '#6B5836' },
  { light: categorical.rosa, dark: '#9A2F66' },
  { light: categorical.niebla, dark: '#4A4F57' },
];

const NO_TONE: Tone = { light: '#FFFFFF', dark: INK };

/** Tone of theme number 1, 2, 3… */
export const themeTone = (number: number): Tone =>
  THEME_TONES[(Math.max(1, Math.floor(number)) - 1) % THEME_TONES.length] ?? NO_TONE;

export interface LayerInk {
  readonly text: string;
  readonly tagline: string;
  readonly disc: string;
  readonly discText: string;
}

const ON_LIGHT: LayerInk = { text: INK, tagline: '#2B4560', disc: INK, discText: WHITE };
const ON_DARK: LayerInk = { text: WHITE, tagline: '#E4F0F8', disc: WHITE, discText: INK };

/** The two upper layers lie on light water, the lower ones on dark. */
export const LAYER_INK: Readonly<Record<LayerId, LayerInk>> = {
  results: ON_LIGHT,
  patterns: ON_LIGHT,
  structures: ON_DARK,
  beliefs: ON_DARK,
};

/** Water from top to bottom of each layer. */
export const WATER: Readonly<Record<LayerId, readonly [string, string]>> = {
  results: ['#FBFDFE', '#DDEDF7'],
  patterns: ['#CDE8F3', '#B6DAEC'],
  structures: ['#285E88', '#205079'],
  beliefs: ['#153858', '#0C2540'],
};

export const iceFill = (layer: LayerId): string => layout.palette.layers[layer].ice;
