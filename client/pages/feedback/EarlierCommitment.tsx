/** A commitment of an earlier call: as it was made, and how far it has come. Its words are not changed any more. */
import type { Commitment } from '../../../shared/board/commitments.ts';
import type { Progress } from '../../../shared/board/progress.ts';
import { dayInWords } from '../../../shared/days.ts';
import { useText } from '../../i18n/text.ts';
import { refusalKey } from '../../panels/refusal-key.ts';
import { ProgressChoice, ProgressMark } from '../ProgressMark.tsx';
import { CommitmentInClosing } from './CommitmentInClosing.tsx';
import styles from './Commitments.module.css';
import { useFeedback } from './feedback-context.ts';

export function EarlierCommitment({ commitment }: { commitment: Commitment }) {
  const t = useText();
  const { session, api, language, situation } = useFeedback();
  const { id, what, who, when, done } = commitment;
  const mark = async (progress: Progress): Promise<void> => {
    const answer = await api.markProgress(session.board.id, id, progress);
    if (!answer.ok) session.notice.set({ key: refusalKey(answer.why) });
  };
  const day = when === '' ? t('peers.commitment.noDate') : dayInWords(when, language);
  return (
    <li className={styles.earlier}>
      <p className={styles.promised}>
        <strong>{what}</strong>
        <span>{[who.trim(), day].filter((part) => part !== '').join(' · ')}</span>
      </p>
      {situation.owns ? (
        <ProgressChoice done={done} what={what} onChange={(next) => void mark(next)} />
      ) : (
        <ProgressMark done={done} />
      )}
      {situation.mayTakeBack && <CommitmentInClosing commitment={commitment} mayTell={false} />}
    </li>
  );
}
