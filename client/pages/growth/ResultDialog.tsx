/** *Llevar al iceberg*: a result as a note, its words suggested and mine to change. */
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Language } from '../../../shared/language.ts';
import { TEXT } from '../../../shared/limits.ts';
import { FEW, type Growth } from '../../../shared/synthesis/growth.ts';
import type { DimensionId } from '../../../shared/template/dimensions.ts';
import { dimensionTexts } from '../../../shared/template/self-assessment.ts';
import type { RoomSession } from '../../board/session.ts';
import { useLanguage, useText } from '../../i18n/text.ts';
import type { Translate } from '../../i18n/words.ts';
import { seatApi } from '../../sync/seat-api.ts';
import type { Seat } from '../../sync/seats.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './Growth.module.css';
import { levelInWords } from './growth-words.ts';

interface ResultDialogProps {
  readonly seat: Seat;
  readonly session: RoomSession;
  readonly growth: Growth;
  readonly dimension: DimensionId;
  readonly onClose: () => void;
}

export function ResultDialog({ seat, session, growth, dimension, onClose }: ResultDialogProps) {
  const t = useText();
  const [language] = useLanguage();
  const [, navigate] = useLocation();
  const [text, setText] = useState(() => suggestion(t, language, growth, dimension));
  const [isBusy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    setBusy(true);
    const answer = await seatApi(seat.token).takeResult(session.board.id, { dimension, text });
    if (!answer.ok) session.notice.set({ key: `errors.${answer.why}` });
    else {
      const { board, note, isNew } = answer.value;
      const run = (): void => navigate(`/tablero/${board}`, { state: { note } });
      const key = isNew ? 'growth.resultDone' : 'growth.resultThere';
      session.notice.set({ key, action: { key: 'growth.resultShow', run } });
    }
    onClose();
  };
  return (
    <Dialog title={t('growth.resultTitle')} onClose={onClose}>
      <TextField
        label={t('growth.resultText')}
        hint={t('growth.resultHint')}
        value={text}
        onChange={setText}
        rows={3}
        maxLength={TEXT.note}
      />
      {growth.n < FEW && (
        <p className={styles.lock}>
          <Icon name="lock" size={18} />
          {t('growth.resultPrivate', { few: FEW })}
        </p>
      )}
      <div className="dialog__actions">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button look="primary" icon="note" disabled={isBusy || text.trim() === ''} onClick={() => void send()}>
          {t('growth.resultSend')}
        </Button>
      </div>
    </Dialog>
  );
}

/** «Personas y bienestar: de 1.8 a 3.1 en tres años». */
function suggestion(t: Translate, language: Language, growth: Growth, dimension: DimensionId): string {
  const { title } = dimensionTexts(dimension, language);
  const [now, then] = [growth.now[dimension], growth.then[dimension]];
  const values = { dimension: title, now: levelInWords(t, now), before: levelInWords(t, then) };
  return then === null ? t('growth.suggestionNow', values) : t('growth.suggestion', values);
}
