/** Steps of the call that are asked twice: another phase, the end, the next call of the cohort. */
import { useState } from 'react';
import { type PresetId, phaseTexts } from '../../../shared/cohort/agenda.ts';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { PresetChoice } from '../agenda/PresetChoice.tsx';
import { presetOptionsFor } from '../agenda/preset-options.ts';
import { usePanel } from './panel-context.ts';
import { useMove } from './use-move.ts';

export function GoDialog({ phase: id, onClose }: { phase: string; onClose: () => void }) {
  const t = useText();
  const { cohort, language } = usePanel();
  const { go } = useMove();
  const phase = cohort.call.agenda.find((one) => one.id === id);
  if (!phase) return null;
  return (
    <Dialog title={t('panel.goTitle', { title: phaseTexts(phase, language).title })} onClose={onClose}>
      <p>{t('panel.goBody', { minutes: phase.minutes })}</p>
      <div className="dialog__actions">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button
          look="primary"
          icon="forward"
          onClick={() => {
            go(phase);
            onClose();
          }}
        >
          {t('panel.go')}
        </Button>
      </div>
    </Dialog>
  );
}

export function CloseDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { deeds } = usePanel();
  const close = async (): Promise<void> => {
    if (await deeds.conduct({ do: 'close' }, t('panel.closed'))) onClose();
  };
  return (
    <Dialog title={t('panel.closeTitle')} onClose={onClose}>
      <p>{t('panel.closeBody')}</p>
      <div className="dialog__actions">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button look="primary" icon="flag" disabled={deeds.busy} onClick={() => void close()}>
          {t('panel.closeCall')}
        </Button>
      </div>
    </Dialog>
  );
}

/** The second call of «Dos llamadas» follows its first by itself. */
export function NewSessionDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { cohort, deeds, language } = usePanel();
  const session = cohort.call.session + 1;
  const [preset, setPreset] = useState<PresetId>(cohort.call.preset);
  const make = async (): Promise<void> => {
    if (await deeds.conduct({ do: 'new-session', preset })) onClose();
  };
  return (
    <Dialog title={t('panel.newSessionTitle')} onClose={onClose}>
      <p>{t('panel.newSessionBody', { session })}</p>
      <PresetChoice value={preset} onChange={setPreset} options={presetOptionsFor(session, language, t)} />
      <div className="dialog__actions">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button look="primary" icon="plus" disabled={deeds.busy} onClick={() => void make()}>
          {t('panel.newSessionDo')}
        </Button>
      </div>
    </Dialog>
  );
}
