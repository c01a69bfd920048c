/**
 * What a pasted text becomes: one note a line. Lists lose their bullets, two columns from a spreadsheet keep both, a
 * document with a list in it gives the list and hands back the rest. Pure: makes no note.
 */
import { LANGUAGES } from '../language.ts';
import { type AreaId, LAYER_IDS, TAG_IDS, type TagId, ZONE_IDS } from '../template/kinds.ts';
import { layerTexts, tagLabel, zoneTexts } from '../template/texts.ts';
import type { Tag } from './note.ts';

export interface PastedNote {
  readonly text: string;
  /** From a second column that names a layer or a zone. */
  readonly area: AreaId | null;
  /** From a second column that names a tag. */
  readonly tag: Tag;
}
export interface Pasted {
  readonly notes: readonly PastedNote[];
  /** Paragraphs around a list: not made into notes, and not lost either. */
  readonly rest: readonly string[];
}

const BULLET = /^\s*(?:[-*•·–—▪◦●○‣✓☐]|\(?\d{1,3}[.)]|[a-z][.)])\s+/iu;
/** A bullet that slid into the middle of a line, after the end of a sentence. */
const INLINE_BULLET = /(?<=[.;!?…])\s+[-•–—▪]\s+/u;

export function readPasted(text: string): Pasted {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  if (lines.some((line) => line.includes('\t'))) {
    const named = namesNow();
    return { notes: lines.flatMap((line) => fromRow(line, named)), rest: [] };
  }
  const bullets = lines.map((line) => BULLET.test(line));
  const first = bullets.indexOf(true);
  if (first < 0) return { notes: lines.flatMap((line) => asNotes([line])), rest: [] };
  const last = bullets.lastIndexOf(true);
  const isDocument = lines.some((line) => line.trim().length > LONGEST_ITEM);
  if (!isDocument) return { notes: lines.flatMap((line) => asNotes(itemsOf(line))), rest: [] };
  const isItem = (i: number): boolean => bullets[i] === true || (i > first && i < last && isListed(lines, i));
  return {
    notes: lines.flatMap((line, i) => (isItem(i) ? asNotes(itemsOf(line)) : [])),
    rest: lines.flatMap((line, i) => (isItem(i) || line.trim() === '' ? [] : [line.trim()])),
  };
}

const itemsOf = (line: string): string[] => line.replace(BULLET, '').split(INLINE_BULLET);

/** A line between bullets belongs to the list unless it is a paragraph of its own. */
function isListed(lines: readonly string[], i: number): boolean {
  const line = lines[i]?.trim() ?? '';
  return line.length <= LONGEST_ITEM;
}
const LONGEST_ITEM = 280;

const asNotes = (texts: readonly string[]): PastedNote[] =>
  texts
    .map((t) => t.trim())
    .filter((t) => t !== '')
    .map((text) => ({ text, area: null, tag: null }));

function fromRow(line: string, named: ReadonlyMap<string, Named>): PastedNote[] {
  const cells = line
    .split('\t')
    .map((cell) =>
      cell
        .trim()
        .replace(/^"(.*)"$/su, '$1')
        .replaceAll('""', '"'),
    )
    .filter((cell) => cell !== '');
  let area: AreaId | null = null;
  let tag: Tag = null;
  const words: string[] = [];
  for (const cell of cells) {
    const known = named.get(fold(cell));
    if (known?.area && area === null) area = known.area;
    else if (known?.tag && tag === null) tag = known.tag;
    else words.push(cell.replace(BULLET, ''));
  }
  return words.length === 0 ? asNotes(cells) : [{ text: words.join(' — '), area, tag }];
}

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z+ ]/g, '')
    .trim();

interface Named {
  readonly area?: AreaId;
  readonly tag?: TagId;
}
/**
 * Names of layers, zones and tags in both languages, as people write them in a spreadsheet. Read for each paste: English
 * may have been learnt since this file was loaded.
 */
const namesNow = (): ReadonlyMap<string, Named> =>
  new Map(
    LANGUAGES.flatMap((language): [string, Named][] => [
      ...LAYER_IDS.map((area): [string, Named] => [fold(layerTexts(area, language).title), { area }]),
      ...ZONE_IDS.map((area): [string, Named] => [fold(zoneTexts(area, language).title), { area }]),
      ...TAG_IDS.map((tag): [string, Named] => [fold(tagLabel(tag, language)), { tag }]),
    ]),
  );
