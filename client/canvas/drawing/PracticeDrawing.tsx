/** The practice board without its notes, 2400 × 1600: a sheet of paper over calm water, with one question. Knows no note and no tldraw. */
import { memo } from 'react';
import type { Language } from '../../../shared/language.ts';
import { PRACTICE } from '../../../shared/template/practice.ts';
import { zoneTexts } from '../../../shared/template/texts.ts';
import { INK, INK_SOFT, WHITE } from './palette.ts';
import { SoftShadow } from './SoftShadow.tsx';
import { TextLines } from './TextLines.tsx';
import { FONT_FAMILY, fitText, type Measure, measureText } from './text.ts';
import { wavePath, waveStrip } from './waves.ts';

interface PracticeDrawingProps {
  readonly language: Language;
  /** Makes gradient ids unique when a page holds several drawings. */
  readonly uid: string;
  readonly measure?: Measure;
}

const { w, h, area } = PRACTICE;
const ROUND = 44;
const FOOT = area.y + area.h;

/** A `<g>`: whoever shows it gives the `<svg viewBox="0 0 2400 1600">`. */
export const PracticeDrawing = memo(function PracticeDrawing(props: PracticeDrawingProps) {
  const { language, uid, measure = measureText } = props;
  const { question, hints } = zoneTexts('practice', language);
  const title = fitText(question, { sizes: [64, 56, 48], width: area.w - 420, maxLines: 1, weight: 700 }, measure);
  const sheet = { x: area.x, y: area.y, width: area.w, height: area.h, rx: ROUND };
  return (
    <g fontFamily={FONT_FAMILY}>
      <defs>
        <linearGradient id={`${uid}-sky`} x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#DDEDF7" />
          <stop offset="1" stopColor="#B6DAEC" />
        </linearGradient>
        <linearGradient id={`${uid}-paper`} x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor={WHITE} />
          <stop offset="0.72" stopColor="#F7FBFE" />
          <stop offset="1" stopColor="#E4F2FA" />
        </linearGradient>
        <clipPath id={`${uid}-sheet`}>
          <rect {...sheet} />
        </clipPath>
      </defs>
      <rect width={w} height={h} fill={`url(#${uid}-sky)`} />
      <SoftShadow box={area} radius={ROUND} />
      <rect {...sheet} fill={`url(#${uid}-paper)`} stroke="#C9DFEC" strokeWidth={2} />
      <g clipPath={`url(#${uid}-sheet)`}>
        <FarIceberg />
        <path d={waveStrip(w, FOOT - 92, 300, 16, FOOT)} fill="#CDE8F3" opacity={0.8} />
        <path d={waveStrip(w, FOOT - 56, 240, 14, FOOT)} fill="#A9D3E8" opacity={0.7} />
        <path d={wavePath(w, FOOT - 56, 240, 14)} fill="none" stroke="#2E7DA6" strokeWidth={3} opacity={0.45} />
      </g>
      <TextLines x={110} y={148} lines={title.lines} size={title.fontSize} fill={INK} bold />
      <TextLines x={112} y={196} lines={[hints[0] ?? '']} size={28} fill={INK_SOFT} />
    </g>
  );
});

/** Small and far away, where no note lies. */
function FarIceberg() {
  const x = 2130;
  const y = FOOT - 92;
  return (
    <g opacity={0.75}>
      <path
        d={`M${x - 96} ${y}l34-58 30-22 20-44 34 30 16 44 40 50Z`}
        fill="#EAF6FC"
        stroke="#9CC7DD"
        strokeWidth={2}
      />
      <path
        d={`M${x - 12} ${y - 124}l-8 46 26 36-12 42M${x - 62} ${y - 58}l34 18`}
        stroke="#9CC7DD"
        strokeWidth={2}
        fill="none"
      />
    </g>
  );
}
