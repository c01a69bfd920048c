/** Answers of an earlier assessment, typed by the team: where they are from, and a number for each dimension there is one of. */
import { type FormEvent, useId, useState } from 'react';
import { TEXT } from '../../../shared/limits.ts';
import type { BaselineRequest } from '../../../shared/page-api.ts';
import type { Growth } from '../../../shared/synthesis/growth.ts';
import { byDimension, DIMENSION_IDS, type DimensionId } from '../../../shared/template/dimensions.ts';
import { dimensionTexts } from '../../../shared/template/self-assessment.ts';
import type { RoomSession } from '../../board/session.ts';
import { useLanguage, useText } from '../../i18n/text.ts';
import type { TextKey } from '../../i18n/words.ts';
import { seatApi } from '../../sync/seat-api.ts';
import type { Seat } from '../../sync/seats.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { levelTyped } from './baseline-typed.ts';
import styles from './Growth.module.css';

interface BaselineDialogProps {
  readonly seat: Seat;
  readonly session: RoomSession;
  readonly growth: Growth;
  readonly onClose: () => void;
}

export function BaselineDialog({ seat, session, growth, onClose }: BaselineDialogProps) {
  const t = useText();
  const [typed, setTyped] = useState(() => byDimension((d) => growth.baseline?.values[d]?.toString() ?? ''));
  const [source, setSource] = useState(() => growth.baseline?.source ?? t('growth.baselineSourceDefault'));
  const [tried, setTried] = useState(false);
  const complaint = tried ? complaintOf(typed, source) : null;
  const send = async (baseline: BaselineRequest['baseline']): Promise<void> => {
    const answer = await seatApi(seat.token).setBaseline(session.board.id, baseline);
    if (!answer.ok) session.notice.set({ key: `errors.${answer.why}` });
    onClose();
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (complaintOf(typed, source) !== null) return;
    const values = byDimension((dimension) => levelTyped(typed[dimension]) || null);
    void send({ source: source.trim(), values });
  };
  return (
    <Dialog title={t('growth.baseline')} onClose={onClose}>
      <form className={styles.form} onSubmit={onSubmit} noValidate>
        <p>{t('growth.baselineHint')}</p>
        <TextField
          label={t('growth.baselineSource')}
          value={source}
          onChange={setSource}
          maxLength={TEXT.baselineSource}
        />
        <div className={styles.values}>
          {DIMENSION_IDS.map((dimension) => (
            <Value
              key={dimension}
              dimension={dimension}
              value={typed[dimension]}
              isBad={tried && levelTyped(typed[dimension]) === false}
              onChange={(value) => setTyped((all) => ({ ...all, [dimension]: value }))}
            />
          ))}
        </div>
        {complaint && (
          <p className={styles.bad} role="alert">
            {t(complaint)}
          </p>
        )}
        <div className="dialog__actions">
          {growth.baseline && (
            <Button look="quiet" icon="trash" onClick={() => void send(null)}>
              {t('growth.baselineRemove')}
            </Button>
          )}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit">
            {t('growth.baselineSave')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface ValueProps {
  readonly dimension: DimensionId;
  readonly value: string;
  readonly isBad: boolean;
  readonly onChange: (value: string) => void;
}
function Value({ dimension, value, isBad, onChange }: ValueProps) {
  const [language] = useLanguage();
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{dimensionTexts(dimension, language).title}</label>
      <input
        id={id}
        className="input"
        inputMode="decimal"
        placeholder="1–4"
        maxLength={5}
        value={value}
        aria-invalid={isBad}
        onChange={(event) => onChange(event.target.value)}
      />
    </>
  );
}

function complaintOf(typed: Readonly<Record<DimensionId, string>>, source: string): TextKey | null {
  const levels = DIMENSION_IDS.map((dimension) => levelTyped(typed[dimension]));
  if (levels.includes(false)) return 'growth.baselineBad';
  if (levels.every((level) => level === null)) return 'growth.baselineNone';
  return source.trim() === '' ? 'growth.baselineSourceMissing' : null;
}
