/** What a note is most likely about, by the words of a list. Proposes only what it is sure of. Pure; knows no board. */
import { wordsIn } from './note-words.ts';
import type { SectorTopic } from './sector-words.ts';

/** A topic and how clearly a note tells it. */
export interface TopicScore {
  readonly topic: string;
  readonly score: number;
}

const STRONG = 3;
const USUAL = 1.4;
/** Below it a note says too little; measured on two cohorts, see docs/decisions.md. */
const LEAST = 2.6;
/** Of two topics that say the same nearly as clearly none is proposed. */
const LEAD = 0.1;

interface Term {
  readonly weight: number;
  readonly parts: readonly string[];
}
export interface TopicMatcher {
  readonly id: string;
  /** Under the first letter of a term, `#` for numbers. */
  readonly terms: ReadonlyMap<string, readonly Term[]>;
}

/** The list made ready: once for many notes. */
export const topicMatchers = (topics: readonly SectorTopic[]): TopicMatcher[] =>
  topics.map(({ id, strong, usual }) => {
    const terms = new Map<string, Term[]>();
    const add = (term: string, weight: number): void => {
      const first = firstOf(term);
      terms.set(first, [...(terms.get(first) ?? []), { weight, parts: term.split(' ') }]);
    };
    for (const term of strong) add(term, STRONG);
    for (const term of usual) add(term, USUAL);
    return { id, terms };
  });

const firstOf = (word: string): string => (/^[\d#]/u.test(word) ? '#' : word.slice(0, 1));

function isPart(part: string, word: string | undefined): boolean {
  if (word === undefined) return false;
  if (part === '#') return /^\d/u.test(word);
  return part.endsWith('*') ? word.startsWith(part.slice(0, -1)) : word === part;
}

/** How much each topic speaks from a text, the strongest first. */
export function topicScores(text: string, matchers: readonly TopicMatcher[]): TopicScore[] {
  const words = wordsIn(text);
  return matchers
    .map(({ id, terms }) => ({ topic: id, score: scoreOf(words, terms) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}

/** A word counts once, in the longest term it is part of; a term counts once. */
function scoreOf(words: readonly string[], terms: TopicMatcher['terms']): number {
  const found = words.flatMap((word, at) =>
    (terms.get(firstOf(word)) ?? [])
      .filter(({ parts }) => parts.every((part, i) => isPart(part, words[at + i])))
      .map((term) => ({ term, at })),
  );
  found.sort((a, b) => b.term.parts.length - a.term.parts.length || b.term.weight - a.term.weight);
  const used = new Set<number | Term>();
  let score = 0;
  for (const { term, at } of found) {
    const taken = [term, ...term.parts.map((_, i) => at + i)];
    if (taken.some((one) => used.has(one))) continue;
    for (const one of taken) used.add(one);
    score += term.weight;
  }
  return score;
}

/** The one topic a text is surely about, or null. */
export function topicOf(text: string, matchers: readonly TopicMatcher[]): string | null {
  const [first, second] = topicScores(text, matchers);
  if (!first || first.score < LEAST || first.score - (second?.score ?? 0) < LEAD) return null;
  return first.topic;
}
