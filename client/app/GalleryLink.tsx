/** The way to the gallery from the cohort's page: while the value proposition is worked on, and from the first published sentence on. */
import { Link } from 'wouter';
import { phaseNow } from '../../shared/cohort/call.ts';
import type { Cohort } from '../../shared/cohort/document.ts';
import type { CohortId } from '../../shared/ids.ts';
import { useText } from '../i18n/text.ts';
import { Icon } from '../ui/Icon.tsx';
import { KindPicture } from './KindPicture.tsx';

export function GalleryLink({ cohort, id }: { cohort: Cohort; id: CohortId }) {
  const t = useText();
  const count = cohort.gallery.length;
  if (count === 0 && phaseNow(cohort.call)?.kind !== 'value') return null;
  return (
    <Link href={`/galeria/${id}`} className="board-card">
      <span className="board-card__picture board-card__picture--gallery" aria-hidden="true">
        <KindPicture kind="gallery" />
      </span>
      <span className="board-card__words">
        <strong className="board-card__title">{t('value.gallery.title')}</strong>
        <span className="board-card__notes">
          {count === 0 ? t('value.gallery.none') : t('value.gallery.published', { count })}
        </span>
      </span>
      <Icon name="forward" />
    </Link>
  );
}
