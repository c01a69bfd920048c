/** Colours of the list and the panels, the same as in the drawings. Knows no shape; a sign or a word always goes with a colour. */
import type { Tag } from '../../shared/board/note.ts';
import type { AreaId, ZoneId } from '../../shared/template/kinds.ts';
import layout from '../../shared/template/layout.json' with { type: 'json' };

export interface Tone {
  readonly light: string;
  /** At least 4.5 : 1 on white and on the light one. */
  readonly dark: string;
}

const { categorical, tags, layers } = layout.palette;

/** Paper of a note by its tag. */
export const paperOf = (tag: Tag): string => tags[tag ?? 'none'];

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
const LOOSE: Tone = { light: '#FFFFFF', dark: layout.palette.ink };

/** Tone of theme number 1, 2, 3…; 0 is that of notes without a theme. */
export const themeTone = (number: number): Tone =>
  number < 1 ? LOOSE : (THEME_TONES[(number - 1) % THEME_TONES.length] ?? LOOSE);

const ZONE_TONES: Readonly<Record<ZoneId, Tone>> = {
  beneficiaries: { light: '#FFF6CF', dark: '#7A5D00' },
  value: { light: '#E3F3FD', dark: '#0F5C8C' },
  impact: { light: '#E6FBE2', dark: '#21692B' },
  resources: { light: '#ECECFD', dark: '#4545A8' },
  alliances: { light: '#FDE9DA', dark: '#96480F' },
};

/** Ground and ink of an area: the water of a layer, the paper of a zone. */
export function areaTone(area: AreaId): { readonly ground: string; readonly ink: string; readonly isDark: boolean } {
  switch (area) {
    case 'results':
    case 'patterns':
    case 'structures':
    case 'beliefs':
      return {
        ground: layers[area].water,
        ink: layers[area].text,
        isDark: layers[area].text.toUpperCase() === '#FFFFFF',
      };
    default:
      return { ground: ZONE_TONES[area].light, ink: layout.palette.ink, isDark: false };
  }
}
