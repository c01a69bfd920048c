/** What is always at hand, whatever the phase: gathering everybody, pausing, copies, notes, messages, the room's view, undoing. */
import type { BoardEntry, Cohort } from '../../../shared/cohort/document.ts';
import type { BoardId } from '../../../shared/ids.ts';
import { useText } from '../../i18n/text.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { Menu } from '../../ui/Menu.tsx';
import styles from './Panel.module.css';
import { usePanel } from './panel-context.ts';
import { RoomMenu } from './RoomTools.tsx';
import { saveCopy } from './save-copy.ts';

export function Toolbar() {
  const t = useText();
  const panel = usePanel();
  const { cohort, open } = panel;
  const paused = cohort.call.paused.length;
  const isClosed = cohort.call.status === 'closed';
  return (
    <div role="toolbar" aria-label={t('common.more')} className={styles.toolbar}>
      <Gather />
      <Tool
        icon="lock"
        word={paused > 0 ? t('panel.frozen', { count: paused }) : t('panel.freezeShort')}
        label={paused > 0 ? `${t('panel.frozen', { count: paused })}: ${t('panel.freeze')}` : t('panel.freeze')}
        isOn={paused > 0}
        disabled={isClosed}
        onClick={() => open({ kind: 'freeze' })}
      />
      <Tool
        icon="archive"
        word={t('panel.copy')}
        label={t('panel.copyLong')}
        disabled={isClosed}
        onClick={() => void saveCopy(panel, t)}
      />
      <Tool icon="note" word={t('panel.quickNote')} disabled={isClosed} onClick={() => open({ kind: 'note' })} />
      <Tool icon="message" word={t('panel.message')} onClick={() => open({ kind: 'message', to: null })} />
      <Tool
        icon="undo"
        word={t('panel.undoShort')}
        label={t('panel.undoBulk')}
        disabled={isClosed}
        onClick={() => open({ kind: 'undo' })}
      />
      <RoomMenu />
      <Tool
        icon="calendar"
        word={t('panel.agenda.title')}
        label={t('panel.agenda.edit')}
        onClick={() => open({ kind: 'agenda' })}
      />
    </div>
  );
}

interface ToolProps {
  readonly icon: IconName;
  readonly word: string;
  /** The whole name, when the word is only a part of it. */
  readonly label?: string;
  readonly isOn?: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

function Tool({ icon, word, label, isOn = false, disabled, onClick }: ToolProps) {
  return (
    <button
      type="button"
      className={styles.tool}
      data-on={isOn || undefined}
      aria-label={label}
      title={label ?? word}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} size={18} />
      {word}
    </button>
  );
}

/** Boards of everybody that people can be sent to. */
export const sharedBoards = (cohort: Cohort): BoardEntry[] =>
  cohort.boards.filter((one) => one.organisation === null && one.kind !== 'panel' && one.title === '');

function Gather() {
  const t = useText();
  const { cohort, deeds, titleOf } = usePanel();
  const gather = (board: BoardId | null): void => void deeds.conduct({ do: 'gather', board }, t('panel.brought'));
  if (cohort.call.status !== 'running') return null;
  return (
    <Menu
      label={t('panel.bringAll')}
      buttonClass={styles.tool}
      align="left"
      button={
        <>
          <Icon name="group" size={18} />
          {t('panel.bringAllShort')}
        </>
      }
    >
      {(close) =>
        [null, ...sharedBoards(cohort)].map((board) => (
          <button
            key={board?.id ?? 'phase'}
            type="button"
            className="menu__one"
            onClick={() => {
              gather(board?.id ?? null);
              close();
            }}
          >
            {board ? t('panel.bringTo', { title: titleOf(board) }) : t('panel.bringPhase')}
          </button>
        ))
      }
    </Menu>
  );
}
