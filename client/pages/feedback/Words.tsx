/** One text of a feedback page: a field for whoever may write it, plain words for whoever reads. Knows no section. */
import type * as Y from 'yjs';
import { useText } from '../../i18n/text.ts';
import { classes } from '../../list/classes.ts';
import { SharedTextField } from '../../list/SharedTextField.tsx';
import { useTextValue } from '../../list/use-text-value.ts';
import { useWriters } from '../../list/use-writers.ts';
import { useFeedback } from './feedback-context.ts';
import styles from './Words.module.css';

interface WordsProps {
  readonly text: Y.Text | null;
  /** How others see what is written: `text:<key>`. */
  readonly presence: string;
  readonly label: string;
  readonly mayWrite: boolean;
  readonly placeholder?: string;
  readonly maxLength: number;
  readonly look?: 'big' | 'strong' | 'plain' | undefined;
  readonly lines?: boolean;
  readonly autoFocus?: boolean;
  readonly onLeave?: () => void;
  /** What a reader sees while nothing is written. */
  readonly empty?: string;
}

export function Words(props: WordsProps) {
  const t = useText();
  const { session } = useFeedback();
  const { text, presence, look = 'plain', mayWrite, label, empty } = props;
  const value = useTextValue(text);
  if (!text) return null;
  if (!mayWrite)
    return value.trim() === '' ? (
      <p className={styles.empty}>{empty ?? t('peers.write.empty')}</p>
    ) : (
      <>
        <p className={classes(styles.words, styles[look])}>{value}</p>
        <WritersHere presence={presence} />
      </>
    );
  return (
    <>
      <SharedTextField
        session={session}
        text={text}
        presence={presence}
        label={label}
        placeholder={props.placeholder ?? ''}
        maxLength={props.maxLength}
        lines={props.lines ?? false}
        autoFocus={props.autoFocus ?? false}
        className={classes(styles.field, styles[look])}
        {...(props.onLeave ? { onLeave: props.onLeave } : {})}
      />
      <WritersHere presence={presence} />
    </>
  );
}

/** «Ana está escribiendo». */
function WritersHere({ presence }: { presence: string }) {
  const t = useText();
  const { session, language } = useFeedback();
  const names = useWriters(session, presence);
  if (names.length === 0) return null;
  const joined = new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
  return (
    <p className={styles.writing}>
      <span aria-hidden="true" />
      {t(names.length === 1 ? 'peers.write.one' : 'peers.write.many', { names: joined })}
    </p>
  );
}
