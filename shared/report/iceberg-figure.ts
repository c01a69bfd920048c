/**
 * The iceberg of a report with the number of notes in each layer: a drawing that stays clear in grey. The layers' names
 * stand in the table beside it, in the same order.
 */
import { ICEBERG, ICEBERG_BANDS, ICEBERG_OUTLINE } from '../template/iceberg.ts';
import { LAYER_IDS, type LayerId } from '../template/kinds.ts';

/** What is seen of the board, in its units: the ice with a little water around it. */
const SEEN = { x: 470, y: 140, w: 1590 } as const;

export function icebergFigure(counts: Readonly<Record<LayerId, number>>): string {
  const { h, waterline } = ICEBERG;
  const { x, y, w } = SEEN;
  const outline = ICEBERG_OUTLINE.map((point) => point.join(',')).join(' ');
  const lines = LAYER_IDS.slice(1).map((layer) => {
    const { top } = ICEBERG_BANDS[layer];
    const [width, dash] = top === waterline ? [16, ''] : [6, ' stroke-dasharray="28 20"'];
    return `<path d="M${x} ${top}h${w}" stroke="#102a43" stroke-width="${width}"${dash}/>`;
  });
  const numbers = LAYER_IDS.map((layer) => {
    const { top, bottom } = ICEBERG_BANDS[layer];
    const place = `x="${x + w / 2}" y="${(top + bottom) / 2 + 90}"`;
    return `<text ${place} font-size="260" font-weight="700" text-anchor="middle">${counts[layer]}</text>`;
  });
  return `<svg class="ice" viewBox="${x} ${y} ${w} ${h - y}" aria-hidden="true" focusable="false" fill="#102a43">
<rect x="${x}" y="${waterline}" width="${w}" height="${h - waterline}" fill="#d9e2ec"/>
<polygon points="${outline}" fill="#fff" stroke="#102a43" stroke-width="14"/>
${[...lines, ...numbers].join('\n')}
</svg>`;
}
