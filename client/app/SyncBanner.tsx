/** What to know and do when the connection is not as it should be. Says nothing when all is well. */
import { lazy, Suspense } from 'react';
import type { Right } from '../../shared/cohort/roles.ts';
import type { RoomSession, Unsent } from '../board/session.ts';
import { useStore } from '../board/store.ts';
import { useText } from '../i18n/text.ts';
import type { TextKey } from '../i18n/words.ts';
import { wouldLose } from '../sync/line.ts';
import { Banner } from './Banner.tsx';
import { TakeAway } from './TakeAway.tsx';

const RefusedBanner = lazy(() => import('./RefusedBanner.tsx'));

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
        <Suspense>
          <RefusedBanner refused={sync} session={session} retry={retry} />
        </Suspense>
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
