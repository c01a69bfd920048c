/** Notes of an organisation's report: by layer, by zone and by theme, with their marks in words and signs. What people wrote stays words. */
import type { Language } from '../language.ts';
import { type AreaId, LAYER_IDS, type LayerId, ZONE_IDS } from '../template/kinds.ts';
import { areaTitle, statementTexts, tagLabel } from '../template/texts.ts';
import { escaped, table, tag } from './html.ts';
import { icebergFigure } from './iceberg-figure.ts';
import type { LayerNote, OrganisationSource, OwnTheme, ZoneNote } from './organisation.ts';
import type { Say } from './organisation-words.ts';

/** Signs beside the words. The gear asks not to be drawn as a picture. */
const SIGN = { operational: '\u2699\uFE0E', programmatic: '\u25C6', star: '\u2605' } as const;

const list = (items: readonly string[]): string => tag('ul', items.map((one) => tag('li', one)).join('\n'));
export const lines = (text: string): string => tag('span', escaped(text.trim()), 'text');

export function noteItem(note: LayerNote | ZoneNote, language: Language, say: Say): string {
  const marks = marksOf(note, language, say).map((one) => tag('span', escaped(one), 'mark'));
  return [lines(note.text), ...marks].join(' ');
}

function marksOf(note: LayerNote | ZoneNote, language: Language, say: Say): string[] {
  const { brought } = note;
  return [
    ...(note.star ? [`${SIGN.star} ${say('star')}`] : []),
    ...(['operational', 'programmatic'] as const).flatMap((one) =>
      note[one] ? [`${SIGN[one]} ${tagLabel(one, language)}`] : [],
    ),
    ...(note.held === null ? [] : [say(note.held)]),
    ...(note.private ? [say('private')] : []),
    ...(brought === null ? [] : [say(brought.attribution === 'anonymous' ? 'unsigned' : 'brought')]),
  ];
}

/** Areas with notes, each under its title. */
function byArea(
  notes: readonly (LayerNote | ZoneNote)[],
  areas: readonly AreaId[],
  language: Language,
  say: Say,
): string {
  return areas
    .flatMap((area) => {
      const inside = notes.filter((note) => note.area === area);
      if (inside.length === 0) return [];
      const title = tag('h3', escaped(`${areaTitle(area, language)} (${inside.length})`));
      return [title + list(inside.map((note) => noteItem(note, language, say)))];
    })
    .join('\n');
}

export const icebergNotes = (notes: readonly LayerNote[], language: Language, say: Say): string =>
  byArea(notes, LAYER_IDS, language, say);

export function valueNotes({ value, statement }: OrganisationSource, language: Language, say: Say): string {
  const sentence =
    statement === '' ? '' : tag('h3', escaped(statementTexts(language).title)) + tag('p', lines(statement));
  return byArea(value, ZONE_IDS, language, say) + sentence;
}

export const themeNotes = (themes: readonly OwnTheme[], language: Language, say: Say): string =>
  themes.map((theme) => themeOf(theme, language, say)).join('\n');

function themeOf({ title, count, notes }: OwnTheme, language: Language, say: Say): string {
  const name = title === null ? say('loose') : title;
  const items = notes.map(
    ({ layer, text }) => `${lines(text)} ${tag('span', escaped(areaTitle(layer, language)), 'mark')}`,
  );
  return tag('h3', escaped(name)) + tag('p', escaped(say('ours', { own: notes.length, count })), 'soft') + list(items);
}

/** How many notes each layer has, and how many of them are of which kind; beside it the drawing. */
export function layerCounts(notes: readonly LayerNote[], language: Language, say: Say): string {
  const withUnmarked = notes.some(isUnmarked);
  const inside = (layer: LayerId): readonly LayerNote[] => notes.filter(({ area }) => area === layer);
  const row = (title: string, of: readonly LayerNote[]): string[] => [
    title,
    ...[of, of.filter(isOperational), of.filter(isProgrammatic), ...(withUnmarked ? [of.filter(isUnmarked)] : [])].map(
      ({ length }) => String(length),
    ),
  ];
  const titles = [
    say('layer'),
    say('notes'),
    `${SIGN.operational} ${tagLabel('operational', language)}`,
    `${SIGN.programmatic} ${tagLabel('programmatic', language)}`,
    ...(withUnmarked ? [say('unmarked')] : []),
  ];
  const rows = LAYER_IDS.map((layer) => row(escaped(areaTitle(layer, language)), inside(layer)));
  const numbers = table(titles.map(escaped), [...rows, row(tag('strong', escaped(say('total'))), notes)]);
  const counts = Object.fromEntries(LAYER_IDS.map((layer) => [layer, inside(layer).length])) as Record<LayerId, number>;
  const isBoth = notes.some((note) => isOperational(note) && isProgrammatic(note));
  const hint = isBoth ? tag('p', escaped(say('both')), 'soft') : '';
  return tag('div', icebergFigure(counts) + tag('div', numbers + hint), 'counts');
}

const isOperational = ({ operational }: LayerNote): boolean => operational;
const isProgrammatic = ({ programmatic }: LayerNote): boolean => programmatic;
const isUnmarked = ({ operational, programmatic }: LayerNote): boolean => !operational && !programmatic;
