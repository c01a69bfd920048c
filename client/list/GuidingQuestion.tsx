/** What the layer or zone of this moment asks, one question after the other; once all layers are open, the way back up. On the phone's list. */
import type { AreaId } from '../../shared/template/kinds.ts';
import { askedIn, risingTexts, zoneTexts } from '../../shared/template/texts.ts';
import { focusOf, stateOf } from '../board/focus.ts';
import { useStore } from '../board/store.ts';
import { useTurn } from '../board/use-turn.ts';
import { useText } from '../i18n/text.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './Guide.module.css';
import { useList } from './list-context.ts';

export function GuidingQuestion({ area }: { area: AreaId }) {
  const t = useText();
  const { session, language, mayWrite } = useList();
  const focus = focusOf(useStore(session.cohort).call, session.board.kind);
  const { questions } = askedIn(area, language);
  const [at, next] = useTurn(questions.length);
  if (area === 'practice') return <PracticeLines />;
  if (!focus) return null;
  if (stateOf(focus, area) === 'closed') return <Closed />;
  // Who writes has the question in the field.
  if (mayWrite) return null;
  return (
    <div className={styles.guide}>
      <p className={styles.question}>{questions[at]}</p>
      <IconButton icon="refresh" label={t('method.layer.next')} onClick={next} />
    </div>
  );
}

/** The one question of the practice board, and that nothing can go wrong. */
function PracticeLines() {
  const { language } = useList();
  const { question, hints } = zoneTexts('practice', language);
  return (
    <div className={styles.practice}>
      <p className={styles.big}>{question}</p>
      <p>{hints[0]}</p>
    </div>
  );
}

export function Closed() {
  const t = useText();
  return (
    <p className={styles.closed}>
      <Icon name="lock" size={18} /> {t('method.layer.later')}
    </p>
  );
}

/** Above the list while all layers are open. */
export function RisingLine() {
  const { session, language } = useList();
  const focus = focusOf(useStore(session.cohort).call, session.board.kind);
  if (!focus?.isAll) return null;
  const { title, question, leverage } = risingTexts(language);
  return (
    <section className={styles.rising} aria-label={title}>
      <Icon name="up" />
      <p>
        <strong>{question}</strong> <span>{leverage}</span>
      </p>
    </section>
  );
}
