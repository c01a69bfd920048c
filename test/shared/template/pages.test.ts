/** The words of the method's pages: there for everything, in both languages, and with names in their gaps. */
import { describe, expect, it } from 'vitest';
import { STEP_IDS as ROUND_STEPS } from '../../../shared/cohort/rounds.ts';
import { DIMENSION_IDS } from '../../../shared/template/dimensions.ts';
import {
  commitmentFields,
  FEEDBACK_TEXTS,
  feedbackSubtitle,
  GIFT_KINDS,
  giftLabel,
  sectionTexts,
  suggestedIssues,
} from '../../../shared/template/feedback.ts';
import { roundStepTexts } from '../../../shared/template/round.ts';
import { dimensionTexts, levelLabel, STEP_IDS, stepTexts } from '../../../shared/template/self-assessment.ts';
import { kindTitle } from '../../../shared/template/titles.ts';

describe.each(['es', 'en'] as const)('in %s', (language) => {
  it('the feedback board has its sections, kinds and fields', () => {
    const sections = [...FEEDBACK_TEXTS, 'clarifying', 'feedback', 'commitments'] as const;
    const titles = sections.map((id) => sectionTexts(id, language).title);
    expect(new Set(titles).size).toBe(sections.length);
    for (const id of sections) expect(sectionTexts(id, language).question).not.toBe('');
    expect(new Set(GIFT_KINDS.map((kind) => giftLabel(kind, language))).size).toBe(GIFT_KINDS.length);
    expect(giftLabel('clarifying', language)).toBe(sectionTexts('clarifying', language).title);
    expect(commitmentFields(language)).toHaveLength(4);
    expect(suggestedIssues(language)).toHaveLength(7);
    for (const text of [feedbackSubtitle(language), ...commitmentFields(language), ...suggestedIssues(language)])
      expect(text).not.toBe('');
  });

  it('every step of a round names who presents where it speaks of them', () => {
    const steps = ROUND_STEPS.map((step) => roundStepTexts(step, language, 'Casa $& {org}'));
    expect(steps.some(({ say }) => say.includes('Casa $& {org}'))).toBe(true);
    for (const { title, say } of steps) {
      expect([title, say]).not.toContain('');
      expect(say.replaceAll('Casa $& {org}', '')).not.toContain('{');
    }
  });

  it('titles of pages name whose they are as it is called', () => {
    expect(kindTitle('feedback', language, 'Casa $& {org}')).toContain('Casa $& {org}');
    expect(kindTitle('self-assessment', language)).not.toBe('');
  });

  it('every dimension has four levels in words, every level and step a name', () => {
    for (const id of DIMENSION_IDS) {
      const { title, levels } = dimensionTexts(id, language);
      expect(new Set([title, ...levels]).size).toBe(5);
    }
    expect(new Set(([0, 1, 2, 3, 4] as const).map((level) => levelLabel(level, language))).size).toBe(5);
    expect(new Set(STEP_IDS.map((step) => stepTexts(step, language, '2026-12-01').title)).size).toBe(STEP_IDS.length);
  });
});

it('a level that nobody chose is said as not known, and the first is the least', () => {
  expect(([0, 1, 4] as const).map((level) => levelLabel(level, 'es'))).toEqual([
    'No sé / no aplica',
    'Inicial',
    'Robusto',
  ]);
});
