/** A decoded PNG of a board, asked in board units: which colours lie where. Knows no board. */
import { PNG } from 'pngjs';
import type { Box, Point } from '../../shared/template/shapes.ts';

export type Colour = readonly [red: number, green: number, blue: number];

/** `#AADDFA` → [170, 221, 250]. */
export function colourOf(hex: string): Colour {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

export class Picture {
  readonly width: number;
  readonly height: number;
  readonly #png: PNG;
  readonly #scale: number;

  /** `boardWidth`: how many units of the board the picture is wide. */
  constructor(bytes: Buffer, boardWidth: number) {
    this.#png = PNG.sync.read(bytes);
    this.width = this.#png.width;
    this.height = this.#png.height;
    this.#scale = this.#png.width / boardWidth;
  }

  at([x, y]: Point): Colour {
    const column = Math.min(this.width - 1, Math.round(x * this.#scale));
    const row = Math.min(this.height - 1, Math.round(y * this.#scale));
    const { data } = this.#png;
    const i = (row * this.width + column) * 4;
    return [data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0];
  }

  /** How much of a box has this colour, from 0 to 1, looking at 40 × 40 points. */
  share({ x, y, w, h }: Box, colour: Colour, within = 6): number {
    const steps = 40;
    let hits = 0;
    for (let i = 0; i < steps; i += 1)
      for (let j = 0; j < steps; j += 1) {
        const seen = this.at([x + ((i + 0.5) * w) / steps, y + ((j + 0.5) * h) / steps]);
        if (seen.every((part, k) => Math.abs(part - (colour[k] ?? 0)) <= within)) hits += 1;
      }
    return hits / (steps * steps);
  }

  /** Light as people see it, from 0 (black) to 255. */
  light(point: Point): number {
    const [red, green, blue] = this.at(point);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
}
