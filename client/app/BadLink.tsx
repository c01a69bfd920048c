/** A link that does not open: why, and what to do. Of one nobody knows it cannot say that anything is still there. */
import { useText } from '../i18n/text.ts';
import type { Why } from '../sync/request.ts';
import { Button } from '../ui/Button.tsx';
import { KindPage } from './KindPage.tsx';

type Trouble = 'missing' | 'unknown' | 'revoked' | 'offline';

const troubleOf = (why: Why | 'missing'): Trouble => {
  if (why === 'missing' || why === 'offline') return why;
  return why === 'link-revoked' ? 'revoked' : 'unknown';
};

interface BadLinkProps {
  readonly why: Why | 'missing';
  readonly onRetry: () => void;
  /** The code opens the same door as the link. */
  readonly onCode: () => void;
}

export function BadLink({ why, onRetry, onCode }: BadLinkProps) {
  const t = useText();
  const trouble = troubleOf(why);
  return (
    <KindPage
      icon={trouble === 'offline' ? 'cloud-off' : 'link'}
      title={t(`pages.badLink.${trouble}Title`)}
      body={t(`pages.badLink.${trouble}`)}
      todo={t(`pages.badLink.${trouble}Do`)}
      safe={trouble === 'revoked' || trouble === 'offline'}
    >
      {trouble === 'offline' ? (
        <Button look="primary" icon="refresh" onClick={onRetry}>
          {t('common.retry')}
        </Button>
      ) : (
        <Button look="primary" onClick={onCode}>
          {t('pages.badLink.withCode')}
        </Button>
      )}
    </KindPage>
  );
}
