/** Over a board that the server does not give this device any more: why, what is safe, and the copy there is. Fetched when it is needed. */
import { Link } from 'wouter';
import type { RoomSession } from '../board/session.ts';
import { useText } from '../i18n/text.ts';
import { buttonClass } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Banner } from './Banner.tsx';
import type { Refused } from './ClosedBoard.tsx';
import { TakeAway } from './TakeAway.tsx';
import '../i18n/later.ts';

interface RefusedBannerProps {
  readonly refused: Refused;
  readonly session: RoomSession;
  readonly retry: () => void;
}

export default function RefusedBanner({ refused, session, retry }: RefusedBannerProps) {
  const t = useText();
  const { why, unsent, kept } = refused;
  const isDeleted = why === 'deleted';
  return (
    <Banner
      tone="bad"
      icon="lock"
      {...(!isDeleted && { retry })}
      actions={
        (unsent > 0 || isDeleted) && (
          <>
            <TakeAway session={session} />
            {isDeleted && (
              <Link href={`/cohorte/${session.cohortId}`} className={buttonClass({})}>
                <Icon name="forward" /> {t('refused.toCohort')}
              </Link>
            )}
          </>
        )
      }
    >
      <strong>{t(`refused.${why}Title`)}.</strong> {t(`refused.${why}`)}{' '}
      {unsent > 0 && t(kept ? 'sync.leftHere' : 'sync.unkept')}
    </Banner>
  );
}
