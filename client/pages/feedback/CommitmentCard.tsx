/** One commitment of this call: what, who, by when, support; to write or to read. */
import { useId } from 'react';
import {
  type Commitment,
  type CommitmentText,
  commitmentText,
  deleteCommitment,
  keepCommitment,
  setWhen,
} from '../../../shared/board/commitments.ts';
import { dayInWords } from '../../../shared/days.ts';
import { TEXT } from '../../../shared/limits.ts';
import { commitmentFields } from '../../../shared/template/feedback.ts';
import { useText } from '../../i18n/text.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { CommitmentInClosing } from './CommitmentInClosing.tsx';
import styles from './Commitments.module.css';
import { useFeedback } from './feedback-context.ts';
import { Words } from './Words.tsx';

interface CommitmentCardProps {
  readonly commitment: Commitment;
  /** Made a moment ago here: the keyboard is already in it. */
  readonly isFresh: boolean;
}

export function CommitmentCard({ commitment, isFresh }: CommitmentCardProps) {
  const { language, situation } = useFeedback();
  const [what = '', who = '', when = '', support = ''] = commitmentFields(language);
  const hasSupport = situation.owns || commitment.support.trim() !== '';
  return (
    <li className={styles.card}>
      <Field of={commitment} name="what" label={what} className={styles.what} autoFocus={isFresh} />
      <Field of={commitment} name="who" label={who} />
      <When commitment={commitment} label={when} />
      {hasSupport && <Field of={commitment} name="support" label={support} className={styles.support} />}
      {situation.mayTakeBack && <Deeds commitment={commitment} />}
    </li>
  );
}

interface FieldProps {
  readonly of: Commitment;
  readonly name: CommitmentText;
  readonly label: string;
  readonly className?: string | undefined;
  readonly autoFocus?: boolean;
}

function Field({ of, name, label, className, autoFocus = false }: FieldProps) {
  const { session, situation } = useFeedback();
  return (
    <div className={className}>
      <p className={styles.label} aria-hidden={situation.owns}>
        {label}
      </p>
      <Words
        text={commitmentText(session.doc, of.id, name)}
        presence={`text:${of.id}-${name}`}
        label={label}
        mayWrite={situation.owns}
        autoFocus={autoFocus}
        look={name === 'what' ? 'strong' : 'plain'}
        maxLength={name === 'who' ? TEXT.personName : TEXT.note}
        empty="—"
      />
    </div>
  );
}

function When({ commitment, label }: { commitment: Commitment; label: string }) {
  const t = useText();
  const id = useId();
  const { session, language, situation } = useFeedback();
  const day = commitment.when === '' ? t('peers.commitment.noDate') : dayInWords(commitment.when, language);
  if (!situation.owns)
    return (
      <div>
        <p className={styles.label}>{label}</p>
        <p>{day}</p>
      </div>
    );
  return (
    <div>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="date"
        className={styles.date}
        value={commitment.when}
        onChange={(event) => setWhen(session.writer, commitment.id, event.target.value)}
      />
    </div>
  );
}

function Deeds({ commitment }: { commitment: Commitment }) {
  const t = useText();
  const { session, api, situation } = useFeedback();
  const { writer, notice, board } = session;
  const { id, what } = commitment;
  const remove = (): void => {
    deleteCommitment(writer, id, Date.now());
    // Its copy goes as well; without a connection it stays until somebody takes it off (DeletedCommitments).
    if (commitment.shown !== 'no') void api.showCommitments(board.id, [id], false);
    notice.set({
      key: 'peers.commitment.deleted',
      action: { key: 'common.undo', run: () => keepCommitment(writer, id) },
    });
  };
  return (
    <div className={styles.deeds}>
      <CommitmentInClosing commitment={commitment} mayTell={situation.owns} />
      {situation.owns && (
        <IconButton
          icon="trash"
          label={t('peers.commitment.delete', { what: what.trim() || t('peers.commitment.untitled') })}
          onClick={remove}
        />
      )}
    </div>
  );
}
