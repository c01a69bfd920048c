/** The gallery as a page of its own: for the team's screen, facilitation and whoever observes. */
import { Link } from 'wouter';
import type { CohortId } from '../../shared/ids.ts';
import { useLanguage, useText } from '../i18n/text.ts';
import { Gallery } from '../panels/Gallery.tsx';
import { useCohort, useSeat } from '../sync/hooks.ts';
import type { Seat } from '../sync/seats.ts';
import { buttonClass } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { Frame } from './Frame.tsx';
import { NoSeat } from './NoSeat.tsx';
import { useTitle } from './use-title.ts';
import '../i18n/later.ts';

export default function GalleryPage({ id }: { id: CohortId }) {
  const t = useText();
  const [found] = useSeat(id);
  if (found.kind === 'none') return <NoSeat id={id} isGone={false} />;
  return (
    <Frame>
      {found.kind === 'looking' ? <Spinner label={t('pages.cohort.opening')} /> : <Shown seat={found.seat} />}
    </Frame>
  );
}

function Shown({ seat }: { seat: Seat }) {
  const t = useText();
  const [language] = useLanguage();
  const { cohort } = useCohort(seat);
  useTitle(t('value.gallery.title'));
  return (
    <div className="cohort">
      <p>
        <Link href={`/cohorte/${seat.cohort.id}`} className={buttonClass({ look: 'quiet' })}>
          <Icon name="back" /> {cohort.meta.name}
        </Link>
      </p>
      <h1>{t('value.gallery.title')}</h1>
      <Gallery cohort={cohort} language={language} />
    </div>
  );
}
