/** What can be done with the chosen notes. There while some are chosen. */
import { useEffect } from 'react';
import { endsOf } from '../../shared/board/links.ts';
import type { NoteId } from '../../shared/ids.ts';
import { areasOf } from '../../shared/template/kinds.ts';
import { areaTitle } from '../../shared/template/texts.ts';
import { chosen } from '../board/actions.ts';
import { isBringingClosed } from '../board/focus.ts';
import { hasLinks } from '../board/links.ts';
import { useStore } from '../board/store.ts';
import { type Translate, useText } from '../i18n/text.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { type ActionGroup, ActionMenu } from './ActionMenu.tsx';
import { type ListContents, useList } from './list-context.ts';
import { themeActions } from './note-menu.ts';
import styles from './SelectionBar.module.css';

export function SelectionBar() {
  const t = useText();
  const list = useList();
  const { session, mayWrite, deeds, onBring, setNaming } = list;
  const selection = useStore(session.selection);
  const cohort = useStore(session.cohort);
  useEffect(() => session.setPresence('selection', selection), [session, selection]);
  if (!mayWrite || selection.length === 0) return null;
  const isGroup = session.board.kind === 'group-iceberg';
  const clear = (): void => session.selection.set([]);
  return (
    <section className={styles.bar} aria-label={t('list.selection.label')}>
      <p className={styles.count} role="status">
        {t('list.selection.count', { count: selection.length })}
      </p>
      {isGroup ? (
        <Button look="primary" icon="theme" onClick={() => setNaming(deeds.makeTheme(selection))}>
          {t('list.selection.newTheme')}
        </Button>
      ) : null}
      {onBring && !isBringingClosed(cohort.call) ? (
        <Button look="primary" icon="bring" onClick={() => onBring(selection)}>
          {t('list.note.bring')}
        </Button>
      ) : null}
      <ActionMenu label={t('common.more')} groups={() => selectionMenu(list, t)} />
      <IconButton icon="close" label={t('list.selection.clear')} onClick={clear} />
    </section>
  );
}

function selectionMenu(list: ListContents, t: Translate): ActionGroup[] {
  const { session, deeds, language } = list;
  const ids = session.selection.get();
  const notes = chosen(session, ids);
  const [one, other, ...more] = notes;
  const canLink = one && other && more.length === 0 && hasLinks(session) && endsOf(session.board.kind, one, other);
  return [
    {
      key: 'link',
      actions: canLink
        ? [{ key: 'link', label: t('method.link.join'), icon: 'link', run: () => deeds.link(one.id, other.id) }]
        : [],
    },
    {
      key: 'stack',
      actions:
        other && session.board.kind === 'group-iceberg'
          ? [{ key: 'stack', label: t('list.selection.stack'), icon: 'copy', run: () => void stackNow(list, ids) }]
          : [],
    },
    {
      key: 'move',
      label: t('list.selection.move'),
      actions: areasOf(session.board.kind).map((area) => ({
        key: area,
        label: areaTitle(area, language),
        icon: 'forward',
        run: () => deeds.move(ids, area),
      })),
    },
    {
      key: 'theme',
      label: t('list.selection.theme'),
      actions: themeActions(list, notes, t),
    },
    {
      key: 'remove',
      actions: [
        {
          key: 'remove',
          label: t('list.selection.remove'),
          icon: 'trash',
          danger: true,
          run: () => deeds.remove(ids),
        },
      ],
    },
  ];
}

const stackNow = async ({ session }: ListContents, ids: readonly NoteId[]): Promise<void> =>
  (await import('./stack-chosen.ts')).stackChosen(session, ids);
