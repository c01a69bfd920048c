/** What facilitation does from the card: two more minutes, the next phase, the panel. Everything else is on the panel. */
import { useState } from 'react';
import { Link } from 'wouter';
import type { CallRequest } from '../../shared/call-api.ts';
import { useText } from '../i18n/text.ts';
import { firstApi } from '../sync/first-api.ts';
import type { Why } from '../sync/request.ts';
import type { Seat } from '../sync/seats.ts';
import { Button, buttonClass } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import styles from './PhaseCard.module.css';
import type { PhaseOn } from './phase-view.ts';
import '../i18n/later.ts';

interface ConductDeedsProps {
  readonly seat: Seat;
  readonly phase: PhaseOn;
  /** Time is over: the card asks whether to go on. */
  readonly isOver: boolean;
}

export default function ConductDeeds({ seat, phase, isOver }: ConductDeedsProps) {
  const t = useText();
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState<Why | null>(null);
  const does = async (deed: CallRequest): Promise<void> => {
    setBusy(true);
    const answer = await firstApi(seat.token).conduct(seat.cohort.id, deed);
    setBusy(false);
    setWhy(answer.ok ? null : answer.why);
  };
  const { next } = phase;
  return (
    <div className={styles.deeds}>
      {isOver && (
        <p className={styles.ask}>
          {next === null ? t('call.conduct.askLast') : t('call.conduct.ask', { phase: next })}
        </p>
      )}
      <Button
        disabled={busy}
        aria-label={t('call.conduct.addTime')}
        title={t('call.conduct.addTime')}
        onClick={() => void does({ do: 'add-time', minutes: 2 })}
      >
        {t(isOver ? 'call.conduct.addTime' : 'call.conduct.addTimeShort')}
      </Button>
      {next !== null && (
        <Button
          look="primary"
          disabled={busy}
          aria-label={t('call.conduct.nextIs', { phase: next })}
          title={t('call.conduct.nextIs', { phase: next })}
          onClick={() => void does({ do: 'next' })}
        >
          {t('call.conduct.next')}
        </Button>
      )}
      <Link
        href={`/panel/${seat.cohort.id}`}
        className={buttonClass({ look: 'quiet' })}
        title={t('call.conduct.panelLong')}
      >
        <Icon name="panel" />
        {t('call.conduct.panel')}
      </Link>
      {why && (
        <p className={styles.why} role="alert">
          {t('call.conduct.failed', { why: t(`errors.${why}`) })}
        </p>
      )}
    </div>
  );
}
