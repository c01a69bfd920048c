/** *Deshacer el último cambio grande* of the group iceberg: that change alone, also after others went on. */
import { useEffect, useState } from 'react';
import { isNotesBoard, type NotesBoard } from '../../../shared/cohort/document.ts';
import { watchBulks } from '../../board/bulk.ts';
import { type BulkOffer, bulkOffers, undoBulkChange } from '../../board/bulk-offers.ts';
import type { BoardSession } from '../../board/session.ts';
import { useStore } from '../../board/store.ts';
import { hourOf } from '../../i18n/dates.ts';
import { useText } from '../../i18n/text.ts';
import { openBoard } from '../../sync/open-board.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import styles from './Attention.module.css';
import { usePanel } from './panel-context.ts';

export function UndoDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { cohort, seat } = usePanel();
  const [session, setSession] = useState<BoardSession | null>(null);
  const [board] = useState(() =>
    cohort.boards.find(
      (one): one is NotesBoard => isNotesBoard(one) && one.kind === 'group-iceberg' && one.title === '',
    ),
  );
  useEffect(() => {
    if (!board) return;
    const opened = openBoard(seat, board);
    setSession(opened.session);
    return () => opened.session.close();
  }, [board, seat]);
  return (
    <Dialog title={t('panel.undoBulk')} onClose={onClose}>
      {session ? <Offer session={session} onClose={onClose} /> : <Spinner label={t('panel.undoLooking')} />}
    </Dialog>
  );
}

function Offer({ session, onClose }: { session: BoardSession; onClose: () => void }) {
  const t = useText();
  const { cohort, deeds, language } = usePanel();
  const isLoaded = useStore(session.loaded);
  const isSynced = useStore(session.sync).kind === 'synced';
  const offer = useOffer(session);
  const [isUndone, setUndone] = useState(false);
  // The board closes with this window: what was undone must be on the server by then.
  useEffect(() => {
    if (isUndone && isSynced) onClose();
  }, [isUndone, isSynced, onClose]);
  if (!isLoaded || !isSynced || isUndone) return <Spinner label={t('panel.undoLooking')} />;
  if (!offer) return <p>{t('panel.undoNone')}</p>;
  const { what, by, at } = offer.record;
  const name = cohort.people.find(({ id }) => id === by)?.name ?? t('method.bulk.somebody');
  const undo = (): void => {
    const undone = undoBulkChange(session, offer);
    if (!undone) return;
    deeds.tell(t('method.bulk.done', { count: undone.restored }));
    setUndone(true);
  };
  return (
    <>
      <p>
        <strong>
          {t(`method.bulk.${what}`, { name, count: offer.standing })}, {hourOf(at, language)}
        </strong>
      </p>
      <p className={styles.hint}>{t('panel.undoBody')}</p>
      <div className="dialog__actions">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button look="primary" icon="undo" onClick={undo}>
          {t('common.undo')}
        </Button>
      </div>
    </>
  );
}

/** The newest large change that can be taken back. */
function useOffer(session: BoardSession): BulkOffer | null {
  const [offer, setOffer] = useState<BulkOffer | null>(null);
  useEffect(() => {
    const look = (): void => setOffer(bulkOffers(session)[0] ?? null);
    look();
    const stop = watchBulks(session, look);
    const stopNotes = session.notes.subscribe(look);
    return () => {
      stop();
      stopNotes();
    };
  }, [session]);
  return offer;
}
