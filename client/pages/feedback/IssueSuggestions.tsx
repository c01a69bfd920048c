/**
 * Issues to begin with: themes that hold notes of this organisation, and the template's. A tap writes it; undo is offered.
 * Below the fields, and folded once the cohort sees an issue.
 */
import { useEffect, useState } from 'react';
import { rewriteText, textAt } from '../../../shared/board/texts.ts';
import type { SuggestedTheme } from '../../../shared/page-api.ts';
import { suggestedIssues } from '../../../shared/template/feedback.ts';
import { useText } from '../../i18n/text.ts';
import { useTextValue } from '../../list/use-text-value.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useFeedback } from './feedback-context.ts';
import styles from './Issue.module.css';

export function IssueSuggestions() {
  const t = useText();
  const { session, cohort, language, theme, setTheme } = useFeedback();
  const issue = useTextValue(textAt(session.doc, 'issue')).trim();
  const themes = useThemes();
  const write = useWriteIssue();
  const samples = suggestedIssues(language);
  const isTold = cohort.issues.some(({ organisation }) => organisation === session.board.organisation);
  const titles = themes.map(({ title }) => title);
  return (
    <details className={styles.suggestions} open={!isTold}>
      <summary>{t('peers.issue.ideas')}</summary>
      {themes.length > 0 && (
        <fieldset>
          <legend>{t('peers.issue.themes')}</legend>
          <p className={styles.hint}>{t('peers.issue.themesHint')}</p>
          <div className={styles.chips}>
            {themes.map(({ id, title }) => (
              <button
                key={id}
                type="button"
                className={styles.chip}
                aria-pressed={theme === id}
                onClick={() => {
                  setTheme(theme === id ? null : id);
                  if (theme !== id) write(title, [...titles, ...samples]);
                }}
              >
                <Icon name={theme === id ? 'check' : 'theme'} size={16} />
                {title}
              </button>
            ))}
          </div>
        </fieldset>
      )}
      <fieldset>
        <legend>{t('peers.issue.samples')}</legend>
        <p className={styles.hint}>{t('peers.issue.samplesHint')}</p>
        <div className={styles.chips}>
          {samples.map((sample) => (
            <button
              key={sample}
              type="button"
              className={styles.chip}
              aria-pressed={sample === issue}
              onClick={() => write(sample, null)}
            >
              {sample === issue && <Icon name="check" size={16} />}
              {sample}
            </button>
          ))}
        </div>
      </fieldset>
    </details>
  );
}

/** Asked for once each time the page opens; without a connection there are only the template's. */
function useThemes(): readonly SuggestedTheme[] {
  const { api, session } = useFeedback();
  const [themes, setThemes] = useState<readonly SuggestedTheme[]>([]);
  const { id } = session.board;
  useEffect(() => {
    let here = true;
    void api.issueSuggestions(id).then((answer) => {
      if (here && answer.ok) setThemes(answer.value.themes);
    });
    return () => {
      here = false;
    };
  }, [api, id]);
  return themes;
}

/** Writes a suggestion over what is there; own words are replaced only where `over` is null, and can be had back. */
function useWriteIssue(): (issue: string, over: readonly string[] | null) => void {
  const { session } = useFeedback();
  return (issue, over) => {
    const text = textAt(session.doc, 'issue');
    const before = text?.toString() ?? '';
    if (!text || before.trim() === issue) return;
    const isOwn = before.trim() !== '' && !(over ?? []).includes(before.trim());
    if (isOwn && over !== null) return;
    rewriteText(session.writer, text, issue);
    if (!isOwn) return;
    const back = (): void => rewriteText(session.writer, text, before);
    session.notice.set({ key: 'peers.issue.replaced', action: { key: 'common.undo', run: back } });
  };
}
