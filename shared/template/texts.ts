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
import { wordsIn } from './learnt.ts';
import spanish from './texts.es.json' with { type: 'json' };

const textsIn = (language: Language) => wordsIn(language, 'texts', spanish);

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
  if (!found) throw new Error(`the texts lack ${id}`);
  return found;
};

export function layerTexts(layer: LayerId, language: Language): LayerTexts {
  const found = byId(textsIn(language).iceberg.layers, layer);
  return {
    order: LAYER_IDS.indexOf(layer) + 1,
    title: found.title,
    tagline: found.tagline,
    questions: found.questions,
    starters: found.starters,
    hint: found.hint,
    example: found.example,
  };
}

/** Of a zone, or of the practice board, which is one. */
export function zoneTexts(zone: ZoneId | PracticeId, language: Language): ZoneTexts {
  const found = isZoneId(zone) ? byId(textsIn(language).valueProposition.zones, zone) : textsIn(language).practice;
  return {
    order: isZoneId(zone) ? ZONE_IDS.indexOf(zone) + 1 : 1,
    title: found.title,
    question: found.question,
    hints: found.hints,
    starters: found.starters,
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
  const { iceberg } = textsIn(language);
  return 'org' in of
    ? { title: fill(iceberg.title, { org: of.org }), subtitle: iceberg.subtitle }
    : { title: fill(iceberg.groupTitle, { cohort: of.cohort }), subtitle: iceberg.groupSubtitle };
}

export function valueTexts(language: Language, { org }: { org: string }): BoardTexts {
  const { title, subtitle } = textsIn(language).valueProposition;
  return { title: fill(title, { org }), subtitle };
}

/** Words at the waterline. */
export const waterlineTexts = (language: Language) => ({
  name: textsIn(language).iceberg.waterline,
  above: textsIn(language).iceberg.above,
  below: textsIn(language).iceberg.below,
  belowShort: textsIn(language).iceberg.belowShort,
});

/** From the bottom up: what to ask once every layer is there, and where a small change would move a lot. */
export const risingTexts = (language: Language) => {
  const { title, question, leverage } = textsIn(language).iceberg.rising;
  return { title, question, leverage };
};

/** The sentence of the value proposition: its title, a frame to fill in, and advice. */
export function statementTexts(language: Language, { org }: { org: string } = { org: '…' }) {
  const { title, frame, hint } = textsIn(language).valueProposition.statement;
  return { title, frame: fill(frame, { org }), hint };
}

export const tagLabel = (tag: TagId, language: Language): string => byId(textsIn(language).tags, tag).label;

export const themeTexts = (language: Language) => ({
  untitled: textsIn(language).cluster.untitled,
  titlePrompt: textsIn(language).cluster.titlePrompt,
  loose: textsIn(language).cluster.loose,
});

/** Reminder shown where people write. */
export const privacyText = (language: Language): string => textsIn(language).ui.privacy;
