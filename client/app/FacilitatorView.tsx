/** The cohort for those who facilitate: the group iceberg, organisations with their counts, links, people, settings. */
import type { Cohort } from '../../shared/cohort/document.ts';
import { useText } from '../i18n/text.ts';
import type { Seat } from '../sync/seats.ts';
import { AgendaCard } from './AgendaCard.tsx';
import { BoardCard } from './BoardCard.tsx';
import { isExtra } from './board-names.ts';
import { CohortSettings } from './CohortSettings.tsx';
import { FacilitatorLinks } from './FacilitatorLinks.tsx';
import { GalleryLink } from './GalleryLink.tsx';
import { OrganisationTable } from './OrganisationTable.tsx';
import { PeopleList } from './PeopleList.tsx';

interface FacilitatorViewProps {
  readonly cohort: Cohort;
  readonly seat: Seat;
  readonly onSeat: (change: Partial<Seat>) => void;
}

export function FacilitatorView({ cohort, seat, onSeat }: FacilitatorViewProps) {
  const t = useText();
  const shared = cohort.boards.filter((board) => board.organisation === null);
  const extras = shared.filter(isExtra);
  return (
    <div className="cohort__columns">
      <div className="cohort__main">
        <AgendaCard cohort={cohort} seat={seat} />
        {shared
          .filter((board) => !isExtra(board))
          .map((board) => (
            <BoardCard key={board.id} board={board} cohort={cohort} me={seat.person} />
          ))}
        <GalleryLink cohort={cohort} id={seat.cohort.id} />
        <OrganisationTable cohort={cohort} seat={seat} />
        {extras.length > 0 && (
          <section className="cohort__section">
            <h2>{t('pages.cohort.otherBoards')}</h2>
            {extras.map((board) => (
              <BoardCard key={board.id} board={board} cohort={cohort} me={seat.person} />
            ))}
          </section>
        )}
        <PeopleList cohort={cohort} seat={seat} />
      </div>
      <aside className="cohort__side" aria-label={t('pages.cohort.invite')}>
        <FacilitatorLinks cohort={cohort} seat={seat} onSeat={onSeat} />
        <CohortSettings key={cohort.meta.name} cohort={cohort} seat={seat} />
      </aside>
    </div>
  );
}
