/** The last net: what people see when a page itself broke. Uses as little as it can. */
import { useText } from '../i18n/text.ts';
import { Button } from '../ui/Button.tsx';

export function BrokenPage() {
  const t = useText();
  return (
    <main className="frame__main">
      <div className="kind card">
        <h1>{t('pages.broken.title')}</h1>
        <p>{t('pages.broken.body')}</p>
        <div className="actions">
          <Button look="primary" icon="refresh" onClick={() => location.reload()}>
            {t('pages.broken.reload')}
          </Button>
        </div>
      </div>
    </main>
  );
}
