/** Whether what was written is safe, and where. *Guardado* only when it is on the server's disk. */
import type { SyncState } from '../board/session.ts';
import { useText } from '../i18n/text.ts';
import type { TextKey } from '../i18n/words.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';

type Shown = readonly [IconName, TextKey, 'good' | 'busy' | 'warn' | 'bad'];

function shownOf(sync: SyncState): Shown {
  switch (sync.kind) {
    case 'loading':
      return ['refresh', 'sync.loading', 'busy'];
    case 'synced':
      return ['check', 'sync.synced', 'good'];
    case 'saving':
      return ['cloud', 'sync.saving', 'busy'];
    case 'offline':
      if (sync.unsent === 0) return ['cloud-off', 'sync.offlineShort', 'warn'];
      return sync.kept ? ['device', 'sync.here', 'warn'] : ['warning', 'sync.windowOnly', 'bad'];
    case 'server-trouble':
      return ['warning', `sync.trouble.${sync.why}`, 'bad'];
    case 'refused':
      return ['lock', 'sync.refused', 'bad'];
  }
}

export function SyncBadge({ sync }: { sync: SyncState }) {
  const t = useText();
  const [icon, text, tone] = shownOf(sync);
  const unsent = sync.kind === 'offline' ? sync.unsent : 0;
  return (
    <span className={`sync sync--${tone}`} role="status" data-sync={sync.kind}>
      <Icon name={icon} size={18} />
      <span className="sync__words">{t(text)}</span>
      {unsent > 0 && <span className="sync__unsent"> {t('sync.unsent', { count: unsent })}</span>}
    </span>
  );
}
