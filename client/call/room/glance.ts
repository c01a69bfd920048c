/** The group iceberg in numbers, to stand beside its newest notes: by layer and by organisation. Pure; draws nothing. */
import type { Note } from '../../../shared/board/note.ts';
import type { Cohort } from '../../../shared/cohort/document.ts';
import { areaOf } from '../../../shared/template/geometry.ts';
import { LAYER_IDS, type LayerId } from '../../../shared/template/kinds.ts';
import type { Translate } from '../../i18n/text.ts';
import { textWidth } from './measure.ts';
import { HALF, SIZE, stageHeight } from './stage.ts';

/** Height of a layer's row in the picture, and of a row of chips with its space above. */
const LAYER_ROW = 78;
const CHIPS = { row: 54, gap: 12, pad: 44 } as const;

export interface Chip {
  readonly key: string;
  readonly name: string;
  readonly count: number | null;
}

export const layerCounts = (notes: readonly Note[]): { layer: LayerId; count: number }[] =>
  LAYER_IDS.map((layer) => ({
    layer,
    count: notes.filter(({ pos }) => areaOf('group-iceberg', pos) === layer).length,
  }));

/**
 * How much organisations have brought, as many of them as there is place for; the last one says how many more there are.
 * Never says which team is behind: who has brought nothing is not there. A note facilitation signed is facilitation's.
 */
export function chipsOf(notes: readonly Note[], cohort: Cohort, t: Translate): Chip[] {
  const all: Chip[] = cohort.organisations
    .map(({ id, acronym, name }) => ({
      key: id,
      name: acronym || name,
      count: notes.filter(({ organisation }) => organisation === id).length,
    }))
    .filter(({ count }) => count > 0);
  const facilitation = new Set(cohort.people.filter(({ role }) => role === 'facilitator').map(({ id }) => id));
  const nobodys = notes.filter(({ organisation }) => organisation === null);
  const quick = nobodys.filter(({ author }) => author !== null && facilitation.has(author)).length;
  if (quick > 0) all.push({ key: '~facilitation', name: t('call.room.facilitation'), count: quick });
  const nameless = nobodys.length - quick;
  if (nameless > 0) all.push({ key: '', name: t('canvas.column.anonymous'), count: nameless });
  const rows = Math.floor((stageHeight(cohort.call, 'small') - LAYER_IDS.length * LAYER_ROW) / CHIPS.row);
  if (rowsOf(all) <= rows) return all;
  for (let kept = all.length - 1; kept >= 0; kept -= 1) {
    const more = { key: '…', name: t('call.room.more', { count: all.length - kept }), count: null };
    const some = [...all.slice(0, kept), more];
    if (rowsOf(some) <= rows) return some;
  }
  return [];
}

function rowsOf(chips: readonly Chip[]): number {
  let rows = 0;
  let left = 0;
  for (const { name, count } of chips) {
    const width = textWidth(count === null ? name : `${name} ${count}`, SIZE.small) + CHIPS.pad;
    if (rows > 0 && width + CHIPS.gap <= left) left -= width + CHIPS.gap;
    else {
      rows += 1;
      left = HALF - width;
    }
  }
  return rows;
}
