/** The profile of a team in its report: averages and what people say of them, never one person's answers. */
import type { Language } from '../language.ts';
import { changeOf, FEW, type Growth, TELLING } from '../synthesis/growth.ts';
import { DIMENSION_IDS } from '../template/dimensions.ts';
import { dimensionTexts, disclaimer } from '../template/self-assessment.ts';
import { escaped, table, tag } from './html.ts';
import { lines } from './organisation-notes.ts';
import type { Say } from './organisation-words.ts';

/** Empty while nobody has shared and no earlier assessment was typed. */
export function growthPart(growth: Growth, language: Language, say: Say): string {
  const { n, baseline } = growth;
  if (n === 0 && baseline === null) return '';
  const told = [
    disclaimer(language),
    ...(n > 0 ? [say('answers', { count: n })] : []),
    ...(n > 0 && n < FEW ? [say('few', { few: FEW })] : []),
    ...(n > 0 && n <= TELLING ? [say('telling')] : []),
  ];
  const titles = [say('dimension'), ...(baseline ? [baseline.source] : []), say('before'), say('now'), say('change')];
  const number = (value: number | null): string => (value === null ? say('noValue') : value.toFixed(1));
  const rows = DIMENSION_IDS.map((dimension) => [
    dimensionTexts(dimension, language).title,
    ...(baseline ? [number(baseline.values[dimension])] : []),
    number(growth.then[dimension]),
    number(growth.now[dimension]),
    signed(changeOf(growth, dimension)),
  ]);
  return [
    tag('p', escaped(told.join(' ')), 'soft'),
    table(
      titles.map(escaped),
      rows.map((row) => row.map(escaped)),
    ),
    proudest(growth, language, say),
    evidence(growth, say),
  ].join('\n');
}

function proudest({ proudest: people }: Growth, language: Language, say: Say): string {
  const chosen = DIMENSION_IDS.filter((dimension) => people[dimension] > 0).sort((a, b) => people[b] - people[a]);
  if (chosen.length === 0) return '';
  const items = chosen.map((dimension) => {
    const who = say('people', { count: people[dimension] });
    return tag('li', escaped(`${dimensionTexts(dimension, language).title}: ${who}`));
  });
  return tag('h3', escaped(say('proudest'))) + tag('ul', items.join('\n'));
}

function evidence({ evidence: sentences }: Growth, say: Say): string {
  if (sentences.length === 0) return '';
  const items = sentences.map((one) => tag('li', lines(one)));
  return tag('h3', escaped(say('evidence'))) + tag('ul', items.join('\n'));
}

const signed = (change: number | null): string =>
  change === null ? '–' : `${change > 0 ? '+' : change < 0 ? '−' : ''}${Math.abs(change).toFixed(1)}`;
