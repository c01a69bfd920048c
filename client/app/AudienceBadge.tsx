/** Who can see a board: sign, words and colour together. */
import type { BoardEntry, Cohort } from '../../shared/cohort/document.ts';
import type { Me } from '../board/session.ts';
import { useText } from '../i18n/text.ts';
import { Chip } from '../ui/Chip.tsx';
import { audienceOf } from './board-names.ts';

export function AudienceBadge({ board, cohort, me }: { board: BoardEntry; cohort: Cohort; me: Me }) {
  const t = useText();
  const { text, values, icon, tone } = audienceOf(board, cohort, me);
  return (
    <Chip icon={icon} tone={tone}>
      {t(text, values)}
    </Chip>
  );
}
