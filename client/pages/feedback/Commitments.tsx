/** The commitments of the presenting organisation: those of earlier calls first, to say how they went; then those of this one. */
import { useState } from 'react';
import { addCommitment, type Commitment } from '../../../shared/board/commitments.ts';
import { type EntryId, newEntryId } from '../../../shared/ids.ts';
import { sectionTexts } from '../../../shared/template/feedback.ts';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/Button.tsx';
import { CommitmentCard } from './CommitmentCard.tsx';
import styles from './Commitments.module.css';
import { DeletedCommitments } from './DeletedCommitments.tsx';
import { EarlierCommitment } from './EarlierCommitment.tsx';
import { useFeedback } from './feedback-context.ts';
import { Zone } from './Zone.tsx';

export function Commitments({ commitments }: { commitments: readonly Commitment[] }) {
  const t = useText();
  const { language, cohort, situation } = useFeedback();
  const { title, question } = sectionTexts('commitments', language);
  const isEarlier = ({ session }: Commitment): boolean => session < cohort.call.session;
  const earlier = commitments.filter((one) => isEarlier(one) && isWritten(one));
  const [fresh, setFresh] = useState<EntryId | null>(null);
  const now = commitments.filter((one) => !isEarlier(one) && (situation.owns || isWritten(one)));
  return (
    <Zone
      title={title}
      question={question}
      tone="coral"
      isActive={situation.active === 'commitments'}
      className={styles.zone}
    >
      {earlier.length > 0 && (
        <div className={styles.part}>
          <h3>{t('peers.commitment.earlier')}</h3>
          {situation.owns && <p className={styles.hint}>{t('peers.commitment.earlierHint')}</p>}
          <ul className={styles.list}>
            {earlier.map((one) => (
              <EarlierCommitment key={one.id} commitment={one} />
            ))}
          </ul>
        </div>
      )}
      <div className={styles.part}>
        {earlier.length > 0 && <h3>{t('peers.commitment.now')}</h3>}
        {now.length === 0 && <p className={styles.hint}>{t('peers.commitment.none')}</p>}
        {now.length > 0 && (
          <ul className={styles.list}>
            {now.map((one) => (
              <CommitmentCard key={one.id} commitment={one} isFresh={one.id === fresh} />
            ))}
          </ul>
        )}
        {situation.owns && <AddCommitment isFirst={now.length === 0} onAdded={setFresh} />}
      </div>
      {situation.mayTakeBack && <DeletedCommitments />}
    </Zone>
  );
}

const isWritten = ({ what, who }: Commitment): boolean => `${what}${who}`.trim() !== '';

function AddCommitment({ isFirst, onAdded }: { isFirst: boolean; onAdded: (id: EntryId) => void }) {
  const t = useText();
  const { session, cohort } = useFeedback();
  const add = (): void => {
    const id = newEntryId();
    addCommitment(session.writer, { id, createdAt: Date.now(), session: cohort.call.session });
    onAdded(id);
  };
  return (
    <div>
      <Button look={isFirst ? 'primary' : 'secondary'} icon="plus" onClick={add}>
        {t('peers.commitment.add')}
      </Button>
    </div>
  );
}
