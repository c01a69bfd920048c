/** The sentence of the value proposition: one text that everybody writes together, with a frame to begin with. */
import { useId } from 'react';
import { rewriteText, STATEMENT, textAt } from '../../shared/board/texts.ts';
import { TEXT } from '../../shared/limits.ts';
import { statementTexts } from '../../shared/template/texts.ts';
import { focusOf, stateOf } from '../board/focus.ts';
import { useStore } from '../board/store.ts';
import { useText } from '../i18n/text.ts';
import { Button } from '../ui/Button.tsx';
import { useList } from './list-context.ts';
import { Writers } from './NoteMarks.tsx';
import { SharedTextField } from './SharedTextField.tsx';
import styles from './Statement.module.css';
import { useTextValue } from './use-text-value.ts';

export default function Statement() {
  const t = useText();
  const id = useId();
  const { session, language, mayWrite } = useList();
  const cohort = useStore(session.cohort);
  const text = textAt(session.doc, STATEMENT);
  const value = useTextValue(text);
  if (!text) return null;
  const focus = focusOf(cohort.call, session.board.kind);
  const state = focus ? stateOf(focus, 'statement') : undefined;
  const org = cohort.organisations.find((one) => one.id === session.board.organisation)?.name ?? '…';
  const { title, frame, hint } = statementTexts(language, { org });
  return (
    <section className={styles.statement} data-area="statement" data-state={state} aria-labelledby={`${id}-title`}>
      <div>
        <h2 id={`${id}-title`}>{title}</h2>
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      </div>
      <div className={styles.body}>
        <SharedTextField
          session={session}
          text={text}
          presence={`text:${STATEMENT}`}
          label={title}
          describedBy={`${id}-hint`}
          placeholder={frame}
          maxLength={TEXT.statement}
          readOnly={!mayWrite}
          className={styles.field}
        />
        <div className={styles.foot}>
          <Writers presence={`text:${STATEMENT}`} />
          {mayWrite && value.trim() === '' ? (
            <Button
              look="quiet"
              icon="pen"
              onClick={(event) => {
                rewriteText(session.writer, text, frame);
                toFirstGap(event.currentTarget);
              }}
            >
              {t('list.write.frame')}
            </Button>
          ) : null}
        </div>
      </div>
    </section>
  );
}

/** The button goes away with the first word: who pressed it goes on in the field. */
function toFirstGap(button: Element): void {
  const field = button.closest('section')?.querySelector('textarea');
  field?.focus();
  field?.setSelectionRange(field.value.indexOf('_'), field.value.search(/_(?!_)/) + 1);
}
