/** The value proposition as a small picture: five zones and the sentence. */
const ZONES = [
  [4, 4, 28, 30, '#FFF6CF', '#8A6A00'],
  [36, 4, 28, 30, '#E3F3FD', '#0F5C8C'],
  [68, 4, 28, 30, '#E6FBE2', '#21692B'],
  [4, 38, 44, 26, '#ECECFD', '#4545A8'],
  [52, 38, 44, 26, '#FDE9DA', '#96480F'],
] as const;

export function Zones() {
  return (
    <svg viewBox="0 0 100 84" aria-hidden="true">
      {ZONES.map(([x, y, w, h, fill, stroke]) => (
        <rect key={`${x} ${y}`} x={x} y={y} width={w} height={h} rx="3" fill={fill} stroke={stroke} strokeWidth="1.2" />
      ))}
      <rect x="4" y="68" width="92" height="12" rx="3" fill="#12304F" />
    </svg>
  );
}
