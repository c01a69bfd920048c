/** This device may not be here: it never joined, was removed, or the cohort is gone. */
import { Link } from 'wouter';
import type { CohortId } from '../../shared/ids.ts';
import { useText } from '../i18n/text.ts';
import { buttonClass } from '../ui/Button.tsx';
import { KeptBoards } from './KeptBoards.tsx';
import { KindCard } from './KindCard.tsx';
import { KindPage } from './KindPage.tsx';
import '../i18n/later.ts';

/** `inside`: on a page that has its frame already. */
export function NoSeat({ id, isGone, inside = false }: { id: CohortId; isGone: boolean; inside?: boolean }) {
  const t = useText();
  const Shell = inside ? KindCard : KindPage;
  if (isGone)
    return (
      <Shell
        icon="info"
        title={t('refused.deletedTitle')}
        body={t('refused.deletedEmpty')}
        more={<KeptBoards id={id} />}
      />
    );
  return (
    <Shell icon="door" title={t('pages.cohort.noSeatTitle')} body={t('pages.cohort.noSeat')}>
      <Link href="/unirse" className={buttonClass({ look: 'primary' })}>
        {t('pages.badLink.withCode')}
      </Link>
    </Shell>
  );
}
