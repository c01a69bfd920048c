/** *Leer en el cierre*: whether the closing shows a commitment, as it reads now or as it did, and the team's say in it: taking it off at any time. */
import { useState } from 'react';
import type { Commitment } from '../../../shared/board/commitments.ts';
import { useText } from '../../i18n/text.ts';
import { refusalKey } from '../../panels/refusal-key.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Commitments.module.css';
import { useFeedback } from './feedback-context.ts';

interface CommitmentInClosingProps {
  readonly commitment: Pick<Commitment, 'id' | 'what' | 'shown'>;
  /** Whether it may be told now, rather than taken off alone. */
  readonly mayTell: boolean;
}

export function CommitmentInClosing({ commitment, mayTell }: CommitmentInClosingProps) {
  const t = useText();
  const { session, api, say } = useFeedback();
  const [isAsking, setAsking] = useState(false);
  const { id, what, shown } = commitment;
  const tell = async (on: boolean): Promise<void> => {
    setAsking(true);
    const answer = await api.showCommitments(session.board.id, [id], on);
    setAsking(false);
    if (answer.ok) say(t(on ? 'peers.commitment.told' : 'peers.commitment.untell'));
    else session.notice.set({ key: refusalKey(answer.why) });
  };
  if (shown === 'no' && !mayTell) return null;
  if (what.trim() === '' && shown === 'no') return <p className={styles.hint}>{t('peers.commitment.whatFirst')}</p>;
  if (shown === 'no')
    return (
      <Button icon="flag" disabled={isAsking} onClick={() => void tell(true)}>
        {t('peers.commitment.tell')}
      </Button>
    );
  return (
    <p className={styles.told}>
      <span className={shown === 'stale' ? styles.stale : styles.fresh}>
        <Icon name={shown === 'stale' ? 'refresh' : 'check'} size={16} />
        {t(shown === 'stale' ? 'peers.commitment.stale' : 'peers.commitment.told')}
      </span>
      {shown === 'stale' && mayTell && (
        <Button disabled={isAsking} onClick={() => void tell(true)}>
          {t('peers.commitment.update')}
        </Button>
      )}
      <Button
        look="quiet"
        disabled={isAsking}
        aria-label={t('peers.commitment.untellOf', { what: what.trim() || t('peers.commitment.untitled') })}
        onClick={() => void tell(false)}
      >
        {t('peers.commitment.untell')}
      </Button>
    </p>
  );
}
