/** In which layer or zone a note is. The one answer for canvas, list, exports and server counts. Knows positions only, no documents. */
import { GROUP_BANDS } from './group-iceberg.ts';
import { ICEBERG_BANDS } from './iceberg.ts';
import { type AreaId, type CanvasKind, LAYER_IDS, type LayerId, ZONE_IDS, type ZoneId } from './kinds.ts';
import layout from './layout.json' with { type: 'json' };
import { type Band, boxHas, distanceToBox, type Point } from './shapes.ts';
import { VALUE_ZONES } from './value.ts';

/** A note is a square of this size where area and placement are concerned, even when its text makes it taller. */
export const NOTE = { size: layout.note.size, gap: layout.note.gap, cell: layout.note.cell } as const;

/** Centre of a note from its top left corner. */
export const centreOf = ([x, y]: Point): Point => [x + NOTE.size / 2, y + NOTE.size / 2];

/** The band holding this y; above the first counts as the first, below the last as the last. */
function layerAt(y: number, bands: Readonly<Record<LayerId, Band>>): LayerId {
  return LAYER_IDS.find((layer) => y < bands[layer].bottom) ?? 'beliefs';
}

/** The zone holding this point, else the nearest one. */
function zoneAt(point: Point): ZoneId {
  let nearest: ZoneId = 'beneficiaries';
  let least = Number.POSITIVE_INFINITY;
  for (const zone of ZONE_IDS) {
    const box = VALUE_ZONES[zone];
    if (boxHas(box, point)) return zone;
    const distance = distanceToBox(box, point);
    if (distance < least) {
      least = distance;
      nearest = zone;
    }
  }
  return nearest;
}

/** The area that holds a centre. */
export function zoneOf(kind: 'value', centre: Point): ZoneId;
export function zoneOf(kind: 'iceberg' | 'group-iceberg', centre: Point): LayerId;
export function zoneOf(kind: CanvasKind, centre: Point): AreaId;
export function zoneOf(kind: CanvasKind, centre: Point): AreaId {
  if (kind === 'practice') return 'practice';
  if (kind === 'value') return zoneAt(centre);
  return layerAt(centre[1], kind === 'iceberg' ? ICEBERG_BANDS : GROUP_BANDS);
}

/** The area of a note from its position (top left corner). */
export function areaOf(kind: 'value', pos: Point): ZoneId;
export function areaOf(kind: 'iceberg' | 'group-iceberg', pos: Point): LayerId;
export function areaOf(kind: CanvasKind, pos: Point): AreaId;
export function areaOf(kind: CanvasKind, pos: Point): AreaId {
  return zoneOf(kind, centreOf(pos));
}

/** Characters that surely fit a note of 200, and what each further line of the smallest writing adds (drawing/note-layout). */
const ROUGH = { fits: 170, perLine: 21, line: 17.5 } as const;

/** Height of a note where text cannot be measured: rather too tall than too low. */
export const roughHeight = (text: string): number =>
  NOTE.size + Math.max(0, Math.ceil((text.length - ROUGH.fits) / ROUGH.perLine)) * ROUGH.line;
