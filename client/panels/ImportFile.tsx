/** Opening a board file: pick it, see what is in it, say where it shall go. Refusals say what is wrong with the file. */
import { type ChangeEvent, useRef, useState } from 'react';
import type { RestorePlace } from '../../shared/api.ts';
import type { BoardId } from '../../shared/ids.ts';
import type { Outcome } from '../board/session.ts';
import { useText } from '../i18n/text.ts';
import { Button } from '../ui/Button.tsx';
import { type ReadFile, readBoardFile } from './board-file.ts';
import styles from './DownloadMenu.module.css';
import { refusalKey } from './refusal-key.ts';

/** Answers with the board the file is in now. */
export type ImportJson = (
  snapshot: unknown,
  as: RestorePlace,
) => Promise<Outcome<{ readonly board: { readonly id: BoardId } }>>;

interface ImportFileProps {
  readonly importJson: ImportJson;
  readonly onOpenBoard: (board: BoardId) => void;
}

type Told = { readonly text: string; readonly bad: boolean; readonly made?: BoardId };

/** The question comes under what is already there: it must be seen. */
const toSight = (element: HTMLElement | null): void => element?.scrollIntoView?.({ block: 'nearest' });

export function ImportFile({ importJson, onOpenBoard }: ImportFileProps) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<Extract<ReadFile, { ok: true }> | null>(null);
  const [told, setTold] = useState<Told | null>(null);

  const onPick = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const [picked] = event.target.files ?? [];
    if (!picked) return;
    const read = await readBoardFile(picked);
    setFile(read.ok ? read : null);
    setTold(read.ok ? null : { text: t(`panels.download.refused.${read.why}`, { at: read.at }), bad: true });
    if (input.current) input.current.value = '';
  };
  const open = async (as: RestorePlace): Promise<void> => {
    if (!file) return;
    const outcome = await importJson(file.snapshot, as);
    setFile(null);
    setTold(
      outcome.ok
        ? { text: t('panels.download.imported'), bad: false, ...(as === 'new-board' && { made: outcome.board.id }) }
        : { text: t(refusalKey(outcome.why)), bad: true },
    );
  };

  const made = told?.made;

  return (
    <div className={styles.import}>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        hidden
        aria-label={t('panels.download.import')}
        onChange={(event) => void onPick(event)}
      />
      <Button icon="upload" wide onClick={() => input.current?.click()}>
        {t('panels.download.import')}
      </Button>
      {file ? (
        <fieldset ref={toSight} className={styles.choice} aria-label={t('panels.download.importAs')}>
          <p>{t('panels.download.chosen', { name: file.name, notes: t('common.notes', { count: file.notes }) })}</p>
          <Button look="primary" wide onClick={() => void open('new-board')}>
            {t('panels.download.newBoard')}
          </Button>
          <Button wide onClick={() => void open('in-place')}>
            {t('panels.download.inPlace')}
          </Button>
          <p className={styles.soft}>{t('panels.download.inPlaceHint')}</p>
        </fieldset>
      ) : null}
      <p role="status" className={told?.bad ? styles.bad : styles.news}>
        {told?.text}
      </p>
      {made ? (
        <Button look="primary" icon="forward" wide onClick={() => onOpenBoard(made)}>
          {t('panels.copies.open')}
        </Button>
      ) : null}
    </div>
  );
}
