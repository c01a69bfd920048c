/**
 * Says why a board can only be read now, that it can be written on again, and gives back words that were being written when
 * it closed and did not get into it. Knows no connection.
 */
import type { RoomSession } from '../board/session.ts';
import { useStore } from '../board/store.ts';
import { useText } from '../i18n/text.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { CopyButton } from './CopyButton.tsx';
import { useKeptWords } from './use-kept-words.ts';
import { whyLocked } from './why-locked.ts';

export function LockBanner({ session }: { session: RoomSession }) {
  const t = useText();
  const cohort = useStore(session.cohort);
  const why = whyLocked(session.board, cohort, session.me);
  const [kept, drop] = useKeptWords(session);
  return (
    <>
      <div role="status">
        {why && (
          <p className="banner banner--warn board__banner" data-locked={why}>
            <Icon name={why === 'paused' ? 'pause' : 'eye'} />
            <span>
              <strong>{t(`call.locked.${why}`)}.</strong> {t(`call.locked.${why}More`)}
            </span>
          </p>
        )}
      </div>
      {kept !== null && (
        <div className="banner board__banner" role="alert" data-kept-words>
          <Icon name="copy" />
          <span>
            {t('call.locked.kept')} <q>{kept}</q>
          </span>
          <div className="board__banner-deeds">
            <CopyButton text={kept} label={t('call.locked.copy')} />
            <Button look="quiet" onClick={drop}>
              {t('call.locked.drop')}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
