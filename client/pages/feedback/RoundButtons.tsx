/** What a group does with its round: start, next, one more minute, back. Whether it may is the server's to say; a refusal is told. */
import { useState } from 'react';
import type { RoundRequest } from '../../../shared/call-api.ts';
import { type PeerGroup, STEP_IDS } from '../../../shared/cohort/rounds.ts';
import { useText } from '../../i18n/text.ts';
import { refusalKey } from '../../panels/refusal-key.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { namesOf, useFeedback } from './feedback-context.ts';
import styles from './RoundBar.module.css';

export function RoundButtons({ group }: { group: PeerGroup }) {
  const t = useText();
  const { session, api, situation } = useFeedback();
  const [isAsking, setAsking] = useState(false);
  const next = useNextLabel(group);
  if (!situation.mayTurn) return null;
  const turn = async (body: RoundRequest): Promise<void> => {
    if (isAsking) return;
    setAsking(true);
    const answer = await api.round(session.cohortId, group.id, body);
    setAsking(false);
    if (!answer.ok) session.notice.set({ key: 'peers.round.failed', values: { why: t(refusalKey(answer.why)) } });
  };
  if (!group.round)
    return (
      <div className={styles.buttons}>
        {group.done ? (
          <Button icon="undo" onClick={() => void turn({ do: 'back' })}>
            {t('peers.round.reopen')}
          </Button>
        ) : (
          <Button look="primary" big icon="play" onClick={() => void turn({ do: 'start' })}>
            {t('peers.round.start')}
          </Button>
        )}
      </div>
    );
  const isFirst = group.round.step === 0 && group.round.presenter === 0;
  return (
    <div className={styles.buttons}>
      {!isFirst && <IconButton icon="back" label={t('peers.round.back')} onClick={() => void turn({ do: 'back' })} />}
      <Button icon="plus" onClick={() => void turn({ do: 'add-time', minutes: 1 })}>
        {t('peers.round.more')}
      </Button>
      <Button look="primary" icon="forward" onClick={() => void turn({ do: 'next' })}>
        {next}
      </Button>
    </div>
  );
}

/** The last step of a turn leads to another organisation, or to the end. */
function useNextLabel({ round, organisations }: PeerGroup): string {
  const t = useText();
  const { cohort } = useFeedback();
  if (!round || round.step + 1 < STEP_IDS.length) return t('peers.round.next');
  const following = organisations[round.presenter + 1];
  return following === undefined
    ? t('peers.round.finish')
    : t('peers.round.nextTeam', { org: namesOf(cohort, following).name });
}
