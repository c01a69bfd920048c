/** Whether what was written is safe, and where. *Guardado* only when it is on the server's disk. */
import type { SyncState } from '../board/session.ts';
import { useText } from '../i18n/text.ts';
import type { TextKey } from '../i18n/words.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';

type Shown = readonly [IconName, TextKey, 'good' | 'busy' | 'warn' | 'bad'];
const SHOWN: Readonly<Record<SyncState['kind'], Shown>> = {
  loading: ['refresh', 'pages.sync.loading', 'busy'],
  synced: ['check', 'pages.sync.synced', 'good'],
  saving: ['cloud', 'pages.sync.saving', 'busy'],
  offline: ['cloud-off', 'pages.sync.offlineShort', 'warn'],
  'server-trouble': ['warning', 'pages.sync.troubleShort', 'bad'],
  refused: ['lock', 'pages.sync.refused', 'bad'],
};

export function SyncBadge({ sync }: { sync: SyncState }) {
  const t = useText();
  const [icon, text, tone] = SHOWN[sync.kind];
  const unsent = sync.kind === 'offline' ? sync.unsent : 0;
  return (
    <span className={`sync sync--${tone}`} role="status" data-sync={sync.kind}>
      <Icon name={icon} size={18} />
      <span className="sync__words">{t(text)}</span>
      {unsent > 0 && <span className="sync__unsent">· {t('pages.sync.unsent', { count: unsent })}</span>}
    </span>
  );
}
