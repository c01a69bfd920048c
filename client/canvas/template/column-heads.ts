/** What stands at the head of each column of the group iceberg. Pure. */
import type { Theme } from '../../../shared/board/themes.ts';
import type { Cohort } from '../../../shared/cohort/document.ts';
import type { Language } from '../../../shared/language.ts';
import type { Column } from '../../../shared/synthesis/columns.ts';
import { textIn } from '../../i18n/text.ts';
import type { ColumnHead } from '../drawing/GroupColumnCell.tsx';

export function columnHeads(
  columns: readonly Column[],
  { organisations }: Cohort,
  themes: readonly Theme[],
  language: Language,
): ColumnHead[] {
  const headOf = ({ kind, id }: Column): ColumnHead => {
    switch (kind) {
      case 'organisation': {
        const organisation = organisations.find((one) => one.id === id);
        return { kind, id, title: organisation?.name ?? '', acronym: organisation?.acronym ?? '' };
      }
      case 'theme': {
        const at = themes.findIndex((theme) => theme.id === id);
        return { kind, id, title: themes[at]?.title ?? '', number: at + 1 };
      }
      case 'anonymous':
        return { kind: 'organisation', id: '~anonymous', title: textIn(language, 'canvas.column.anonymous') };
      case 'loose':
        return { kind, id: '~loose', title: '' };
    }
  };
  return columns.map(headOf);
}
