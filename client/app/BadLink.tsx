/** A link that does not open: why, and what to do. */
import { Link } from 'wouter';
import { useText } from '../i18n/text.ts';
import type { Why } from '../sync/request.ts';
import { Button, buttonClass } from '../ui/Button.tsx';
import { KindPage } from './KindPage.tsx';

type Trouble = 'missing' | 'unknown' | 'revoked' | 'offline';

const troubleOf = (why: Why | 'missing'): Trouble => {
  if (why === 'missing' || why === 'offline') return why;
  return why === 'link-revoked' ? 'revoked' : 'unknown';
};

export function BadLink({ why, onRetry }: { why: Why | 'missing'; onRetry?: () => void }) {
  const t = useText();
  const trouble = troubleOf(why);
  return (
    <KindPage
      icon={trouble === 'offline' ? 'cloud-off' : 'link'}
      title={t(`pages.badLink.${trouble}Title`)}
      body={t(`pages.badLink.${trouble}`)}
      todo={t(`pages.badLink.${trouble}Do`)}
      safe
    >
      {trouble === 'offline' && onRetry ? (
        <Button look="primary" icon="refresh" onClick={onRetry}>
          {t('common.retry')}
        </Button>
      ) : (
        <Link href="/unirse" className={buttonClass({ look: 'primary' })}>
          {t('pages.badLink.withCode')}
        </Link>
      )}
    </KindPage>
  );
}
