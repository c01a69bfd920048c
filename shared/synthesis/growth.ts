/**
 * A team's growth as it sees it: averages of what its people shared, and what they say. Pure. Knows nobody's name and no
 * document; *No sé* is in no average.
 */
import { byDimension, byTime, type DimensionId, type Level, type TimeId } from '../template/dimensions.ts';

/** What one person gave, as it was when it was shared. */
export interface SharedAnswers {
  readonly now: Readonly<Partial<Record<DimensionId, Level>>>;
  readonly then: Readonly<Partial<Record<DimensionId, Level>>>;
  readonly proudest: DimensionId | null;
  /** Null unless the person gave the sentence too. */
  readonly evidence: string | null;
  readonly at: number;
}

/** 1 to 4 with one decimal; null where nobody gave a level. */
export type Averages = Readonly<Record<DimensionId, number | null>>;
export type Numbers = Readonly<Record<DimensionId, number>>;

/** Answers of an earlier assessment, typed by the team. */
export interface Baseline {
  /** Where they are from: «OMT 2021». */
  readonly source: string;
  readonly values: Averages;
}

export interface Growth {
  /** People whose answers are in it. */
  readonly n: number;
  readonly now: Averages;
  readonly then: Averages;
  /** How many levels each average is made of: `n` less those who said *No sé* or nothing. */
  readonly of: Readonly<Record<TimeId, Numbers>>;
  /** How many people are proudest of each dimension. */
  readonly proudest: Numbers;
  /** Sentences without a name, in alphabetical order, which says nothing of who or when. */
  readonly evidence: readonly string[];
  readonly baseline: Baseline | null;
}

/** Below this the averages stay inside the team. */
export const FEW = 5;
/** With so many or fewer the team can tell whose answers they are. */
export const TELLING = 2;

export function growthOf(people: readonly SharedAnswers[]): Omit<Growth, 'baseline'> {
  const known = (time: TimeId, dimension: DimensionId): number[] =>
    people.map((one) => one[time][dimension] ?? 0).filter((level) => level > 0);
  const sentences = people.flatMap(({ evidence }) => (evidence === null ? [] : [evidence]));
  return {
    n: people.length,
    ...byTime((time) => byDimension((dimension) => averageOf(known(time, dimension)))),
    of: byTime((time) => byDimension((dimension) => known(time, dimension).length)),
    proudest: byDimension((dimension) => people.filter(({ proudest }) => proudest === dimension).length),
    evidence: sentences.sort((a, b) => a.localeCompare(b, 'es')),
  };
}

function averageOf(levels: readonly number[]): number | null {
  if (levels.length === 0) return null;
  return toTenths(levels.reduce((sum, level) => sum + level, 0) / levels.length);
}

/** Of the averages as they are shown, so that the eye can check it. Null where one of the two is missing. */
export function changeOf({ now, then }: Pick<Growth, 'now' | 'then'>, dimension: DimensionId): number | null {
  const [after, before] = [now[dimension], then[dimension]];
  return after === null || before === null ? null : toTenths(after - before);
}

/** A hair above half a tenth is rounded as a person would: 2.25 is 2.3. */
const toTenths = (x: number): number => Math.sign(x) * (Math.round(Math.abs(x) * 10 + 1e-9) / 10);

/** The answers of one person alone, drawn like a team's. */
export const ownGrowth = (answers: Pick<SharedAnswers, 'now' | 'then' | 'proudest'>): Growth => ({
  ...growthOf([{ ...answers, evidence: null, at: 0 }]),
  baseline: null,
});
