/** Lines of text, already broken, as SVG. Knows no wrapping (text.ts). */

interface TextLinesProps {
  readonly x: number;
  /** Baseline of the first line. */
  readonly y: number;
  readonly lines: ReadonlyArray<string>;
  readonly size: number;
  /** Distance of two baselines; 1.2 of the size when left out. */
  readonly leading?: number;
  readonly fill: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly opacity?: number;
}

export function TextLines({ x, y, lines, size, fill, ...look }: TextLinesProps) {
  const { leading = size * 1.2, bold = false, italic = false, anchor = 'start', opacity = 1 } = look;
  return (
    <text
      x={x}
      y={y}
      fontSize={size}
      fontWeight={bold ? 700 : 500}
      fontStyle={italic ? 'italic' : 'normal'}
      textAnchor={anchor}
      fill={fill}
      opacity={opacity}
    >
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is nothing but its place in the text
        <tspan key={index} x={x} y={y + index * leading}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
