/** Where the button *Añadir nota* of each layer or zone lies, in canvas units. Pure; knows no React. */

import type { Language } from '../../../shared/language.ts';
import { NOTE } from '../../../shared/template/geometry.ts';
import type { GroupLayout } from '../../../shared/template/group-iceberg.ts';
import { ICEBERG, ICEBERG_BANDS } from '../../../shared/template/iceberg.ts';
import type { CanvasKind } from '../../../shared/template/kinds.ts';
import { type AreaId, areasOf, isLayerId, isZoneId } from '../../../shared/template/kinds.ts';
import type { Box, Point } from '../../../shared/template/shapes.ts';
import { layerTexts } from '../../../shared/template/texts.ts';
import { VALUE_ZONES } from '../../../shared/template/value.ts';
import { setLabel } from '../drawing/layer-label.ts';
import { nextPlace } from '../drawing/NextPlace.tsx';

export interface PlaceToAdd {
  readonly area: AreaId;
  readonly box: Box;
  /** `label`: a button with words; `place`: over the dashed place that is drawn anyway; `corner`: a plus alone. */
  readonly look: 'label' | 'place' | 'corner';
}

const HEIGHT = 66;
const GROUP_HEIGHT = 120;

export function placesToAdd(
  kind: CanvasKind,
  language: Language,
  group: GroupLayout | null,
  taken: readonly Point[],
): PlaceToAdd[] {
  return areasOf(kind).map((area) => {
    if (isZoneId(area)) return zonePlace(area, taken);
    if (area === 'practice') return { area, look: 'label', box: { x: 110, y: 220, w: 262, h: HEIGHT } };
    if (kind === 'group-iceberg' && group) {
      const { x } = group.label;
      return {
        area,
        look: 'label',
        box: { x, y: group.bands[area].bottom - 60 - GROUP_HEIGHT, w: 470, h: GROUP_HEIGHT },
      };
    }
    return { area, look: 'label', box: labelPlace(area, language) };
  });
}

function zonePlace(area: AreaId, taken: readonly Point[]): PlaceToAdd {
  if (!isZoneId(area)) throw new Error(`${area} is no zone`);
  const place = nextPlace(area, taken);
  if (place) return { area, look: 'place', box: { x: place[0], y: place[1], w: NOTE.size, h: NOTE.size } };
  const { x, y, w, h } = VALUE_ZONES[area];
  return { area, look: 'corner', box: { x: x + w - HEIGHT - 16, y: y + h - HEIGHT - 16, w: HEIGHT, h: HEIGHT } };
}

/** Below the questions, above the end of the band. */
function labelPlace(area: AreaId, language: Language): Box {
  if (!isLayerId(area)) throw new Error(`${area} is no layer`);
  const band = ICEBERG_BANDS[area];
  const label = setLabel(layerTexts(area, language), ICEBERG.label, band);
  const last = label.questions.at(-1);
  const end = last ? last.y + (last.lines.length - 1) * last.leading : band.top;
  return { x: ICEBERG.label.x, y: Math.min(end + 26, band.bottom - HEIGHT - 14), w: 262, h: HEIGHT };
}
