/** Who is on this board, as discs with initials: who writes, and a button to see what somebody sees. Each person once. */
import type { PersonId } from '../../shared/ids.ts';
import type { BoardSession } from '../board/session.ts';
import { useText } from '../i18n/text.ts';
import styles from './PeopleBar.module.css';
import { PersonDisc } from './PersonDisc.tsx';
import { usePeople } from './use-people.ts';

/** More people than this are counted, not drawn. */
const MOST = 7;

interface PeopleBarProps {
  readonly session: BoardSession;
  /** Who is followed on the canvas; leave out `onFollow` where there is no canvas. */
  readonly following?: PersonId | null;
  readonly onFollow?: ((person: PersonId | null) => void) | undefined;
}

export default function PeopleBar({ session, following = null, onFollow }: PeopleBarProps) {
  const t = useText();
  const people = usePeople(session);
  const shown = people.slice(0, people.length > MOST ? MOST - 1 : MOST);
  const rest = people.slice(shown.length);
  return (
    <ul className={styles.people} aria-label={t('panels.people.label')}>
      {shown.map((person) => (
        <li key={person.user.id}>
          <PersonDisc person={person} isFollowed={following === person.user.id} onFollow={onFollow} />
        </li>
      ))}
      {rest.length > 0 ? (
        <li className={styles.rest} title={rest.map((person) => person.user.name).join(', ')}>
          <span aria-hidden="true">+{rest.length}</span>
          <span className="visually-hidden">{t('panels.people.more', { count: rest.length })}</span>
        </li>
      ) : null}
    </ul>
  );
}
