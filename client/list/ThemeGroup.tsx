/** The notes of one theme in one layer, or those without a theme, under their heading. The heading can be written in place. */
import { type ReactNode, useCallback } from 'react';
import type { Theme } from '../../shared/board/themes.ts';
import { themeTitleAt } from '../../shared/board/themes.ts';
import { TEXT } from '../../shared/limits.ts';
import type { AreaId } from '../../shared/template/kinds.ts';
import { themeTone } from '../../shared/template/tones.ts';
import { useStore } from '../board/store.ts';
import type { Translate } from '../i18n/text.ts';
import { useText } from '../i18n/text.ts';
import { type ActionGroup, ActionMenu } from './ActionMenu.tsx';
import { type ListContents, useList } from './list-context.ts';
import { NoteCard } from './NoteCard.tsx';
import { Writers } from './NoteMarks.tsx';
import type { Group } from './outline.ts';
import { SharedTextField } from './SharedTextField.tsx';
import styles from './ThemeGroup.module.css';

interface ThemeGroupProps {
  readonly area: AreaId;
  readonly group: Group;
  /** False where there are no themes at all: then the notes need no heading of their own. */
  readonly titled: boolean;
  /** What comes after the last note. */
  readonly children?: ReactNode;
}

export function ThemeGroup({ area, group, titled, children }: ThemeGroupProps) {
  const { session } = useList();
  const selection = useStore(session.selection);
  const focusComposer = useCallback(
    () => document.querySelector<HTMLElement>(`[data-composer="${area}"]`)?.focus(),
    [area],
  );
  return (
    <div className={titled ? styles.theme : undefined}>
      {titled ? <GroupHead area={area} group={group} /> : null}
      <ul className={styles.notes}>
        {group.notes.map((note) => (
          <NoteCard key={note.id} note={note} isSelected={selection.includes(note.id)} onNext={focusComposer} />
        ))}
        {children ? <li className={styles.after}>{children}</li> : null}
      </ul>
    </div>
  );
}

function GroupHead({ area, group }: { area: AreaId; group: Group }) {
  const t = useText();
  const { theme, number, notes } = group;
  const tone = themeTone(number);
  if (!theme)
    return (
      <div className={styles.head}>
        <h3 className={styles.title}>{t('list.loose')}</h3>
        <span className={styles.count}>{notes.length}</span>
      </div>
    );
  return (
    <div className={styles.head} style={{ backgroundColor: tone.light, color: '#13233A' }}>
      <span className={styles.number} style={{ backgroundColor: tone.dark }} aria-hidden="true">
        {number}
      </span>
      <ThemeTitle theme={theme} number={number} area={area} />
      <span className={styles.count}>{t('common.notes', { count: notes.length })}</span>
      <ThemeMenu theme={theme} area={area} />
    </div>
  );
}

function ThemeTitle({ theme, number, area }: { theme: Theme; number: number; area: AreaId }) {
  const t = useText();
  const { session, naming, setNaming } = useList();
  const text = themeTitleAt(session.doc, theme.id);
  const title = theme.title.trim() || t('list.theme.untitled');
  const isOpen = naming?.theme === theme.id && naming.area === area;
  return (
    <h3 className={styles.title} aria-label={t('list.theme.heading', { number, title })}>
      {isOpen && text ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: leaving the field ends the renaming
        <span onBlur={() => setNaming(null)}>
          <SharedTextField
            session={session}
            text={text}
            presence={`theme:${theme.id}`}
            label={t('list.theme.title')}
            placeholder={t('list.theme.prompt')}
            maxLength={TEXT.themeTitle}
            className={styles.field}
            autoFocus
          />
        </span>
      ) : (
        title
      )}
      <Writers presence={`theme:${theme.id}`} />
    </h3>
  );
}

function ThemeMenu({ theme, area }: { theme: Theme; area: AreaId }) {
  const t = useText();
  const list = useList();
  if (!list.mayWrite && !list.onReadTheme) return null;
  const title = theme.title.trim() || t('list.theme.untitled');
  return <ActionMenu label={t('list.theme.menu', { title })} groups={() => themeMenu(list, theme, area, t)} />;
}

function themeMenu(list: ListContents, theme: Theme, area: AreaId, t: Translate): ActionGroup[] {
  const { session, onReadTheme, deeds, setNaming, mayWrite } = list;
  const read: ActionGroup = {
    key: 'read',
    actions: onReadTheme
      ? [{ key: 'read', label: t('list.theme.read'), icon: 'eye', run: () => onReadTheme(theme.id) }]
      : [],
  };
  if (!mayWrite) return [read];
  const others = session.themes.get().filter((other) => other.id !== theme.id);
  return [
    read,
    {
      key: 'name',
      actions: [
        { key: 'rename', label: t('list.theme.rename'), icon: 'pen', run: () => setNaming({ theme: theme.id, area }) },
      ],
    },
    {
      key: 'merge',
      label: t('list.theme.merge'),
      actions: others.map((other) => ({
        key: other.id,
        label: t('list.theme.mergeWith', { title: other.title.trim() || t('list.theme.untitled') }),
        icon: 'theme',
        run: () => deeds.merge(other, theme.id),
      })),
    },
    {
      key: 'dissolve',
      actions: [
        {
          key: 'dissolve',
          label: t('list.theme.dissolve'),
          icon: 'close',
          danger: true,
          run: () => deeds.dissolve(theme.id),
        },
      ],
    },
  ];
}
