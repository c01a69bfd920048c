/** A board as a stamp: the outline of the ice in its water and a square where each note lies. No words of any note. */
import { memo } from 'react';
import { type Note, tagOf } from '../../shared/board/note.ts';
import { NOTE } from '../../shared/template/geometry.ts';
import { ICEBERG, ICEBERG_BANDS, ICEBERG_OUTLINE } from '../../shared/template/iceberg.ts';
import { LAYER_IDS } from '../../shared/template/kinds.ts';
import { paperOf } from '../../shared/template/tones.ts';
import { areaTone } from '../list/tones.ts';

const OUTLINE = ICEBERG_OUTLINE.map(([x, y]) => `${x},${y}`).join(' ');
/** The labels at the left are left out: too small to read. */
const LEFT = 440;

/** `notes` is null where this viewer may not see them: then only the ice is drawn. */
export const BoardThumbnail = memo(function BoardThumbnail({ notes }: { notes: readonly Note[] | null }) {
  return (
    <svg viewBox={`${LEFT} 0 ${ICEBERG.w - LEFT} ${ICEBERG.h}`} aria-hidden="true" focusable="false">
      <rect x={LEFT} y={0} width={ICEBERG.w} height={ICEBERG_BANDS.results.bottom} fill={areaTone('results').ground} />
      {LAYER_IDS.slice(1).map((layer) => {
        const { top, bottom } = ICEBERG_BANDS[layer];
        return (
          <rect
            key={layer}
            x={LEFT}
            y={top}
            width={ICEBERG.w}
            height={bottom - top + 60}
            fill={areaTone(layer).ground}
          />
        );
      })}
      <polygon points={OUTLINE} fill="#fff" fillOpacity={0.86} stroke="#fff" strokeWidth={14} strokeLinejoin="round" />
      <line x1={LEFT} x2={ICEBERG.w} y1={ICEBERG.waterline} y2={ICEBERG.waterline} stroke="#2f86b8" strokeWidth={18} />
      {notes?.map((note) => (
        <rect
          key={note.id}
          x={note.pos[0]}
          y={note.pos[1]}
          width={NOTE.size}
          height={NOTE.size}
          rx={14}
          fill={paperOf(tagOf(note))}
          stroke="#13233A"
          strokeOpacity={0.55}
          strokeWidth={10}
        />
      ))}
    </svg>
  );
});
