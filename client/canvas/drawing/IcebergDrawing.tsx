/** The whole iceberg of one organisation without its notes, 2000 × 2500, as SVG nodes for screen and export. Knows no tldraw. */
import { memo } from 'react';
import type { Language } from '../../../shared/language.ts';
import { ICEBERG, ICEBERG_BANDS } from '../../../shared/template/iceberg.ts';
import { LAYER_IDS } from '../../../shared/template/kinds.ts';
import { icebergTexts, waterlineTexts } from '../../../shared/template/texts.ts';
import { BoardTitle } from './BoardTitle.tsx';
import { Ice } from './Ice.tsx';
import { LayerLabel } from './LayerLabel.tsx';
import { legendWidth, TagLegend } from './TagLegend.tsx';
import { TextLines } from './TextLines.tsx';
import { FONT_FAMILY, type Measure, measureText } from './text.ts';
import { Surface, Water } from './Water.tsx';

interface IcebergDrawingProps {
  readonly language: Language;
  /** Name of the organisation, for the title. */
  readonly organisation: string;
  /** False where the papers of notes tell something else than their tag. */
  readonly tagPapers?: boolean;
  /** Makes gradient ids unique when a page holds several drawings. */
  readonly uid: string;
  readonly measure?: Measure;
}

/** A `<g>`: whoever shows it gives the `<svg viewBox="0 0 2000 2500">`. */
export const IcebergDrawing = memo(function IcebergDrawing(props: IcebergDrawingProps) {
  const { language, organisation, tagPapers = true, uid, measure = measureText } = props;
  const { header } = ICEBERG;
  const right = header.x + header.w;
  const titleWidth = header.w - legendWidth(language, 28, measure) - 50;
  return (
    <g fontFamily={FONT_FAMILY}>
      <Water uid={uid} w={ICEBERG.w} h={ICEBERG.h} bands={ICEBERG_BANDS} />
      <Ice uid={uid} shadow />
      <Surface w={ICEBERG.w} bands={ICEBERG_BANDS} />
      <BoardTitle
        texts={icebergTexts(language, { org: organisation })}
        x={header.x}
        titleY={88}
        subtitleY={134}
        width={titleWidth}
        size={58}
        subtitleSize={28}
        measure={measure}
      />
      <TagLegend language={language} right={right} y={56} onPaper={tagPapers} measure={measure} />
      {LAYER_IDS.map((layer) => (
        <LayerLabel key={layer} layer={layer} language={language} measure={measure} />
      ))}
      <WaterlineWords language={language} measure={measure} />
    </g>
  );
});

/** «Se ve» above and «No se ve» below the surface, each with an arrow. */
function WaterlineWords({ language, measure }: { language: Language; measure: Measure }) {
  const { above, belowShort } = waterlineTexts(language);
  const size = 23;
  const rows = [
    { text: above, right: 556, y: ICEBERG.waterline - 13, arrow: 'M0 0h16L8-14Z', fill: '#2B4560' },
    { text: belowShort, right: 536, y: ICEBERG.waterline + 35, arrow: 'M0-14h16L8 0Z', fill: '#17405C' },
  ];
  return rows.map(({ text, right, y, arrow, fill }) => (
    <g key={text}>
      <path d={arrow} transform={`translate(${right - measure(text, size, 500) - 24} ${y - 1})`} fill={fill} />
      <TextLines x={right} y={y} lines={[text]} size={size} fill={fill} anchor="end" />
    </g>
  ));
}
