/** The boards a participant or a viewer may open, those that were closed to them before all they wrote was sent, and the team's report. */
import type { BoardEntry, Cohort } from '../../shared/cohort/document.ts';
import { opennessOf } from '../../shared/cohort/document.ts';
import { rightFor } from '../../shared/cohort/roles.ts';
import { useText } from '../i18n/text.ts';
import type { TextKey } from '../i18n/words.ts';
import { OwnReport } from '../panels/OwnReport.tsx';
import type { Seat } from '../sync/seats.ts';
import { BoardCard } from './BoardCard.tsx';
import { isExtra } from './board-names.ts';
import { GalleryLink } from './GalleryLink.tsx';
import { LetInSwitch } from './LetInSwitch.tsx';
import { useUnsent } from './unsent-context.ts';

export function ParticipantView({ cohort, seat }: { cohort: Cohort; seat: Seat }) {
  const t = useText();
  const unsent = useUnsent();
  const { person } = seat;
  const openness = opennessOf(cohort);
  const asker = { person: person.id, role: person.role, organisation: person.organisation };
  const openable = cohort.boards.filter((board) => rightFor(asker, board, openness) !== 'none' || unsent.has(board.id));
  const own = openable.filter((board) => board.organisation !== null && !isExtra(board));
  const shared = openable.filter((board) => board.organisation === null && !isExtra(board));
  const section = (title: TextKey, boards: readonly BoardEntry[]) =>
    boards.length > 0 && (
      <section className="cohort__section" aria-label={t(title)}>
        <h2>{t(title)}</h2>
        <ul className="board-cards">
          {boards.map((board) => (
            <li key={board.id}>
              <BoardCard board={board} cohort={cohort} me={person} />
            </li>
          ))}
        </ul>
      </section>
    );
  return (
    <>
      {person.role === 'viewer' && <p className="lead">{t('pages.cohort.viewerLead')}</p>}
      {section('pages.cohort.yourBoards', own)}
      {section('pages.cohort.sharedBoards', shared)}
      <GalleryLink cohort={cohort} id={seat.cohort.id} />
      {section('pages.cohort.otherBoards', openable.filter(isExtra))}
      <OwnReport cohort={cohort} seat={seat} className="card cohort__report" />
      {person.organisation && <LetInSwitch cohort={cohort} seat={seat} organisation={person.organisation} />}
    </>
  );
}
