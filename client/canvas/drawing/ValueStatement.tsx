/** The dark box at the foot of the value proposition: the sentence, or the frame that helps to begin it. Knows no editing. */
import { memo } from 'react';
import type { Language } from '../../../shared/language.ts';
import { statementTexts } from '../../../shared/template/texts.ts';
import { VALUE } from '../../../shared/template/value.ts';
import { WHITE } from './palette.ts';
import { TextLines } from './TextLines.tsx';
import { FONT_FAMILY, fitText, type Measure, measureText } from './text.ts';

interface ValueStatementProps {
  readonly language: Language;
  readonly uid: string;
  /** As the team wrote it, without quotation marks; empty shows the frame instead. */
  readonly statement: string;
  /** Leave the sentence out, for instance while it is being edited in place. */
  readonly hideText?: boolean;
  readonly measure?: Measure;
}

const SIZES = [41, 38, 35, 32, 29, 26] as const;
const PALE = '#BFE0F2';

/** Where the sentence is drawn and how large it is, so that an editor can lie exactly on it. */
export const STATEMENT_TEXT = { x: 40, y: 76, size: SIZES[0], leading: 1.22 } as const;

export const ValueStatement = memo(function ValueStatement(props: ValueStatementProps) {
  const { language, uid, statement, hideText = false, measure = measureText } = props;
  const { x, y, w, h } = VALUE.statement;
  const { title, frame } = statementTexts(language);
  const written = statement.trim();
  const set = fitText(written === '' ? frame : `“${written}”`, { sizes: SIZES, width: w - 80, maxLines: 3 }, measure);
  return (
    <g fontFamily={FONT_FAMILY}>
      <defs>
        <linearGradient id={`${uid}-statement`} x1="0" y1="0" x2="1" y2="0">
          <stop offset="0" stopColor="#12304F" />
          <stop offset="1" stopColor="#265981" />
        </linearGradient>
      </defs>
      <rect x={x} y={y} width={w} height={h} rx={30} fill={`url(#${uid}-statement)`} />
      <TextLines x={x + 40} y={y + 54} lines={[title.toLocaleUpperCase(language)]} size={24} fill={PALE} bold />
      {written === '' ? null : (
        <TextLines x={x + w - 40} y={y + 54} lines={[frame]} size={24} fill={PALE} italic anchor="end" />
      )}
      {hideText ? null : (
        <TextLines
          x={x + STATEMENT_TEXT.x}
          y={y + STATEMENT_TEXT.y + set.fontSize}
          lines={set.lines}
          size={set.fontSize}
          leading={set.fontSize * STATEMENT_TEXT.leading}
          fill={written === '' ? PALE : WHITE}
          italic={written === ''}
          opacity={written === '' ? 0.8 : 1}
        />
      )}
    </g>
  );
});
