/** Names of slides (slide.ts) that are about one theme or one organisation, there and back. Pure. */
import { isThemeId, type OrgId, type ThemeId } from '../ids.ts';
import type { Slide } from './slide.ts';

export const themeSlide = (theme: ThemeId): Slide => `theme:${theme}`;
export const organisationSlide = (organisation: OrgId): Slide => `organisation:${organisation}`;

/** The theme a slide is about, or null. */
export function themeOfSlide(slide: string): ThemeId | null {
  const id = slide.startsWith('theme:') ? slide.slice('theme:'.length) : null;
  return isThemeId(id) ? id : null;
}
