/** What to know and do when the connection is not as it should be. Says nothing when all is well. */
import type { SyncState } from '../board/session.ts';
import { useText } from '../i18n/text.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';

export function SyncBanner({ sync, retry }: { sync: SyncState; retry: () => void }) {
  const t = useText();
  if (sync.kind === 'offline') {
    return (
      <p className="banner banner--warn board__banner">
        <Icon name="cloud-off" />
        <span>{t('pages.sync.offline')}</span>
      </p>
    );
  }
  if (sync.kind === 'server-trouble') {
    return (
      <p className="banner banner--bad board__banner" role="alert">
        <Icon name="warning" />
        <span>{t('pages.sync.trouble')}</span>
      </p>
    );
  }
  if (sync.kind !== 'refused') return null;
  return (
    <div className="banner banner--bad board__banner" role="alert">
      <Icon name="lock" />
      <span>
        <strong>{t(`pages.board.${sync.why}Title`)}.</strong> {t(`pages.board.${sync.why}`)}
      </span>
      <Button icon="refresh" onClick={retry}>
        {t('pages.board.tryAgain')}
      </Button>
    </div>
  );
}
