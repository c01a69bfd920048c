/** Words of the method, each its own: no two parts say the same, and Spanish is there before English is. */
import { describe, expect, it, vi } from 'vitest';
import { STEP_IDS as ROUND_STEPS } from '../../../shared/cohort/rounds.ts';
import { DIMENSION_IDS, isDimensionId, isLevel } from '../../../shared/template/dimensions.ts';
import { english } from '../../../shared/template/english.ts';
import { commitmentFields, feedbackSubtitle, suggestedIssues } from '../../../shared/template/feedback.ts';
import { areasOf, CANVAS_KINDS, LAYER_IDS, ZONE_IDS } from '../../../shared/template/kinds.ts';
import { roundStepTexts } from '../../../shared/template/round.ts';
import { dimensionTexts, disclaimer, selfSubtitle } from '../../../shared/template/self-assessment.ts';
import {
  areaTitle,
  askedIn,
  icebergTexts,
  layerTexts,
  privacyText,
  risingTexts,
  statementTexts,
  themeTexts,
  valueTexts,
  waterlineTexts,
  zoneTexts,
} from '../../../shared/template/texts.ts';

describe.each(['es', 'en'] as const)('in %s', (language) => {
  const areAllApart = (texts: readonly string[]): void => {
    for (const text of texts) expect(text).toMatch(/\p{L}{2}/u);
    expect(new Set(texts).size).toBe(texts.length);
  };

  it('every dimension, step, field and issue has words of its own', () => {
    areAllApart(DIMENSION_IDS.map((id) => dimensionTexts(id, language).title));
    areAllApart(DIMENSION_IDS.flatMap((id) => dimensionTexts(id, language).levels));
    areAllApart(ROUND_STEPS.map((step) => roundStepTexts(step, language, 'Casa').title));
    areAllApart(ROUND_STEPS.map((step) => roundStepTexts(step, language, 'Casa').say));
    areAllApart(commitmentFields(language));
    areAllApart(suggestedIssues(language));
    areAllApart([disclaimer, selfSubtitle, feedbackSubtitle, privacyText].map((textIn) => textIn(language)));
  });

  it('the waterline, what goes up again and themes have all of their words', () => {
    const { name, above, below, belowShort } = waterlineTexts(language);
    const { title, question, leverage } = risingTexts(language);
    const { untitled, titlePrompt, loose } = themeTexts(language);
    areAllApart([name, above, below, belowShort, title, question, leverage, untitled, titlePrompt, loose]);
  });

  it('an area asks what its layer or zone asks, and the practice board one thing', () => {
    for (const layer of LAYER_IDS) {
      const { questions, starters } = layerTexts(layer, language);
      expect(askedIn(layer, language)).toMatchObject({ questions, starters });
    }
    for (const zone of ZONE_IDS) {
      const { question, hints, starters } = zoneTexts(zone, language);
      expect(askedIn(zone, language)).toEqual({ questions: [question, ...hints], starters });
    }
    const { question, starters, order, title } = zoneTexts('practice', language);
    expect(askedIn('practice', language)).toEqual({ questions: [question], starters });
    expect([order, areaTitle('practice', language)]).toEqual([1, title]);
    areAllApart([...LAYER_IDS, ...ZONE_IDS].flatMap((area) => [...askedIn(area, language).questions]));
  });

  it('a board of one team and that of the group are not called the same', () => {
    const [own, group] = [icebergTexts(language, { org: 'Casa' }), icebergTexts(language, { cohort: 'Casa' })];
    areAllApart([own.title, own.subtitle, group.title, group.subtitle, valueTexts(language, { org: 'Casa' }).subtitle]);
  });

  it('the sentence has a gap for a name that is not known', () => {
    expect(statementTexts(language).frame).toBe(statementTexts(language, { org: '…' }).frame);
    const { title, frame, hint } = statementTexts(language, { org: 'Casa' });
    areAllApart([title, frame, hint]);
  });
});

it('the areas of a board are those of its kind', () => {
  expect(CANVAS_KINDS.map((kind) => areasOf(kind))).toEqual([LAYER_IDS, LAYER_IDS, ZONE_IDS, ['practice']]);
});

it('dimensions and levels are known ones alone', () => {
  expect(DIMENSION_IDS.every(isDimensionId)).toBe(true);
  expect(['people ', 'toString', '', 7, null].some(isDimensionId)).toBe(false);
  expect([0, 1, 2, 3, 4].every(isLevel)).toBe(true);
  expect([-1, 5, 1.5, '1', null].some(isLevel)).toBe(false);
});

it('English is Spanish until it is learnt, and Spanish stays Spanish', async () => {
  vi.resetModules();
  const texts = await import('../../../shared/template/texts.ts');
  const { learnEnglish } = await import('../../../shared/template/learnt.ts');
  const titles = (): string[] => (['es', 'en'] as const).map((language) => texts.areaTitle('results', language));
  expect(titles()).toEqual(['Resultados visibles', 'Resultados visibles']);
  learnEnglish(english);
  expect(titles()).toEqual(['Resultados visibles', 'Visible results']);
});
