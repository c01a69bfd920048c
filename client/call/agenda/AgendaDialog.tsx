/** The agenda in a window of its own: over the panel during the call, over the cohort's page before it. */
import type { Cohort } from '../../../shared/cohort/document.ts';
import { useText } from '../../i18n/text.ts';
import type { Seat } from '../../sync/seats.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './Agenda.module.css';
import { AgendaEditor } from './AgendaEditor.tsx';
import '../../i18n/later.ts';

export default function AgendaDialog({ cohort, seat, onClose }: { cohort: Cohort; seat: Seat; onClose: () => void }) {
  const t = useText();
  return (
    <Dialog title={t('panel.agenda.title')} onClose={onClose} className={`dialog ${styles.window}`}>
      <AgendaEditor cohort={cohort} seat={seat} onSaved={onClose} />
    </Dialog>
  );
}
