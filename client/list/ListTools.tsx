/** Undo, redo and what concerns the whole list: arranging, choosing all, bringing. Draws nothing for those who only read. */
import { useSyncExternalStore } from 'react';
import { bulkOffers, hasBulks, watchBulks } from '../board/bulk.ts';
import { wordsFor } from '../board/bulk-words.ts';
import { useStore } from '../board/store.ts';
import { useText } from '../i18n/text.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { type Action, type ActionGroup, ActionMenu } from './ActionMenu.tsx';
import styles from './ListTools.module.css';
import { useList } from './list-context.ts';
import { canBring } from './note-menu.ts';

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
  const isIceberg = canBring(session) && onBring !== undefined;
  return (
    <div role="toolbar" aria-label={t('list.tools')} className={narrow ? styles.small : styles.tools}>
      <IconButton icon="undo" label={t('common.undo')} disabled={!canUndo} onClick={deeds.undo} />
      <IconButton icon="redo" label={t('common.redo')} disabled={!canRedo} onClick={deeds.redo} />
      {narrow ? (
        <ActionMenu label={t('list.tools')} groups={() => [{ key: 'all', actions }, bulk()]} />
      ) : (
        actions
          .filter((action) => action.key !== 'bring')
          .map((action) => (
            <Button key={action.key} look="quiet" icon={action.icon} onClick={action.run}>
              {action.label}
            </Button>
          ))
      )}
      {narrow ? null : <BulkButton groups={bulk} />}
      {isIceberg && !narrow ? (
        <Button look="primary" icon="bring" onClick={() => onBring(session.selection.get())}>
          {t('list.note.bring')}
        </Button>
      ) : null}
    </div>
  );
}

/** The large changes that can be taken back now; asked when a menu opens. */
function useBulkActions(): () => ActionGroup {
  const t = useText();
  const { session, deeds, language } = useList();
  return () => ({
    key: 'bulk',
    label: t('method.bulk.title'),
    actions: bulkOffers(session).map((offer) => ({
      key: offer.slot,
      label: wordsFor(session, offer, language, Date.now(), t),
      icon: 'history',
      run: () => deeds.undoBulk(offer),
    })),
  });
}

/** There while the board knows of a large change. */
function BulkButton({ groups }: { groups: () => ActionGroup }) {
  const t = useText();
  const { session } = useList();
  const read = (): boolean => hasBulks(session);
  const isKnown = useSyncExternalStore((listener) => watchBulks(session, listener), read, read);
  if (!isKnown) return null;
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
  if (!canBring(session) || !onBring) return [choose];
  return [
    { key: 'bring', label: t('list.note.bring'), icon: 'bring', run: () => onBring(session.selection.get()) },
    choose,
  ];
}
