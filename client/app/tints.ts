/** Colours of the small pictures of boards: a light ground and the dark line around it. Those of the notes and of the tokens. */
export const TINTS = {
  sun: { fill: '#FFF6CF', stroke: '#8A6A00' },
  blue: { fill: '#E3F3FD', stroke: '#0F5C8C' },
  green: { fill: '#E6FBE2', stroke: '#21692B' },
  violet: { fill: '#ECECFD', stroke: '#4545A8' },
  coral: { fill: '#FDE9DA', stroke: '#96480F' },
} as const;

export type Tint = keyof typeof TINTS;

export const INK = '#12304F';
