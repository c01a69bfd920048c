/** The boards of my peer group: my own always at hand, and who presents. Opens none by itself. */
import { Link } from 'wouter';
import type { BoardEntry } from '../../../shared/cohort/document.ts';
import { opennessOf } from '../../../shared/cohort/document.ts';
import { rightFor } from '../../../shared/cohort/roles.ts';
import type { OrgId } from '../../../shared/ids.ts';
import { useText } from '../../i18n/text.ts';
import { Icon } from '../../ui/Icon.tsx';
import { namesOf, useFeedback } from './feedback-context.ts';
import styles from './GroupBoards.module.css';

export function GroupBoards() {
  const t = useText();
  const { session, cohort, situation } = useFeedback();
  const boards = useReachable();
  const { presenter } = situation;
  if (boards.size < 2) return null;
  return (
    <nav className={styles.boards} aria-label={t('peers.group.label')}>
      {[...boards].map(([organisation, board]) => (
        <Link
          key={board.id}
          href={`/tablero/${board.id}`}
          className={styles.one}
          aria-current={board.id === session.board.id ? 'page' : undefined}
        >
          <span className={styles.acronym}>{namesOf(cohort, organisation).acronym}</span>
          <span className={styles.name} data-own={organisation === session.me.organisation}>
            {organisation === session.me.organisation ? t('peers.group.own') : namesOf(cohort, organisation).name}
            {organisation === presenter && (
              <span className={styles.presenting}>
                <Icon name="play" size={11} /> {t('peers.group.presenting')}
              </span>
            )}
          </span>
        </Link>
      ))}
    </nav>
  );
}

/** Feedback boards of the group that this viewer may open now, in the order in which they present. */
function useReachable(): ReadonlyMap<string, BoardEntry> {
  const { session, cohort, situation } = useFeedback();
  const { me, board } = session;
  const asker = { person: me.id, role: me.role, organisation: me.organisation };
  const openness = opennessOf(cohort);
  const of = (id: OrgId): BoardEntry | undefined =>
    cohort.boards.find(
      (one) =>
        one.kind === 'feedback' &&
        one.title === '' &&
        one.organisation === id &&
        (one.id === board.id || rightFor(asker, one, openness) !== 'none'),
    );
  return new Map(
    (situation.group?.organisations ?? []).flatMap((id) => {
      const found = of(id);
      return found ? [[id, found] as const] : [];
    }),
  );
}
