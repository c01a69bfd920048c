/** The whole value proposition without its notes, 2240 × 1860, as SVG nodes for screen and export. Knows no tldraw. */
import { memo } from 'react';
import type { Language } from '../../../shared/language.ts';
import { ZONE_IDS } from '../../../shared/template/kinds.ts';
import type { Point } from '../../../shared/template/shapes.ts';
import { valueTexts } from '../../../shared/template/texts.ts';
import { ZONE_TONE } from '../../../shared/template/tones.ts';
import { VALUE } from '../../../shared/template/value.ts';
import { BoardTitle } from './BoardTitle.tsx';
import { NextPlace, nextPlace } from './NextPlace.tsx';
import { FONT_FAMILY, type Measure, measureText } from './text.ts';
import { ValueStatement } from './ValueStatement.tsx';
import { ValueZone } from './ValueZone.tsx';

interface ValueDrawingProps {
  readonly language: Language;
  /** Name of the organisation, for the title. */
  readonly organisation: string;
  /** Makes gradient ids unique when a page holds several drawings. */
  readonly uid: string;
  /** The team's sentence; empty shows its frame. */
  readonly statement: string;
  readonly hideStatement?: boolean;
  /** Upper left corners of every note on the board; left out, no dashed places are drawn (exports). */
  readonly taken?: ReadonlyArray<Point>;
  readonly measure?: Measure;
}

/** A `<g>`: whoever shows it gives the `<svg viewBox="0 0 2240 1860">`. */
export function ValueDrawing(props: ValueDrawingProps) {
  const { language, organisation, uid, statement, hideStatement = false, taken, measure = measureText } = props;
  return (
    <g fontFamily={FONT_FAMILY}>
      <ValueGround language={language} organisation={organisation} uid={uid} measure={measure} />
      {taken ? <NextPlaces language={language} taken={taken} measure={measure} /> : null}
      <ValueStatement language={language} uid={uid} statement={statement} hideText={hideStatement} measure={measure} />
    </g>
  );
}

/** Everything that never changes while people write. */
const ValueGround = memo(function ValueGround(
  props: Pick<ValueDrawingProps, 'language' | 'organisation' | 'uid'> & { measure: Measure },
) {
  const { language, organisation, uid, measure } = props;
  return (
    <>
      <defs>
        <linearGradient id={`${uid}-ground`} x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#F7FBFD" />
          <stop offset=".75" stopColor="#E2F0F7" />
          <stop offset="1" stopColor="#CFE5F0" />
        </linearGradient>
      </defs>
      <rect width={VALUE.w} height={VALUE.h} fill={`url(#${uid}-ground)`} />
      <BoardTitle
        texts={valueTexts(language, { org: organisation })}
        x={60}
        titleY={92}
        subtitleY={140}
        width={VALUE.w - 120}
        size={58}
        subtitleSize={29}
        measure={measure}
      />
      {ZONE_IDS.map((zone) => (
        <ValueZone key={zone} zone={zone} language={language} measure={measure} />
      ))}
      {FLOW.map((arrow) => (
        <FlowArrow key={arrow.at} {...arrow} />
      ))}
    </>
  );
});

function NextPlaces({
  language,
  taken,
  measure,
}: {
  language: Language;
  taken: ReadonlyArray<Point>;
  measure: Measure;
}) {
  return ZONE_IDS.map((zone) => {
    const place = nextPlace(zone, taken);
    return place ? (
      <NextPlace key={zone} zone={zone} x={place[0]} y={place[1]} language={language} measure={measure} />
    ) : null;
  });
}

/** People → value → impact, held up by resources and alliances. */
const FLOW = [
  { at: '755 520', turn: 0, stroke: ZONE_TONE.value.dark },
  { at: '1485 520', turn: 0, stroke: ZONE_TONE.value.dark },
  { at: '930 856', turn: -90, stroke: ZONE_TONE.resources.dark },
  { at: '1310 856', turn: -90, stroke: ZONE_TONE.alliances.dark },
] as const;

function FlowArrow({ at, turn, stroke }: { at: string; turn: number; stroke: string }) {
  return (
    <g transform={`translate(${at}) rotate(${turn})`} stroke={stroke}>
      <circle r={27} fill="#fff" strokeWidth={3} />
      <path d="M-12 0h20M1-9l9 9-9 9" fill="none" strokeWidth={5} strokeLinecap="round" strokeLinejoin="round" />
    </g>
  );
}
