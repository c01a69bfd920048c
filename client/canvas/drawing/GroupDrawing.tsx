/** The whole group iceberg without its notes and themes, for any number of columns, as SVG nodes for screen and export. Knows no tldraw. */
import { memo } from 'react';
import type { Language } from '../../../shared/language.ts';
import type { GroupLayout } from '../../../shared/template/group-iceberg.ts';
import { ICEBERG, ICEBERG_BANDS } from '../../../shared/template/iceberg.ts';
import { LAYER_IDS, type LayerId } from '../../../shared/template/kinds.ts';
import type { Box, Point } from '../../../shared/template/shapes.ts';
import { icebergTexts, layerTexts } from '../../../shared/template/texts.ts';
import { BoardTitle } from './BoardTitle.tsx';
import { type ColumnHead, GroupColumnCell } from './GroupColumnCell.tsx';
import { Ice } from './Ice.tsx';
import { LAYER_INK } from './palette.ts';
import { legendWidth, TagLegend } from './TagLegend.tsx';
import { TextLines } from './TextLines.tsx';
import { FONT_FAMILY, type Measure, measureText, wrapText } from './text.ts';
import { Surface, Water } from './Water.tsx';

interface GroupDrawingProps {
  readonly language: Language;
  readonly cohort: string;
  /** One per column of the layout; a theme's column has no head here because its boxes carry one. */
  readonly columns: ReadonlyArray<ColumnHead>;
  readonly layout: GroupLayout;
  /** False where the papers of notes tell something else than their tag. */
  readonly tagPapers?: boolean;
  /** Makes gradient ids unique when a page holds several drawings. */
  readonly uid: string;
  readonly measure?: Measure;
}

const LEGEND = 44;
const LEGEND_SCALE = 1.6;

/** What stands over the layers at the top, for whoever draws there too: name and what it is, and the legend. */
export function groupHead(language: Language, cohort: string, { w, label }: GroupLayout, measure = measureText): Box[] {
  const { title, subtitle } = icebergTexts(language, { cohort });
  const legend = legendWidth(language, LEGEND / LEGEND_SCALE, measure) * LEGEND_SCALE;
  const words = Math.max(measure(title, 92, 700), measure(subtitle, 44, 500));
  return [
    { x: label.x, y: 36, w: Math.min(words, w - label.x - legend - 220), h: 170 },
    { x: w - 120 - legend, y: 60, w: legend, h: 90 },
  ];
}

/** A `<g>`: whoever shows it gives the `<svg viewBox="0 0 {layout.w} {layout.h}">`. */
export const GroupDrawing = memo(function GroupDrawing(props: GroupDrawingProps) {
  const { language, cohort, columns, layout, tagPapers = true, uid, measure = measureText } = props;
  const { w, h, bands, label } = layout;
  const legend = legendWidth(language, LEGEND / LEGEND_SCALE, measure) * LEGEND_SCALE;
  return (
    <g fontFamily={FONT_FAMILY}>
      <Water uid={uid} w={w} h={h} bands={bands} />
      <g opacity={0.42}>
        <StretchedIce uid={uid} layout={layout} />
      </g>
      <Surface w={w} bands={bands} scale={1.8} />
      <BoardTitle
        texts={icebergTexts(language, { cohort })}
        x={label.x}
        titleY={120}
        subtitleY={190}
        width={w - label.x - legend - 220}
        size={92}
        subtitleSize={44}
        measure={measure}
      />
      <g transform={`translate(${w - 120} 74) scale(${LEGEND_SCALE})`}>
        <TagLegend
          language={language}
          right={0}
          y={0}
          size={LEGEND / LEGEND_SCALE}
          onPaper={tagPapers}
          measure={measure}
        />
      </g>
      {LAYER_IDS.map((layer) => (
        <GroupLayerLabel key={layer} layer={layer} language={language} layout={layout} measure={measure} />
      ))}
      {layout.columns.map((column, index) => {
        const head = columns[index];
        return head && head.kind !== 'theme'
          ? LAYER_IDS.map((layer) => (
              <GroupColumnCell
                key={head.id + layer}
                head={head}
                column={column}
                layer={layer}
                layout={layout}
                language={language}
                measure={measure}
              />
            ))
          : null;
      })}
    </g>
  );
});

/** Ice behind everything: layer by layer onto this board's bands, from the label column to the right edge. */
const StretchedIce = memo(function StretchedIce({ uid, layout }: { uid: string; layout: GroupLayout }) {
  return <Ice uid={uid} place={stretch(layout)} />;
});

function stretch(layout: GroupLayout): (point: Point) => Point {
  const left = layout.label.x + layout.label.w - 40;
  const right = layout.w - 20;
  const [from, to] = [533, 1987];
  return ([x, y]) => {
    const layer = LAYER_IDS.find((one) => y <= ICEBERG_BANDS[one].bottom) ?? 'beliefs';
    const source = ICEBERG_BANDS[layer];
    const target = layout.bands[layer];
    const part = (Math.min(y, ICEBERG.h) - source.top) / (source.bottom - source.top);
    return [left + ((x - from) / (to - from)) * (right - left), target.top + part * (target.bottom - target.top)];
  };
}

function GroupLayerLabel({
  layer,
  language,
  layout,
  measure,
}: {
  layer: LayerId;
  language: Language;
  layout: GroupLayout;
  measure: Measure;
}) {
  const { x, w } = layout.label;
  const { top } = layout.bands[layer];
  const { order, title, questions } = layerTexts(layer, language);
  const ink = LAYER_INK[layer];
  const titleLines = wrapText(title, 74, w - 130, measure, 700);
  const questionLines = wrapText(questions[0] ?? '', 44, w - 10, measure);
  const below = top + 247 + (titleLines.length - 1) * 78;
  return (
    <g>
      <circle cx={x + 50} cy={top + 104} r={50} fill={ink.disc} />
      <TextLines x={x + 50} y={top + 124} lines={[String(order)]} size={56} fill={ink.discText} bold anchor="middle" />
      <TextLines x={x + 130} y={top + 130} lines={titleLines} size={74} leading={78} fill={ink.text} bold />
      <TextLines x={x + 4} y={below} lines={questionLines} size={44} leading={55} fill={ink.text} />
    </g>
  );
}
