/** Paths of the water's surface. Knows no colour. */

/** A wavy line from x = 0 to `width` at height `y`; one wave goes up and down over `length`. */
export function wavePath(width: number, y: number, length: number, height: number): string {
  const half = length / 2;
  const waves = Math.ceil(width / length);
  return `M0 ${y}q${half / 2} ${-height} ${half} 0${`t${half} 0`.repeat(waves * 2 - 1)}`;
}

/** The same, closed downwards to `bottom`. */
export const waveStrip = (width: number, y: number, length: number, height: number, bottom: number): string =>
  `${wavePath(width, y, length, height)}V${bottom}H0Z`;
