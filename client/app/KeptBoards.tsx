/** Boards of a cohort that was deleted, as this device still has them: each can be opened, read and downloaded. */
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { BoardSummary } from '../../shared/api.ts';
import type { CohortId } from '../../shared/ids.ts';
import { useLanguage, useText } from '../i18n/text.ts';
import { browserStorage } from '../sync/browser-storage.ts';
import { cohortOfSeat } from '../sync/follow-cohort.ts';
import { keptHere } from '../sync/kept-here.ts';
import { seatOfCohort } from '../sync/seats.ts';
import { Icon } from '../ui/Icon.tsx';
import { BOARD_ICON, boardTitle } from './board-names.ts';
import '../i18n/later.ts';

export function KeptBoards({ id }: { id: CohortId }) {
  const t = useText();
  const [language] = useLanguage();
  const [seat] = useState(() => seatOfCohort(browserStorage, id));
  const [boards, setBoards] = useState<readonly BoardSummary[]>([]);
  useEffect(() => {
    let here = true;
    if (seat) void keptHere(seat).then((kept) => here && setBoards(kept));
    return () => {
      here = false;
    };
  }, [seat]);
  if (!seat || boards.length === 0) return null;
  const cohort = cohortOfSeat(seat);
  return (
    <section className="kept" aria-labelledby="kept-here">
      <h2 id="kept-here">{t('refused.keptTitle')}</h2>
      <p>{t('refused.keptHint')}</p>
      <ul className="kept__boards">
        {boards.map(({ id: board }) => {
          const entry = cohort.boards.find((one) => one.id === board);
          return (
            entry && (
              <li key={board}>
                <Link href={`/tablero/${board}`}>
                  <Icon name={BOARD_ICON[entry.kind]} /> {boardTitle(entry, cohort, language)}
                </Link>
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}
