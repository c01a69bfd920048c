/**
 * The profile as a picture of 2400 × 1800: a hollow dot for then, a solid one for now, a line between them, the diamond of
 * an earlier assessment below. Shapes, not colours, tell them apart. Knows no page: reports use it as it is.
 */
import type { Language } from '../../../shared/language.ts';
import { changeOf, type Growth } from '../../../shared/synthesis/growth.ts';
import { DIMENSION_IDS, type DimensionId, type Level } from '../../../shared/template/dimensions.ts';
import { dimensionTexts, disclaimer, levelLabel, stepTexts } from '../../../shared/template/self-assessment.ts';
import { signed } from './growth-words.ts';
import { BaselineMark, Marks, markX, NowDot, ThenDot } from './Marks.tsx';

interface GrowthDrawingProps {
  readonly growth: Growth;
  readonly language: Language;
  /** Above the drawing; without it the drawing begins with the levels. */
  readonly head?: { readonly title: string; readonly subtitle: string };
}
const INK = '#13233A';
const SOFT = '#36506B';
const WIDTH = 2400;
const HEIGHT = 1800;
const HEAD = 200;
const LEFT = 880;
const RIGHT = 2120;
const FIRST_ROW = 312;
const ROW = 165;

export function GrowthDrawing({ growth, language, head }: GrowthDrawingProps) {
  const top = head ? 0 : HEAD;
  return (
    <svg
      viewBox={`0 ${top} ${WIDTH} ${HEIGHT - top}`}
      role="img"
      aria-label={head?.title ?? disclaimer(language)}
      fontFamily="'IBM Plex Sans', 'Liberation Sans', Arial, sans-serif"
      fill={INK}
    >
      <rect y={top} width={WIDTH} height={HEIGHT - top} fill="#F7FBFD" />
      {head && (
        <>
          <text x="80" y="110" fontSize="66" fontWeight="700">
            {head.title}
          </text>
          <text x="82" y="165" fontSize="32" fill={SOFT}>
            {head.subtitle}
          </text>
        </>
      )}
      {DIMENSION_IDS.map((dimension, i) => (
        <rect
          key={dimension}
          x="60"
          y={FIRST_ROW + i * ROW}
          width="2280"
          height={ROW}
          fill={i % 2 ? 'none' : '#EAF3F9'}
        />
      ))}
      <Levels language={language} />
      {DIMENSION_IDS.map((dimension, i) => (
        <Row key={dimension} growth={growth} dimension={dimension} language={language} y={FIRST_ROW + i * ROW} />
      ))}
      <Legend growth={growth} language={language} />
    </svg>
  );
}

function Levels({ language }: { language: Language }) {
  const levels: readonly Level[] = [1, 2, 3, 4];
  return levels.map((level) => {
    const x = markX(level, LEFT, RIGHT);
    return (
      <g key={level}>
        <text x={x} y="262" fontSize="32" fontWeight="700" textAnchor="middle">
          {levelLabel(level, language)}
        </text>
        <path d={`M${x} 290V1630`} stroke="#8BA3B8" strokeWidth="2" strokeDasharray="3 9" />
      </g>
    );
  });
}

interface RowProps {
  readonly growth: Growth;
  readonly dimension: DimensionId;
  readonly language: Language;
  readonly y: number;
}

function Row({ growth, dimension, language, y }: RowProps) {
  const { title, levels } = dimensionTexts(dimension, language);
  const now = growth.now[dimension];
  const change = changeOf(growth, dimension);
  return (
    <g>
      <text x="80" y={y + 82} fontSize="38" fontWeight="700">
        {title}
      </text>
      {now !== null && (
        <text className="growth-level" x="80" y={y + 126} fontSize="25" fill={SOFT}>
          {levels[Math.round(now) - 1]}
        </text>
      )}
      <Marks
        now={now}
        then={growth.then[dimension]}
        baseline={growth.baseline?.values[dimension] ?? null}
        left={LEFT}
        right={RIGHT}
        y={y + 78}
      />
      <text x="2290" y={y + 92} fontSize="40" fontWeight="700" textAnchor="end">
        {change === null ? '–' : signed(change)}
      </text>
    </g>
  );
}

function Legend({ growth, language }: { growth: Growth; language: Language }) {
  return (
    <g fontSize="30">
      <ThenDot x={100} y={1710} />
      <text x="136" y="1721">
        {stepTexts('then', language, '').title}
      </text>
      <NowDot x={480} y={1710} />
      <text x="518" y="1721">
        {stepTexts('now', language, '').title}
      </text>
      {growth.baseline && (
        <>
          <BaselineMark x={660} y={1710} />
          <text x="694" y="1721">
            {growth.baseline.source}
          </text>
        </>
      )}
      <text x="2320" y={growth.baseline ? 1770 : 1721} fontSize="28" fill={SOFT} textAnchor="end">
        {disclaimer(language)}
      </text>
    </g>
  );
}
