/** *Pausar el tablero*: all of a kind, a shared one, or those of one organisation. Whoever writes there only reads meanwhile. */
import type { BoardEntry } from '../../../shared/cohort/document.ts';
import type { BoardId } from '../../../shared/ids.ts';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Switch } from '../../ui/Switch.tsx';
import styles from './Attention.module.css';
import { usePanel } from './panel-context.ts';
import { sharedBoards } from './Toolbar.tsx';

const KINDS = ['iceberg', 'value', 'feedback'] as const;
/** Only what people write on can be paused. */
const WRITTEN: readonly BoardEntry['kind'][] = [...KINDS, 'group-iceberg', 'practice', 'closing', 'self-assessment'];

export function FreezeDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { cohort, deeds, titleOf } = usePanel();
  const { paused } = cohort.call;
  const written = cohort.boards.filter(({ kind }) => WRITTEN.includes(kind));
  return (
    <Dialog title={t('panel.freeze')} onClose={onClose}>
      <p className={styles.hint}>{t('panel.freezeBody')}</p>
      {KINDS.map((kind) => (
        <PauseSwitch
          key={kind}
          label={t(`panel.freezeAll.${kind}`)}
          boards={written.filter((board) => board.kind === kind)}
        />
      ))}
      <h3>{t('panel.freezeShared')}</h3>
      {sharedBoards(cohort).map((board) => (
        <PauseSwitch key={board.id} label={titleOf(board)} boards={[board]} />
      ))}
      <details className="aside">
        <summary>{t('panel.freezeOne')}</summary>
        {cohort.organisations.map(({ id, name }) => (
          <PauseSwitch
            key={id}
            label={t('panel.freezeOrganisation', { org: name })}
            boards={written.filter(({ organisation }) => organisation === id)}
          />
        ))}
      </details>
      {paused.length > 0 && (
        <Button wide onClick={() => void deeds.conduct({ do: 'pause', boards: paused, on: false })}>
          {t('panel.unfreezeAll')}
        </Button>
      )}
    </Dialog>
  );
}

function PauseSwitch({ label, boards }: { label: string; boards: readonly BoardEntry[] }) {
  const { cohort, deeds } = usePanel();
  const ids: BoardId[] = boards.map(({ id }) => id);
  const { paused, status } = cohort.call;
  if (ids.length === 0) return null;
  return (
    <Switch
      label={label}
      on={ids.every((id) => paused.includes(id))}
      disabled={deeds.busy || status === 'closed'}
      onChange={(on) => void deeds.conduct({ do: 'pause', boards: ids, on })}
    />
  );
}
