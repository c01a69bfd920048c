/** The dock (*muelle*): the organisations' boards beside the group iceberg, to drag onto it or to bring with a button. Knows no canvas and no server. */
import type { PointerEvent } from 'react';
import type { Note } from '../../shared/board/note.ts';
import type { BoardId } from '../../shared/ids.ts';
import type { Language } from '../../shared/language.ts';
import { LAYER_IDS } from '../../shared/template/kinds.ts';
import { areaTitle } from '../../shared/template/texts.ts';
import type { BoardSession } from '../board/session.ts';
import { type Store, useStore, writable } from '../board/store.ts';
import { useText } from '../i18n/text.ts';
import { areaTone } from '../list/tones.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { BoardThumbnail } from './BoardThumbnail.tsx';
import styles from './Dock.module.css';
import { type DockEntry, dockEntries } from './dock-entries.ts';
import { useBoardDrag } from './use-board-drag.ts';

interface DockProps {
  /** Of the group iceberg: whose cohort and which person. */
  readonly session: BoardSession;
  readonly language: Language;
  /** Sessions of the boards this viewer may open, for the live thumbnails. */
  readonly open: ReadonlyMap<BoardId, BoardSession>;
  /** Same thing as a drop, for phones and keyboards. */
  readonly onBring: (board: BoardId) => void;
  /** Dropped at a place of the window. */
  readonly onDrop: (board: BoardId, clientX: number, clientY: number) => void;
  readonly onOpen?: ((board: BoardId) => void) | undefined;
}

export function Dock({ session, language, open, onBring, onDrop, onOpen }: DockProps) {
  const t = useText();
  const cohort = useStore(session.cohort);
  const entries = dockEntries(cohort, session.me);
  const canBring = entries.some((entry) => entry.right === 'write');
  return (
    <section className={styles.dock} aria-label={t('panels.dock.title')}>
      <h2 className={styles.title}>{t('panels.dock.title')}</h2>
      {canBring ? <p className={styles.hint}>{t('panels.dock.hint')}</p> : null}
      {entries.length === 0 ? <p className={styles.hint}>{t('panels.dock.empty')}</p> : null}
      <ul className={styles.boards}>
        {entries.map((entry) => (
          <DockBoard
            key={entry.board.id}
            entry={entry}
            language={language}
            session={open.get(entry.board.id) ?? null}
            onBring={onBring}
            onDrop={onDrop}
            onOpen={onOpen}
          />
        ))}
      </ul>
    </section>
  );
}

interface DockBoardProps extends Pick<DockProps, 'language' | 'onBring' | 'onDrop' | 'onOpen'> {
  readonly entry: DockEntry;
  readonly session: BoardSession | null;
}

const NO_NOTES: Store<readonly Note[] | null> = writable<readonly Note[] | null>(null);

function DockBoard({ entry, session, language, onBring, onDrop, onOpen }: DockBoardProps) {
  const t = useText();
  const { board, name, acronym, right } = entry;
  const notes = useStore<readonly Note[] | null>(session && right !== 'none' ? session.notes : NO_NOTES);
  const drag = useBoardDrag((x, y) => onDrop(board.id, x, y));
  const mayBring = right === 'write';
  // A mouse may take the card anywhere; a finger takes it by its picture, elsewhere it scrolls the dock.
  const dragIf = (isMouse: boolean) => (event: PointerEvent<HTMLElement>) => {
    if (mayBring && (event.pointerType === 'mouse') === isMouse) drag.start(event);
  };
  const [whole, stamp] = [dragIf(true), dragIf(false)];
  return (
    <li className={mayBring ? styles.board : `${styles.board} ${styles.closed}`} data-board={board.id}>
      <div className={mayBring ? `${styles.top} ${styles.loose}` : styles.top} onPointerDown={whole}>
        <div
          className={mayBring ? `${styles.stamp} ${styles.grip}` : styles.stamp}
          title={mayBring ? t('panels.dock.drag', { name }) : undefined}
          onPointerDown={stamp}
        >
          <BoardThumbnail notes={notes} />
        </div>
        <div className={styles.words}>
          <h3 title={name}>{name}</h3>
          <Counts entry={entry} language={language} />
        </div>
        {onOpen && right !== 'none' ? (
          <IconButton icon="forward" label={t('panels.dock.open', { name })} onClick={() => onOpen(board.id)} />
        ) : null}
      </div>
      {mayBring ? (
        <Button
          look="secondary"
          icon="bring"
          wide
          aria-label={t('panels.dock.bringOf', { name })}
          onClick={() => onBring(board.id)}
        >
          {t('panels.dock.bring')}
        </Button>
      ) : null}
      {drag.isDragging ? (
        <div ref={drag.ghost} className={styles.ghost} aria-hidden="true">
          <BoardThumbnail notes={notes} />
          <strong>{acronym}</strong>
        </div>
      ) : null}
    </li>
  );
}

/** Four numbers on the colours of their layers; only for those who may know them. */
function Counts({ entry, language }: { entry: DockEntry; language: Language }) {
  const t = useText();
  const { counts, right } = entry;
  if (counts === null) return <p className={styles.soft}>{t('panels.dock.noCounts')}</p>;
  return (
    <>
      <ul className={styles.counts}>
        {LAYER_IDS.map((layer) => {
          const { ground, ink } = areaTone(layer);
          const title = areaTitle(layer, language);
          return (
            <li key={layer} style={{ backgroundColor: ground, color: ink }} title={title}>
              <span aria-hidden="true">{counts[layer] ?? 0}</span>
              <span className="visually-hidden">
                {t('panels.dock.count', { area: title, count: counts[layer] ?? 0 })}
              </span>
            </li>
          );
        })}
      </ul>
      {right === 'none' ? <p className={styles.soft}>{t('panels.dock.closed')}</p> : null}
    </>
  );
}
