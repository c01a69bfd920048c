/** One dimension on its line, in the units of the drawing: then, now, what lies between, an earlier assessment. Knows no text. */
const BLUE = '#265981';
const DEEP = '#12304F';

/** Where a level from 1 to 4 lies. */
export const markX = (level: number, left: number, right: number): number => left + ((level - 1) / 3) * (right - left);

interface MarksProps {
  readonly now: number | null;
  readonly then: number | null;
  readonly baseline: number | null;
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** Nearer than this the two dots would hide each other: then becomes a ring around now. */
const NEAR = 34;

export function Marks({ now, then, baseline, left, right, y }: MarksProps) {
  const at = (level: number): number => markX(level, left, right);
  const isNear = now !== null && then !== null && Math.abs(at(now) - at(then)) < NEAR;
  return (
    <g>
      <path d={`M${left} ${y}H${right}`} stroke="#C9DCE7" strokeWidth="14" strokeLinecap="round" />
      {baseline !== null && (
        <>
          <path d={`M${at(baseline)} ${y - 7}V${y + 40}`} stroke={BLUE} strokeWidth="4" />
          <BaselineMark x={at(baseline)} y={y + 52} />
        </>
      )}
      {now !== null && then !== null && <path d={`M${at(then)} ${y}H${at(now)}`} stroke={BLUE} strokeWidth="14" />}
      {then !== null && <ThenDot x={at(then)} y={y} r={isNear ? 37 : 20} />}
      {now !== null && <NowDot x={at(now)} y={y} />}
    </g>
  );
}

export const ThenDot = ({ x, y, r = 20 }: { x: number; y: number; r?: number }) => (
  <circle cx={x} cy={y} r={r} fill="#FFFFFF" stroke={BLUE} strokeWidth="7" />
);
export const NowDot = ({ x, y }: { x: number; y: number }) => <circle cx={x} cy={y} r="25" fill={DEEP} />;
export const BaselineMark = ({ x, y }: { x: number; y: number }) => (
  <path
    d={`M${x} ${y - 21}L${x + 21} ${y}L${x} ${y + 21}L${x - 21} ${y}Z`}
    fill="#FFFFFF"
    stroke={BLUE}
    strokeWidth="6"
  />
);
