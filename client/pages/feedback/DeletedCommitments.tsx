/** Commitments that were deleted here, where a copy may still be in the closing: to be taken off it. */
import { readDeletedShown } from '../../../shared/board/commitments.ts';
import { useRoot } from '../../board/use-root.ts';
import { useText } from '../../i18n/text.ts';
import { CommitmentInClosing } from './CommitmentInClosing.tsx';
import styles from './Commitments.module.css';
import { useFeedback } from './feedback-context.ts';

export function DeletedCommitments() {
  const t = useText();
  const { session } = useFeedback();
  const deleted = useRoot(session.doc, 'commitments', readDeletedShown);
  if (deleted.length === 0) return null;
  return (
    <div className={styles.part}>
      <h3>{t('peers.commitment.deletedHere')}</h3>
      <ul className={styles.list}>
        {deleted.map((one) => (
          <li key={one.id} className={styles.earlier}>
            <p className={styles.promised}>
              <strong>{one.what.trim() || t('peers.commitment.untitled')}</strong>
            </p>
            <CommitmentInClosing commitment={one} mayTell={false} />
          </li>
        ))}
      </ul>
    </div>
  );
}
