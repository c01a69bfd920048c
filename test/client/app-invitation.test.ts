/** What a facilitator sends out: dates and hours in words, the proofread wording, the link and nothing else that is secret. */
import { describe, expect, it } from 'vitest';
import { invitationText } from '../../client/app/invitation.ts';
import { hourInWords } from '../../client/i18n/dates.ts';
import { loadTexts } from '../../client/i18n/text.ts';
import { dayInWords } from '../../shared/days.ts';
import texts from '../fixtures/templates.es-en.json' with { type: 'json' };

await loadTexts('en');

const cohort = { name: 'Marea Adentro', date: '2026-11-22', time: '14:30' };
const link = 'https://tempano.example/unirse#SECRETO';
const ways = { link, code: 'ABCD-2345', address: 'tempano.example/unirse' };

it('writes days as in Puerto Rico and in English, in any time zone', () => {
  expect(dayInWords('2026-11-22', 'es')).toBe('22 de noviembre de 2026');
  expect(dayInWords('2026-11-22', 'en')).toBe('November 22, 2026');
  expect(dayInWords('2026-01-01', 'es')).toBe('1 de enero de 2026');
  expect(dayInWords('pronto', 'es')).toBe('pronto');
});

it.each([
  ['14:30', '2:30\u00a0p.\u00a0m.'],
  ['00:05', '12:05\u00a0a.\u00a0m.'],
  ['12:00', '12:00\u00a0p.\u00a0m.'],
  ['09:00', '9:00\u00a0a.\u00a0m.'],
])('writes the hour %s as %s', (time, words) => {
  expect(hourInWords(time, 'es')).toBe(words);
});

it('leaves an hour alone that is none', () => {
  expect(hourInWords('luego', 'en')).toBe('luego');
});

describe.each(['es', 'en'] as const)('the invitation in %s', (language) => {
  const text = invitationText(cohort, ways, language);

  it('has the cohort, the day, the hour, the link and the other way in', () => {
    for (const part of [
      cohort.name,
      dayInWords(cohort.date, language),
      hourInWords(cohort.time, language),
      ...Object.values(ways),
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(/\{\w+\}/);
  });

  it('keeps the proofread wording', () => {
    const [, ...paragraphs] = texts.invitation.body[language].split('\n\n');
    const filled = paragraphs.map((paragraph) =>
      paragraph
        .replace('{date}', dayInWords(cohort.date, language))
        .replace('{time}', hourInWords(cohort.time, language))
        .replace('{link}', link),
    );
    for (const paragraph of filled) expect(text).toContain(paragraph);
    expect(text).toContain(texts.invitation.subject[language].replace('{cohort}', cohort.name));
  });

  it('says no hour when there is none', () => {
    const without = invitationText({ ...cohort, time: '' }, ways, language);
    expect(without).toContain(dayInWords(cohort.date, language));
    expect(without).not.toMatch(/\{\w+\}|undefined| a las | at /);
  });
});
