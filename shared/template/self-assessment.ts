/** The self-assessment: its dimensions, their described levels and its steps, in words. Knows no answer. */
import { LOCALE } from '../days.ts';
import type { Language } from '../language.ts';
import type { DimensionId, Level } from './dimensions.ts';
import texts from './self-texts.json' with { type: 'json' };

/** Years between the two pages. */
const YEARS = 3;
/** For the month, while the day of the call is not known. */
const LONG_AGO: Readonly<Record<Language, string>> = { es: 'tres años atrás', en: 'three years ago' };

export interface DimensionTexts {
  readonly title: string;
  /** Descriptions of levels 1 to 4. */
  readonly levels: readonly string[];
}
export function dimensionTexts(id: DimensionId, language: Language): DimensionTexts {
  const found = texts.dimensions.find((dimension) => dimension.id === id);
  if (!found) throw new Error(`self-texts.json lacks ${id}`);
  return { title: found.title[language], levels: found.levels.map((level) => level[language]) };
}

/** Label of a level: Inicial, En desarrollo, Establecido, Robusto; of 0, No sé / no aplica. */
export const levelLabel = (level: Level, language: Language): string =>
  texts.scale.find(({ value }) => (value ?? 0) === level)?.label[language] ?? '';

export const STEP_IDS = ['now', 'then', 'evidence', 'share'] as const;
export type SelfStep = (typeof STEP_IDS)[number];

/** `date` is the day of the call: the template's «Hace tres años» is counted from it, and the month named. */
export function stepTexts(step: SelfStep, language: Language, date: string): { title: string; prompt: string } {
  const found = texts.steps.find(({ id }) => id === step);
  if (!found) throw new Error(`self-texts.json lacks ${step}`);
  const title = found.title[language];
  const month = monthThen(date, language) ?? LONG_AGO[language];
  return { title, prompt: found.prompt[language].replace('{month}', month) };
}

/** `2026-11-22` → «noviembre de 2023», “November 2023”; null of what is no date. Its first day: 29 of February is not in every year. */
function monthThen(date: string, language: Language): string | null {
  const year = String(Number(date.slice(0, 4)) - YEARS).padStart(4, '0');
  const at = new Date(`${year}${date.slice(4, 7)}-01T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return null;
  return new Intl.DateTimeFormat(LOCALE[language], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(at);
}

export const selfSubtitle = (language: Language): string => texts.subtitle[language];
/** Goes with every chart of answers. */
export const disclaimer = (language: Language): string => texts.disclaimer[language];
