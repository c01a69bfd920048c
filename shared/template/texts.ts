/** The words of the templates in Spanish and English, with names filled in. Knows no layout; the interface's own texts are elsewhere. */
import type { Language } from '../language.ts';
import {
  type AreaId,
  isLayerId,
  isZoneId,
  LAYER_IDS,
  type LayerId,
  type PracticeId,
  type TagId,
  ZONE_IDS,
  type ZoneId,
} from './kinds.ts';
import texts from './texts.json' with { type: 'json' };

type Both = Readonly<Record<Language, string>>;

export interface LayerTexts {
  readonly order: number;
  readonly title: string;
  readonly tagline: string;
  readonly questions: ReadonlyArray<string>;
  /** Beginnings of a sentence, offered to someone who does not know how to start. */
  readonly starters: ReadonlyArray<string>;
  readonly hint: string;
  readonly example: string;
}

export interface ZoneTexts {
  readonly order: number;
  readonly title: string;
  readonly question: string;
  readonly hints: ReadonlyArray<string>;
  readonly starters: ReadonlyArray<string>;
}

/** Replaces `{name}`; a name without a value stays visible, so that it is noticed. */
const fill = (text: string, names: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => names[name] ?? whole);

const byId = <T extends { id: string }>(list: ReadonlyArray<T>, id: string): T => {
  const found = list.find((one) => one.id === id);
  if (!found) throw new Error(`texts.json lacks ${id}`);
  return found;
};

const all = (list: ReadonlyArray<Both>, language: Language): string[] => list.map((one) => one[language]);

export function layerTexts(layer: LayerId, language: Language): LayerTexts {
  const found = byId(texts.iceberg.layers, layer);
  return {
    order: LAYER_IDS.indexOf(layer) + 1,
    title: found.title[language],
    tagline: found.tagline[language],
    questions: all(found.questions, language),
    starters: all(found.starters, language),
    hint: found.hint[language],
    example: found.example[language],
  };
}

/** Of a zone, or of the practice board, which is one. */
export function zoneTexts(zone: ZoneId | PracticeId, language: Language): ZoneTexts {
  const found = isZoneId(zone) ? byId(texts.valueProposition.zones, zone) : texts.practice;
  return {
    order: isZoneId(zone) ? ZONE_IDS.indexOf(zone) + 1 : 1,
    title: found.title[language],
    question: found.question[language],
    hints: all(found.hints, language),
    starters: all(found.starters, language),
  };
}

/** What is asked in an area, one question after the other, and beginnings of an answer. */
export function askedIn(
  area: AreaId,
  language: Language,
): { readonly questions: readonly string[]; readonly starters: readonly string[] } {
  if (isLayerId(area)) return layerTexts(area, language);
  const { question, hints, starters } = zoneTexts(area, language);
  return { questions: area === 'practice' ? [question] : [question, ...hints], starters };
}

/** Title of the area a note is in, whatever the kind of board. */
export const areaTitle = (area: AreaId, language: Language): string =>
  isLayerId(area) ? layerTexts(area, language).title : zoneTexts(area, language).title;

export interface BoardTexts {
  readonly title: string;
  readonly subtitle: string;
}

/** `{ org }` names the iceberg of one team, `{ cohort }` the group iceberg. */
export function icebergTexts(language: Language, of: { org: string } | { cohort: string }): BoardTexts {
  const { iceberg } = texts;
  return 'org' in of
    ? { title: fill(iceberg.title[language], { org: of.org }), subtitle: iceberg.subtitle[language] }
    : { title: fill(iceberg.groupTitle[language], { cohort: of.cohort }), subtitle: iceberg.groupSubtitle[language] };
}

export function valueTexts(language: Language, { org }: { org: string }): BoardTexts {
  const { title, subtitle } = texts.valueProposition;
  return { title: fill(title[language], { org }), subtitle: subtitle[language] };
}

/** Words at the waterline. */
export const waterlineTexts = (language: Language) => ({
  name: texts.iceberg.waterline[language],
  above: texts.iceberg.above[language],
  below: texts.iceberg.below[language],
  belowShort: texts.iceberg.belowShort[language],
});

/** From the bottom up: what to ask once every layer is there, and where a small change would move a lot. */
export const risingTexts = (language: Language) => {
  const { title, question, leverage } = texts.iceberg.rising;
  return { title: title[language], question: question[language], leverage: leverage[language] };
};

/** The sentence of the value proposition: its title, a frame to fill in, and advice. */
export function statementTexts(language: Language, { org }: { org: string } = { org: '…' }) {
  const { title, frame, hint } = texts.valueProposition.statement;
  return { title: title[language], frame: fill(frame[language], { org }), hint: hint[language] };
}

export const tagLabel = (tag: TagId, language: Language): string => byId(texts.tags, tag).label[language];

export const themeTexts = (language: Language) => ({
  untitled: texts.cluster.untitled[language],
  titlePrompt: texts.cluster.titlePrompt[language],
  loose: texts.cluster.loose[language],
});

/** Reminder shown where people write. */
export const privacyText = (language: Language): string => texts.ui.privacy[language];
