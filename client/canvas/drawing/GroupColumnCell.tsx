/** One column in one layer before there are themes: a pale panel with the organisation's acronym and name. Knows no notes. */
import type { Language } from '../../../shared/language.ts';
import { COLUMN_HEAD, columnBox } from '../../../shared/template/group-heads.ts';
import type { GroupColumn, GroupLayout } from '../../../shared/template/group-iceberg.ts';
import type { LayerId } from '../../../shared/template/kinds.ts';
import { themeTexts } from '../../../shared/template/texts.ts';
import { fitHead } from './head-text.ts';
import { INK, WHITE } from './palette.ts';
import { TextLines } from './TextLines.tsx';
import type { Measure } from './text.ts';
import { headPath } from './ValueZone.tsx';

export interface ColumnHead {
  readonly id: string;
  /** Name of the organisation or title of the theme, or what notes without one are called; empty gives the usual words. */
  readonly title: string;
  readonly acronym?: string;
  readonly number?: number;
  /** `loose`: notes without a theme; `anonymous`: notes without a name. */
  readonly kind: 'organisation' | 'theme' | 'anonymous' | 'loose';
}

interface GroupColumnCellProps {
  readonly head: ColumnHead;
  readonly column: GroupColumn;
  readonly layer: LayerId;
  readonly layout: GroupLayout;
  readonly language: Language;
  readonly measure: Measure;
}

const RADIUS = 24;
const PILL = 24;

export function GroupColumnCell({ head, column, layer, layout, language, measure }: GroupColumnCellProps) {
  const box = columnBox(layout, column, layer);
  const { x, y, w, h } = box;
  const title = head.title === '' && head.kind === 'loose' ? themeTexts(language).loose : head.title;
  const acronym = (head.acronym ?? '').slice(0, 5);
  const pill = acronym === '' ? 0 : Math.max(56, measure(acronym, PILL, 700) + 28);
  const textX = x + 20 + (pill > 0 ? pill + 14 : 0);
  const set = fitHead(title, x + w - 16 - textX, measure);
  const middle = y + COLUMN_HEAD.h / 2;
  const first = middle + set.fontSize * 0.36 - ((set.lines.length - 1) * set.fontSize * 1.1) / 2;
  return (
    <g>
      <rect x={x} y={y} width={w} height={h} rx={RADIUS} fill={WHITE} fillOpacity={0.3} />
      <path d={headPath(box, COLUMN_HEAD.h, RADIUS)} fill={WHITE} fillOpacity={0.94} />
      <rect
        x={x}
        y={y}
        width={w}
        height={h}
        rx={RADIUS}
        fill="none"
        stroke={WHITE}
        strokeOpacity={0.85}
        strokeWidth={3}
      />
      <rect
        x={x}
        y={y}
        width={w}
        height={h}
        rx={RADIUS}
        fill="none"
        stroke={INK}
        strokeOpacity={0.28}
        strokeWidth={1.5}
      />
      {pill > 0 ? (
        <>
          <rect x={x + 20} y={middle - 18} width={pill} height={36} rx={18} fill={INK} />
          <TextLines
            x={x + 20 + pill / 2}
            y={middle + 8}
            lines={[acronym]}
            size={PILL}
            fill={WHITE}
            bold
            anchor="middle"
          />
        </>
      ) : null}
      <TextLines
        x={textX}
        y={first}
        lines={set.lines}
        size={set.fontSize}
        leading={set.fontSize * 1.1}
        fill={INK}
        bold
      />
    </g>
  );
}
