/** The value proposition: size, its five zones, the box of the sentence and prepared places. Knows no text and no note. */
import type { ZoneId } from './kinds.ts';
import layout from './layout.json' with { type: 'json' };
import { type Box, type Point, toBox, toPoint } from './shapes.ts';

const { valueProposition } = layout;

export const VALUE = {
  w: valueProposition.w,
  h: valueProposition.h,
  /** Height of a zone's head (title and question); notes go below it. */
  head: valueProposition.head,
  statement: toBox(valueProposition.statement),
} as const;

export const VALUE_ZONES: Readonly<Record<ZoneId, Box>> = {
  beneficiaries: toBox(valueProposition.zones.beneficiaries),
  value: toBox(valueProposition.zones.value),
  impact: toBox(valueProposition.zones.impact),
  resources: toBox(valueProposition.zones.resources),
  alliances: toBox(valueProposition.zones.alliances),
};

export const VALUE_PLACES: Readonly<Record<ZoneId, ReadonlyArray<Point>>> = {
  beneficiaries: valueProposition.slots.beneficiaries.map(toPoint),
  value: valueProposition.slots.value.map(toPoint),
  impact: valueProposition.slots.impact.map(toPoint),
  resources: valueProposition.slots.resources.map(toPoint),
  alliances: valueProposition.slots.alliances.map(toPoint),
};
