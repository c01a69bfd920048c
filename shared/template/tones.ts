/** Colours that mean something: tags, zones and themes, the same in drawings, list and panels. A sign or a word always goes with them. */
import type { TagId, ZoneId } from './kinds.ts';
import layout from './layout.json' with { type: 'json' };

export interface Tone {
  /** Ground of a head. */
  readonly light: string;
  /** Borders, discs and titles: at least 4.5 : 1 on white, 3 : 1 on the light one, where it is no small text. */
  readonly dark: string;
}

const { categorical, tags, ink } = layout.palette;

/** Paper of a note by its tag. */
export const paperOf = (tag: TagId | null): string => tags[tag ?? 'none'];

/** Paper of a note without a tag on the value proposition. */
export const ZONE_PAPER: Readonly<Record<ZoneId, string>> = {
  beneficiaries: '#F4DD61',
  value: '#AADDFA',
  impact: '#C9F5BF',
  resources: '#C4C4FA',
  alliances: '#F7B98C',
};

export const ZONE_TONE: Readonly<Record<ZoneId, Tone>> = {
  beneficiaries: { light: '#FFF6CF', dark: '#7A5D00' },
  value: { light: '#E3F3FD', dark: '#0F5C8C' },
  impact: { light: '#E6FBE2', dark: '#21692B' },
  resources: { light: '#ECECFD', dark: '#4545A8' },
  alliances: { light: '#FDE9DA', dark: '#96480F' },
};

/** Eight are as many as people tell apart, with any sight; a ninth theme begins again and its number tells it apart. */
const THEME_TONES: readonly Tone[] = [
  { light: categorical.cielo, dark: '#0F5C8C' },
  { light: categorical.sol, dark: '#7A5D00' },
  { light: categorical.coral, dark: '#96480F' },
  { light: categorical.menta, dark: '#21692B' },
  { light: categorical.lavanda, dark: '#4545A8' },
  { light: categorical.arena, dark: '#6B5836' },
  { light: categorical.rosa, dark: '#9A2F66' },
  { light: categorical.niebla, dark: '#4A4F57' },
];
const NO_TONE: Tone = { light: '#FFFFFF', dark: ink };

/** Tone of theme number 1, 2, 3…; 0 is that of notes without a theme. */
export const themeTone = (number: number): Tone =>
  number < 1 ? NO_TONE : (THEME_TONES[(Math.floor(number) - 1) % THEME_TONES.length] ?? NO_TONE);
