/** The slides of what was published: the sentences of all, and each organisation with its zones. Pure. */
import { VALUE_PARTS, type ValuePart } from '../../../shared/cohort/call.ts';
import type { Organisation, Published } from '../../../shared/cohort/document.ts';
import { organisationSlide } from '../../../shared/cohort/shown.ts';
import type { Language } from '../../../shared/language.ts';
import { areaTitle, statementTexts } from '../../../shared/template/texts.ts';
import { ZONE_PAPER } from '../../../shared/template/tones.ts';
import { headBlock, lineBlock, nameOf, sentenceBlocks } from './blocks.ts';
import { type Block, type DeckSlide, pageHeight } from './deck.ts';
import type { DeckWords } from './group-deck.ts';
import { packed, type Section } from './pack.ts';

type Told = { readonly organisation: Organisation; readonly parts: Published['parts'] };

/** None before anything is published. */
export function galleryDeck(words: DeckWords): DeckSlide[] {
  const { gallery, organisations } = words.cohort;
  const told = organisations.flatMap((organisation): Told[] => {
    const published = gallery.find((one) => one.organisation === organisation.id);
    return published ? [{ organisation, parts: published.parts }] : [];
  });
  if (told.length === 0) return [];
  return [sentences(told, words), ...told.filter(hasZones).map((one) => organisationOf(one, words))];
}

const titleOf = (part: ValuePart, language: Language): string =>
  part === 'statement' ? statementTexts(language).title : areaTitle(part, language);
const linesIn = ({ parts }: Told, part: ValuePart): readonly string[] => parts[part] ?? [];
const zonesOf = (one: Told) => VALUE_PARTS.filter((part) => part !== 'statement' && linesIn(one, part).length > 0);
const hasZones = (one: Told): boolean => zonesOf(one).length > 0;
const sentenceOf = (one: Told, height: number): Block[] =>
  linesIn(one, 'statement').flatMap((text) => sentenceBlocks(text, height));

/** Who has published zones and no sentence is there with the zones. */
function sentences(told: readonly Told[], words: DeckWords): DeckSlide {
  const title = words.t('value.gallery.title');
  const sections = told.flatMap((one): Section<Block>[] => {
    const head = headBlock(nameOf(one.organisation));
    const blocks = sentenceOf(one, pageHeight(words.cohort.call, title) - head.height);
    return blocks.length > 0 ? [{ head, blocks }] : [{ head, blocks: [] }, ...zoneSections(one, words)];
  });
  return slideOf('gallery', title, sections, words);
}

function organisationOf(one: Told, words: DeckWords): DeckSlide {
  const { id, name } = one.organisation;
  const blocks = sentenceOf(one, pageHeight(words.cohort.call, name));
  return slideOf(organisationSlide(id), name, [{ head: null, blocks }, ...zoneSections(one, words)], words);
}

const zoneSections = (one: Told, { language }: DeckWords): Section<Block>[] =>
  zonesOf(one).map((part) => ({
    head: headBlock(titleOf(part, language)),
    blocks: linesIn(one, part).map((line, i) =>
      lineBlock(`${one.organisation.id} ${part} ${i}`, line, part === 'statement' ? '' : ZONE_PAPER[part]),
    ),
  }));

function slideOf(
  slide: DeckSlide['slide'],
  title: string,
  sections: readonly Section<Block>[],
  { cohort, t }: DeckWords,
): DeckSlide {
  const { gallery, organisations, call } = cohort;
  const values = { done: gallery.length, count: organisations.length };
  return {
    slide,
    title,
    number: 0,
    count: slide === 'gallery' ? t('call.room.published', values) : '',
    pages: packed(sections, { columns: 2, height: pageHeight(call, title) }),
    empty: 'value.gallery.none',
    head: 'slim',
  };
}
