/** Telling the cohort the issue: choose it, tell it anew after a change, take it back; and the group it leads to. */
import { useState } from 'react';
import { textAt } from '../../../shared/board/texts.ts';
import { useText } from '../../i18n/text.ts';
import { useTextValue } from '../../list/use-text-value.ts';
import { refusalKey } from '../../panels/refusal-key.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { namesOf, useFeedback } from './feedback-context.ts';
import styles from './Issue.module.css';

export function ChosenIssue() {
  const t = useText();
  const { session, cohort, situation, theme } = useFeedback();
  const { owns, mayTakeBack, group, isChoosing, step } = situation;
  const issue = useTextValue(textAt(session.doc, 'issue')).trim();
  const [isAsking, tell] = useTelling();
  const told = cohort.issues.find(({ organisation }) => organisation === session.board.organisation);
  const isStale = told !== undefined && (told.title !== issue || told.theme !== theme);
  // In a round there is nothing to say of what was told, unless it reads otherwise now.
  const mayGoBack = mayTakeBack && step === null;
  const isQuiet = told ? !isStale && !isChoosing && !mayGoBack : !owns || (issue === '' && !isChoosing);
  if (isQuiet) return null;
  return (
    <div className={styles.choose}>
      {told && (
        <p className={isStale ? styles.stale : styles.told}>
          <Icon name={isStale ? 'refresh' : 'check'} size={18} />
          {isStale && told.title !== issue ? t('peers.issue.stale', { issue: told.title }) : t('peers.issue.told')}
        </p>
      )}
      {mayTakeBack && (
        <div className={styles.deeds}>
          {owns && (!told || isStale) && (
            <Button look="primary" big={!told} disabled={issue === '' || isAsking} onClick={() => tell(true)}>
              {t(told ? 'peers.issue.update' : 'peers.issue.choose')}
            </Button>
          )}
          {told && (
            <Button look="quiet" disabled={isAsking} onClick={() => tell(false)}>
              {t('peers.issue.withdraw')}
            </Button>
          )}
        </div>
      )}
      {owns && !told && <p className={styles.hint}>{t('peers.issue.goesOut')}</p>}
      {told && isChoosing && (
        <p className={styles.hint}>
          {group
            ? t('peers.issue.group', { names: group.organisations.map((id) => namesOf(cohort, id).name).join(' · ') })
            : t('peers.issue.noGroup')}
        </p>
      )}
    </div>
  );
}

function useTelling(): [boolean, (on: boolean) => void] {
  const t = useText();
  const { session, api, theme, say } = useFeedback();
  const [isAsking, setAsking] = useState(false);
  const tell = async (on: boolean): Promise<void> => {
    setAsking(true);
    const answer = await api.chooseIssue(session.board.id, on, theme);
    setAsking(false);
    if (answer.ok) say(t(on ? 'peers.issue.chosen' : 'peers.issue.withdrawn'));
    else session.notice.set({ key: refusalKey(answer.why) });
  };
  return [isAsking, (on) => void tell(on)];
}
