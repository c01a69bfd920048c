/** *Compartir con mi equipo*: what it means before it is done, what stands once it is, and the way back. */
import { useState } from 'react';
import { Link } from 'wouter';
import { type Answers, isSharedStale } from '../../../shared/board/answers.ts';
import { dayInWords } from '../../../shared/days.ts';
import type { BoardId } from '../../../shared/ids.ts';
import { TELLING } from '../../../shared/synthesis/growth.ts';
import { growthPageOf } from '../../board/growth-page.ts';
import type { RoomSession } from '../../board/session.ts';
import { useStore } from '../../board/store.ts';
import { hourOf } from '../../i18n/dates.ts';
import { useLanguage, useText } from '../../i18n/text.ts';
import { seatApi } from '../../sync/seat-api.ts';
import type { Seat } from '../../sync/seats.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Switch } from '../../ui/Switch.tsx';
import styles from './Self.module.css';
import { useTeamSize } from './use-team-size.ts';

interface SharingProps {
  readonly seat: Seat;
  readonly session: RoomSession;
  readonly answers: Answers;
  /** My sentence as it reads now. */
  readonly evidence: string;
}

export function Sharing({ seat, session, answers, evidence }: SharingProps) {
  const t = useText();
  const { shared } = answers;
  const mayWrite = useStore(session.right) === 'write';
  const growth = growthPageOf(useStore(session.cohort), session.board.organisation);
  const [withEvidence, setWithEvidence] = useState(shared?.evidence != null);
  const { isBusy, share } = useShare(seat, session);
  const isStale = isSharedStale(answers, evidence);
  const hasOtherChoice = shared !== null && evidence !== '' && withEvidence !== (shared.evidence !== null);
  return (
    <section className={styles.card}>
      {shared && <Shared answers={answers} isStale={isStale} />}
      {growth && <Few growth={growth} isIn={shared !== null} />}
      {!shared && (
        <div>
          <h3>{t('self.shareTitle')}</h3>
          <p className={styles.soft}>
            {t('self.shareWhat')} {t('self.notNeeded')}
          </p>
        </div>
      )}
      {evidence !== '' && (
        <Switch
          label={t('self.shareEvidence')}
          hint={t('self.shareEvidenceHint')}
          on={withEvidence}
          onChange={setWithEvidence}
          disabled={!mayWrite}
        />
      )}
      <div className={styles.deeds}>
        {(!shared || isStale || hasOtherChoice) && (
          <Button
            look="primary"
            icon="people"
            disabled={!mayWrite || isBusy}
            onClick={() => void share(true, withEvidence && evidence !== '')}
          >
            {t(isBusy ? 'self.sharing' : shared ? 'self.shareAgain' : 'self.share')}
          </Button>
        )}
        {growth && (
          <Link
            href={`/tablero/${growth}`}
            className={buttonClass({ look: shared && !isStale ? 'primary' : 'secondary' })}
          >
            <Icon name="growth" />
            {t('self.goGrowth')}
          </Link>
        )}
        {shared && (
          <Button look="quiet" disabled={isBusy} title={t('self.unshareHint')} onClick={() => void share(false, false)}>
            {t('self.unshare')}
          </Button>
        )}
      </div>
    </section>
  );
}

function Shared({ answers: { shared }, isStale }: { answers: Answers; isStale: boolean }) {
  const t = useText();
  const [language] = useLanguage();
  if (!shared) return null;
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Puerto_Rico' }).format(shared.at);
  const when = `${dayInWords(day, language)}, ${hourOf(shared.at, language)}`;
  return (
    <p className={isStale ? styles.few : styles.good} role="status">
      <Icon name={isStale ? 'warning' : 'check'} />
      <span>
        <strong>{t('self.sharedAt', { when })}</strong>
        {shared.evidence !== null && `${t('self.sharedWithEvidence')} `}
        {isStale && t('self.sharedStale')}
      </span>
    </p>
  );
}

/** Said before sharing, and as long as it is so. */
function Few({ growth, isIn }: { growth: BoardId; isIn: boolean }) {
  const t = useText();
  const n = useTeamSize(growth);
  const count = n === null ? null : n + (isIn ? 0 : 1);
  if (count !== null && count > TELLING) return null;
  return (
    <p className={styles.few}>
      <Icon name="eye" />
      {count === null || count === 0
        ? t('self.shareFewUnknown')
        : t(isIn ? 'self.sharedFew' : 'self.shareFew', { count })}
    </p>
  );
}

function useShare(seat: Seat, session: RoomSession) {
  const [isBusy, setBusy] = useState(false);
  const share = async (on: boolean, evidence: boolean): Promise<void> => {
    setBusy(true);
    const answer = await seatApi(seat.token).share(session.board.id, { on, evidence });
    setBusy(false);
    if (!answer.ok) session.notice.set({ key: `errors.${answer.why}` });
  };
  return { isBusy, share };
}
