/** What is done with themes from their panel. Every deed is one step of undo and does nothing without the right to write. */
import { dissolveTheme, mergeThemes, orderTheme, type Theme } from '../../shared/board/themes.ts';
import type { NoteId, ThemeId } from '../../shared/ids.ts';
import { makeTheme, mayWrite } from '../board/actions.ts';
import { arrange } from '../board/arrange.ts';
import type { BoardSession } from '../board/session.ts';
import type { Translate } from '../i18n/text.ts';
import type { ActionGroup } from '../list/ActionMenu.tsx';
import { orderAfterStep } from './theme-order.ts';

export interface ThemeDeeds {
  /** Without a title yet. */
  make(notes: readonly NoteId[]): ThemeId | null;
  step(theme: ThemeId, step: 1 | -1): void;
  merge(into: ThemeId, other: ThemeId): void;
  dissolve(theme: ThemeId): void;
  arrange(by: 'themes' | 'organisations'): void;
}

export function themeDeeds(s: BoardSession): ThemeDeeds {
  return {
    make: (notes) => makeTheme(s, '', notes),
    step(theme, step) {
      const order = orderAfterStep(s.themes.get(), theme, step);
      if (order !== null && mayWrite(s)) orderTheme(s.writer, theme, order);
    },
    merge(into, other) {
      if (mayWrite(s)) mergeThemes(s.writer, into, [other]);
    },
    dissolve(theme) {
      if (mayWrite(s)) dissolveTheme(s.writer, theme);
    },
    arrange: (by) => arrange(s, by),
  };
}

export function themeMenu(
  s: BoardSession,
  theme: Theme,
  number: number,
  deeds: ThemeDeeds,
  t: Translate,
): ActionGroup[] {
  const others = s.themes.get().filter((other) => other.id !== theme.id);
  const isLast = number === others.length + 1;
  return [
    {
      key: 'order',
      actions: [
        {
          key: 'up',
          label: t('panels.themes.up', { number }),
          icon: 'up',
          disabled: number === 1,
          run: () => deeds.step(theme.id, -1),
        },
        {
          key: 'down',
          label: t('panels.themes.down', { number }),
          icon: 'down',
          disabled: isLast,
          run: () => deeds.step(theme.id, 1),
        },
      ],
    },
    {
      key: 'merge',
      label: t('panels.themes.merge'),
      actions: others.map((other) => ({
        key: other.id,
        label: t('panels.themes.mergeInto', { title: other.title.trim() || t('panels.themes.untitled') }),
        icon: 'theme',
        run: () => deeds.merge(other.id, theme.id),
      })),
    },
    {
      key: 'dissolve',
      actions: [
        {
          key: 'dissolve',
          label: t('panels.themes.dissolve'),
          icon: 'close',
          danger: true,
          run: () => deeds.dissolve(theme.id),
        },
      ],
    },
  ];
}
