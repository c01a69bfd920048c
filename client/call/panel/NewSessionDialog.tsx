/** *Nueva sesión*: the next call of the cohort, its day and hour, and its agenda. The second of «Dos llamadas» follows by itself. */
import { type FormEvent, useState } from 'react';
import type { PresetId } from '../../../shared/cohort/agenda.ts';
import { useText } from '../../i18n/text.ts';
import { dayOf } from '../../panels/file-name.ts';
import { serverClock } from '../../sync/server-clock.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { PresetChoice } from '../agenda/PresetChoice.tsx';
import { presetOptionsFor } from '../agenda/preset-options.ts';
import styles from './Attention.module.css';
import { usePanel } from './panel-context.ts';

export function NewSessionDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { cohort, deeds, language } = usePanel();
  const session = cohort.call.session + 1;
  const [preset, setPreset] = useState<PresetId>(cohort.call.preset);
  const [date, setDate] = useState(() => dayOf(new Date(serverClock.now())));
  const [time, setTime] = useState(cohort.meta.time);
  const [tried, setTried] = useState(false);
  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (date !== '' && (await deeds.conduct({ do: 'new-session', preset, date, time }))) onClose();
  };
  return (
    <Dialog title={t('panel.newSessionTitle')} onClose={onClose}>
      <form className={styles.session} onSubmit={(event) => void make(event)} noValidate>
        <p>{t('panel.newSessionBody', { session })}</p>
        <div className="form__row form__row--wide">
          <TextField
            label={t('pages.create.date')}
            type="date"
            value={date}
            onChange={setDate}
            error={tried && date === '' ? t('pages.create.needDate') : null}
          />
          <TextField
            label={t('pages.create.time')}
            hint={t('pages.create.timeHint')}
            optional
            type="time"
            value={time}
            onChange={setTime}
          />
        </div>
        <PresetChoice value={preset} onChange={setPreset} options={presetOptionsFor(session, language, t)} />
        <div className="dialog__actions">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" icon="plus" disabled={deeds.busy}>
            {t('panel.newSessionDo')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
