/** Steps of the call that are asked twice: another phase, bringing everybody, the end. */
import { useEffect } from 'react';
import { phaseTexts } from '../../../shared/cohort/agenda.ts';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { usePanel } from './panel-context.ts';
import { useMove } from './use-move.ts';

/** Asked by the keys, and by a press on any phase that is not the next one. */
export function GoDialog({ phase: id, onClose }: { phase: string; onClose: () => void }) {
  const t = useText();
  const { cohort, language } = usePanel();
  const { go } = useMove();
  const phase = cohort.call.agenda.find((one) => one.id === id);
  // Somebody else was faster: going there again would only begin its clock anew.
  const isThere = cohort.call.status === 'running' && cohort.call.phase === id;
  useEffect(() => {
    if (isThere) onClose();
  }, [isThere, onClose]);
  if (!phase || isThere) return null;
  return (
    <ConfirmDialog
      title={t('panel.goTitle', { title: phaseTexts(phase, language).title })}
      body={t('panel.goBody', { minutes: phase.minutes })}
      label={t('panel.go')}
      icon="forward"
      onConfirm={() => go(phase)}
      onClose={onClose}
    />
  );
}

export function GatherDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { gather } = useMove();
  return (
    <ConfirmDialog
      title={t('panel.gatherTitle')}
      body={t('panel.gatherBody')}
      label={t('panel.bringAllShort')}
      icon="group"
      onConfirm={gather}
      onClose={onClose}
    />
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
