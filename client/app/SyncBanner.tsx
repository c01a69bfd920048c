/** What to know and do when the connection is not as it should be. Says nothing when all is well. */
import type { ReactNode } from 'react';
import type { Right } from '../../shared/cohort/roles.ts';
import type { RoomSession, Unsent } from '../board/session.ts';
import { useStore } from '../board/store.ts';
import { useText } from '../i18n/text.ts';
import type { TextKey } from '../i18n/words.ts';
import { wouldLose } from '../sync/line.ts';
import { Button } from '../ui/Button.tsx';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { TakeAway } from './TakeAway.tsx';

export function SyncBanner({ session, retry }: { session: RoomSession; retry: () => void }) {
  const t = useText();
  const sync = useStore(session.sync);
  const isLoaded = useStore(session.loaded);
  const right = useStore(session.right);
  switch (sync.kind) {
    case 'offline': {
      const said = offlineKey(sync, isLoaded, right);
      return (
        <Banner tone={said === 'sync.offlineUnkept' ? 'bad' : 'warn'} icon="cloud-off">
          {t(said)}
        </Banner>
      );
    }
    case 'server-trouble': {
      const isOnlyHere = wouldLose(sync);
      const isStuck = sync.why !== 'cannot-save' && sync.why !== 'crowded';
      return (
        <Banner
          tone="bad"
          icon="warning"
          actions={(isStuck || isOnlyHere) && <TakeAway session={session} />}
          {...(isStuck && sync.why !== 'read-only' && { retry })}
        >
          {isOnlyHere ? `${t(`sync.trouble.${sync.why}`)}. ${t('sync.unkept')}` : t(`sync.todo.${sync.why}`)}
        </Banner>
      );
    }
    case 'refused':
      return (
        <Banner tone="bad" icon="lock" retry={retry} actions={sync.unsent > 0 && <TakeAway session={session} />}>
          <strong>{t(`pages.board.${sync.why}Title`)}.</strong> {t(`pages.board.${sync.why}`)}{' '}
          {sync.unsent > 0 && t(sync.kept ? 'sync.leftHere' : 'sync.unkept')}
        </Banner>
      );
    default:
      return null;
  }
}

/** Nobody is asked to write where nothing is to be seen, or where they only read. */
function offlineKey({ unsent, kept }: Unsent, isLoaded: boolean, right: Right): TextKey {
  if (!isLoaded) return 'sync.offlineEmpty';
  if (right !== 'write' && unsent === 0) return 'sync.offlineReading';
  return kept ? 'sync.offline' : 'sync.offlineUnkept';
}

interface BannerProps {
  readonly tone: 'warn' | 'bad';
  readonly icon: IconName;
  readonly retry?: () => void;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

function Banner({ tone, icon, retry, actions, children }: BannerProps) {
  const t = useText();
  return (
    <div className={`banner banner--${tone} board__banner`} {...(tone === 'bad' && { role: 'alert' })}>
      <Icon name={icon} />
      <span>{children}</span>
      {(retry || actions) && (
        <div className="board__banner-deeds">
          {actions}
          {retry && (
            <Button icon="refresh" onClick={retry}>
              {t('pages.board.tryAgain')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
