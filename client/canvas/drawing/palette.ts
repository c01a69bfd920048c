/** Inks and grounds of the drawings; colours with a meaning are in shared/template/tones. Knows no shape: colour never carries a meaning alone, a sign or a word always goes with it. */
import type { LayerId } from '../../../shared/template/kinds.ts';
import layout from '../../../shared/template/layout.json' with { type: 'json' };

export const INK = layout.palette.ink;
/** Secondary text on light ground. */
export const INK_SOFT = '#36506B';
export const WHITE = '#FFFFFF';

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
