/** Undo, redo and what concerns the whole list: arranging, choosing all, bringing. Draws nothing for those who only read. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { hasBulks, watchBulks } from '../board/bulk.ts';
import { useStore } from '../board/store.ts';
import { useText } from '../i18n/text.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { type Action, type ActionGroup, ActionMenu } from './ActionMenu.tsx';
import type { bulkActions } from './bulk-actions.ts';
import styles from './ListTools.module.css';
import { useList } from './list-context.ts';

export function ListTools({ narrow }: { narrow: boolean }) {
  const t = useText();
  const { session, deeds, mayWrite, onBring } = useList();
  const { undo } = session;
  const canUndo = useSyncExternalStore(undo.subscribe, undo.canUndo, undo.canUndo);
  const canRedo = useSyncExternalStore(undo.subscribe, undo.canRedo, undo.canRedo);
  const actions = useToolActions();
  const isReading = useStore(session.cohort).call.reading && session.board.kind === 'group-iceberg';
  const bulk = useBulkActions();
  if (!mayWrite) {
    if (narrow && !isReading) return null;
    return <p className={narrow ? styles.why : styles.readOnly}>{t(isReading ? 'method.reading' : 'list.readOnly')}</p>;
  }
  return (
    <div role="toolbar" aria-label={t('list.tools')} className={narrow ? styles.small : styles.tools}>
      <IconButton icon="undo" label={t('common.undo')} disabled={!canUndo} onClick={deeds.undo} />
      <IconButton icon="redo" label={t('common.redo')} disabled={!canRedo} onClick={deeds.redo} />
      {narrow ? (
        <ActionMenu label={t('list.tools')} groups={() => [{ key: 'all', actions }, ...(bulk ? [bulk()] : [])]} />
      ) : (
        actions
          .filter((action) => action.key !== 'bring')
          .map((action) => (
            <Button key={action.key} look="quiet" icon={action.icon} onClick={action.run}>
              {action.label}
            </Button>
          ))
      )}
      {narrow || !bulk ? null : <BulkButton groups={bulk} />}
      {onBring && !narrow ? (
        <Button look="primary" icon="bring" onClick={() => onBring(session.selection.get())}>
          {t('list.note.bring')}
        </Button>
      ) : null}
    </div>
  );
}

/** The large changes that can be taken back now, asked when a menu opens; null while the board knows of none. */
function useBulkActions(): (() => ActionGroup) | null {
  const t = useText();
  const { session, language } = useList();
  const read = (): boolean => hasBulks(session);
  const isKnown = useSyncExternalStore((listener) => watchBulks(session, listener), read, read);
  const [offered, setOffered] = useState<{ readonly actions: typeof bulkActions }>();
  useEffect(() => {
    if (isKnown && !offered)
      import('./bulk-actions.ts').then((part) => setOffered({ actions: part.bulkActions }), NO_LINE);
  }, [isKnown, offered]);
  if (!isKnown || !offered) return null;
  return () => ({
    key: 'bulk',
    label: t('method.bulk.title'),
    actions: offered.actions(session, language, t),
  });
}
/** Asked again with the next large change. */
const NO_LINE = (): void => undefined;

function BulkButton({ groups }: { groups: () => ActionGroup }) {
  const t = useText();
  const none: ActionGroup = {
    key: 'none',
    actions: [{ key: 'none', label: t('method.bulk.none'), disabled: true, run: () => undefined }],
  };
  return (
    <ActionMenu
      label={t('method.bulk.title')}
      className="button button--quiet"
      groups={() => [groups(), ...(groups().actions.length === 0 ? [none] : [])]}
    >
      <Icon name="history" /> {t('method.bulk.title')}
    </ActionMenu>
  );
}

function useToolActions(): Action[] {
  const t = useText();
  const { session, deeds, onBring } = useList();
  const choose: Action = {
    key: 'all',
    label: t('list.selection.all'),
    icon: 'check',
    run: () => session.selection.set(session.notes.get().map((note) => note.id)),
  };
  if (session.board.kind === 'group-iceberg')
    return [
      { key: 'themes', label: t('list.theme.byTheme'), icon: 'theme', run: () => void deeds.arrange('themes') },
      {
        key: 'orgs',
        label: t('list.theme.byOrganisation'),
        icon: 'people',
        run: () => void deeds.arrange('organisations'),
      },
      choose,
    ];
  if (!onBring) return [choose];
  return [
    { key: 'bring', label: t('list.note.bring'), icon: 'bring', run: () => onBring(session.selection.get()) },
    choose,
  ];
}
