/** Moving a theme one place up or down: the number it needs to lie there. Pure. */
import type { Theme } from '../../shared/board/themes.ts';
import type { ThemeId } from '../../shared/ids.ts';

/** The new order of a theme, between its new neighbours; null when it is at the end already. Touches no other theme. */
export function orderAfterStep(themes: readonly Theme[], id: ThemeId, step: 1 | -1): number | null {
  const at = themes.findIndex((theme) => theme.id === id);
  const passed = themes[at + step];
  if (at < 0 || !passed) return null;
  const beyond = themes[at + 2 * step];
  return beyond ? (passed.order + beyond.order) / 2 : passed.order + step;
}
