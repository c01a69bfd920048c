/** Grounds of the areas in list and panels. Knows no shape; a sign or a word always goes with a colour. */
import type { AreaId } from '../../shared/template/kinds.ts';
import layout from '../../shared/template/layout.json' with { type: 'json' };
import { ZONE_TONE } from '../../shared/template/tones.ts';

const { layers } = layout.palette;

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
    case 'practice':
      return { ground: layers.results.water, ink: layout.palette.ink, isDark: false };
    default:
      return { ground: ZONE_TONE[area].light, ink: layout.palette.ink, isDark: false };
  }
}
