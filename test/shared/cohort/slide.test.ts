/** Names of slides: what a room can be shown, and nothing else. */
import { expect, it } from 'vitest';
import { organisationSlide, themeOfSlide, themeSlide } from '../../../shared/cohort/shown.ts';
import { isSlide } from '../../../shared/cohort/slide.ts';
import { newOrgId, newThemeId } from '../../../shared/ids.ts';

it('are known words, or a theme or an organisation by its id', () => {
  const theme = newThemeId();
  for (const slide of ['board', 'themes', 'results', 'beliefs', 'gallery', 'words', 'commitments'])
    expect(isSlide(slide), slide).toBe(true);
  expect([isSlide(themeSlide(theme)), isSlide(organisationSlide(newOrgId()))]).toEqual([true, true]);
  expect(themeOfSlide(themeSlide(theme))).toBe(theme);
});

it.each(['', 'theme', 'themeX', 'theme:', 'theme:a b', 'organisationX', 'organisation:', 'other', 'words:1', 7, null])(
  'are not %j',
  (slide) => expect(isSlide(slide)).toBe(false),
);

it('are of one theme alone', () => {
  expect(isSlide(`${themeSlide(newThemeId())}:${newThemeId()}`)).toBe(false);
  expect([themeOfSlide('themes'), themeOfSlide('words')]).toEqual([null, null]);
});
