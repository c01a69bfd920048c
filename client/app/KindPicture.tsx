/** A kind of board as a small picture: what is done on it, without a word. Knows no board. */
import type { BoardKind } from '../../shared/template/kinds.ts';
import ice from './ice.svg';
import { INK, TINTS, type Tint } from './tints.ts';
import { Zones } from './Zones.tsx';

export function KindPicture({ kind }: { kind: BoardKind | 'gallery' }) {
  if (kind === 'iceberg') return <img src={ice} alt="" />;
  if (kind === 'value') return <Zones />;
  const Drawing = DRAWINGS[kind];
  return (
    <>
      {kind === 'group-iceberg' && <img src={ice} alt="" />}
      <svg viewBox="0 0 100 84" aria-hidden="true">
        <Drawing />
      </svg>
    </>
  );
}

const DRAWINGS = {
  'group-iceberg': Group,
  practice: Practice,
  'self-assessment': Levels,
  growth: Growth,
  feedback: Feedback,
  closing: Closing,
  gallery: Gallery,
  panel: Panel,
} as const;

interface BoxProps {
  readonly at: readonly [x: number, y: number, w: number, h: number];
  readonly tint: Tint;
  readonly round?: number;
}

const Box = ({ at: [x, y, width, height], tint, round = 3 }: BoxProps) => (
  <rect x={x} y={y} width={width} height={height} rx={round} {...TINTS[tint]} strokeWidth="1.2" />
);
/** A line of writing. */
const Line = ({ x, y, w, h = 3 }: { x: number; y: number; w: number; h?: number }) => (
  <rect x={x} y={y} width={w} height={h} rx={h / 2} fill={INK} />
);

/** Notes of three organisations on one iceberg. */
function Group() {
  const rows = [22, 38, 52, 66];
  return rows.flatMap((y) =>
    (['sun', 'blue', 'green'] as const).map((tint, i) => (
      <Box key={`${tint} ${y}`} at={[31 + i * 14, y, 10, 10]} tint={tint} round={1.5} />
    )),
  );
}

/** One note, and a place where it may go. */
function Practice() {
  return (
    <>
      <rect
        x="52"
        y="30"
        width="40"
        height="40"
        rx="4"
        fill="none"
        stroke={INK}
        strokeWidth="1.6"
        strokeDasharray="4 3"
      />
      <g transform="rotate(-5 30 36)">
        <Box at={[9, 14, 44, 44]} tint="sun" />
        <Line x={16} y={23} w={28} />
        <Line x={16} y={31} w={22} />
        <Line x={16} y={39} w={25} />
      </g>
    </>
  );
}

/** Four questions with four levels each, one of them chosen. */
function Levels() {
  const rows: readonly (readonly [number, number])[] = [
    [14, 2],
    [32, 1],
    [50, 3],
    [68, 2],
  ];
  return rows.map(([y, chosen]) => (
    <g key={y}>
      <Line x={8} y={y} w={24} />
      {[0, 1, 2, 3].map((level) => (
        <circle
          key={level}
          cx={46 + level * 14}
          cy={y + 1.5}
          r="5"
          {...TINTS.blue}
          {...(level === chosen && { fill: TINTS.blue.stroke })}
          strokeWidth="1.4"
        />
      ))}
    </g>
  ));
}

/** From a hollow dot, then, to a full one, now. */
function Growth() {
  const rows: readonly (readonly [number, number])[] = [
    [34, 70],
    [48, 62],
    [28, 84],
    [56, 76],
  ];
  return (
    <>
      {[34, 52, 70, 88].map((x) => (
        <path key={x} d={`M${x} 8v68`} stroke={TINTS.blue.stroke} strokeOpacity="0.25" />
      ))}
      {rows.map(([then, now], row) => {
        const y = 16 + row * 18;
        return (
          <g key={y}>
            <Line x={6} y={y - 1.5} w={16} />
            <path d={`M${then} ${y}H${now}`} stroke={TINTS.green.stroke} strokeWidth="2.4" />
            <circle cx={then} cy={y} r="4.4" fill="#fff" stroke={TINTS.green.stroke} strokeWidth="1.8" />
            <circle cx={now} cy={y} r="5.2" fill={TINTS.green.stroke} />
          </g>
        );
      })}
    </>
  );
}

/** The five steps of a round, and what three peers say. */
function Feedback() {
  const steps: readonly (readonly [number, number])[] = [
    [6, 16],
    [25, 16],
    [44, 26],
    [73, 9],
    [85, 9],
  ];
  const said: readonly (readonly [number, Tint, string])[] = [
    [6, 'green', 'M15 62l-3 9 10-9'],
    [37, 'violet', 'M46 62l-3 9 10-9'],
    [68, 'coral', 'M77 62l-3 9 10-9'],
  ];
  return (
    <>
      {steps.map(([x, w], i) => (
        <rect
          key={x}
          x={x}
          y="10"
          width={w}
          height="8"
          rx="4"
          {...TINTS.blue}
          {...(i === 2 && { fill: TINTS.blue.stroke })}
          strokeWidth="1.2"
        />
      ))}
      {said.map(([x, tint, tail]) => (
        <g key={x}>
          <path d={tail} {...TINTS[tint]} strokeWidth="1.2" strokeLinejoin="round" />
          <Box at={[x, 28, 26, 35]} tint={tint} round={5} />
          <path d={tail} fill={TINTS[tint].fill} />
          <Line x={x + 5} y={37} w={16} />
          <Line x={x + 5} y={45} w={11} />
        </g>
      ))}
    </>
  );
}

/** The wall of words over the table of commitments. */
function Closing() {
  const words: readonly (readonly [number, number, number, Tint])[] = [
    [6, 8, 30, 'sun'],
    [40, 8, 22, 'blue'],
    [66, 8, 28, 'green'],
    [14, 25, 24, 'coral'],
    [42, 25, 36, 'violet'],
  ];
  return (
    <>
      {words.map(([x, y, w, tint]) => (
        <Box key={`${x} ${y}`} at={[x, y, w, 13]} tint={tint} round={6.5} />
      ))}
      {[50, 61, 72].map((y) => (
        <g key={y}>
          <path
            d={`M8 ${y + 1.5}l2.5 2.5 4.5-5`}
            fill="none"
            stroke={TINTS.green.stroke}
            strokeWidth="2"
            strokeLinecap="round"
          />
          <Line x={20} y={y} w={48} />
          <Line x={76} y={y} w={16} />
        </g>
      ))}
    </>
  );
}

/** One sentence of each organisation. */
function Gallery() {
  return (['sun', 'green', 'violet'] as const).map((tint, i) => (
    <g key={tint}>
      <Box at={[6, 6 + i * 25, 88, 21]} tint={tint} round={4} />
      <Line x={13} y={12 + i * 25} w={i === 1 ? 66 : 74} />
      <Line x={13} y={19 + i * 25} w={[48, 60, 36][i] ?? 40} />
    </g>
  ));
}

/** The phases on top, the organisations by layer, the clock beside them. */
function Panel() {
  const layers: readonly Tint[] = ['sun', 'blue', 'green', 'violet'];
  return (
    <>
      <Line x={6} y={8} w={88} h={8} />
      {[24, 38, 52, 66].map((y) => (
        <g key={y}>
          <Line x={6} y={y + 3} w={14} />
          {layers.map((tint, i) => (
            <Box key={tint} at={[25 + i * 11, y, 9, 9]} tint={tint} round={2} />
          ))}
        </g>
      ))}
      <Box at={[73, 24, 21, 51]} tint="coral" />
      <path d="M83.5 34v8l5 3" fill="none" stroke={TINTS.coral.stroke} strokeWidth="1.8" strokeLinecap="round" />
      <circle cx="83.5" cy="42" r="7.5" fill="none" stroke={TINTS.coral.stroke} strokeWidth="1.6" />
    </>
  );
}
