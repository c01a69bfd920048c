/** *Nota rápida*: what the group says and nobody types, on a board that everybody shares. */
import { type FormEvent, useState } from 'react';
import { isNotesBoard } from '../../../shared/cohort/document.ts';
import { TEXT } from '../../../shared/limits.ts';
import { type AreaId, areasOf } from '../../../shared/template/kinds.ts';
import { areaTitle } from '../../../shared/template/texts.ts';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './Attention.module.css';
import { usePanel } from './panel-context.ts';
import { sharedBoards } from './Toolbar.tsx';

export function QuickNoteDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { cohort, deeds, language, titleOf } = usePanel();
  const boards = sharedBoards(cohort).filter(isNotesBoard);
  const group = boards.find(({ kind }) => kind === 'group-iceberg');
  const [chosen, setChosen] = useState<string>((group ?? boards[0])?.id ?? '');
  const [area, setArea] = useState<AreaId>(cohort.call.layers.current);
  const [text, setText] = useState('');
  const board = boards.find(({ id }) => id === chosen);
  const areas = board ? areasOf(board.kind) : [];
  const place = areas.includes(area) ? area : areas[0];
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!board || !place || text.trim() === '') return;
    const added = await deeds.ask(deeds.api.quickNote(board.id, text, place));
    if (!added) return;
    deeds.tell(t('panel.quickNoteDone', { title: titleOf(board) }));
    onClose();
  };
  return (
    <Dialog title={t('panel.quickNote')} onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void add(event)}>
        <p className={styles.hint}>{t('panel.quickNoteBody')}</p>
        <TextField
          label={t('panel.quickNoteText')}
          value={text}
          onChange={setText}
          rows={3}
          maxLength={TEXT.note}
          autoFocus
        />
        <Select
          label={t('panel.quickNoteBoard')}
          value={chosen}
          onChange={setChosen}
          options={boards.map((one) => ({ value: one.id, label: titleOf(one) }))}
        />
        {areas.length > 1 && (
          <Select
            label={t('panel.quickNoteArea')}
            value={place ?? ''}
            onChange={(value) => setArea(areas.find((one) => one === value) ?? area)}
            options={areas.map((one) => ({ value: one, label: areaTitle(one, language) }))}
          />
        )}
        <div className="dialog__actions">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" icon="plus" disabled={deeds.busy || text.trim() === ''}>
            {t('panel.quickNoteDo')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
