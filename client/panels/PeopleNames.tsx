/** Who is on this board, for a phone's menu: how many, and by name once that is tapped. Each person once. */
import { useId, useState } from 'react';
import type { PersonId } from '../../shared/ids.ts';
import type { BoardSession } from '../board/session.ts';
import { useText } from '../i18n/text.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './PeopleNames.module.css';
import { PersonDisc, stateOf } from './PersonDisc.tsx';
import { usePeople } from './use-people.ts';

interface PeopleNamesProps {
  readonly session: BoardSession;
  readonly following: PersonId | null;
  readonly onFollow: ((person: PersonId | null) => void) | undefined;
}

export default function PeopleNames({ session, following, onFollow }: PeopleNamesProps) {
  const t = useText();
  const people = usePeople(session);
  const [isOpen, setOpen] = useState(false);
  const list = useId();
  return (
    <>
      <button
        type="button"
        className={`menu__one ${styles.count}`}
        aria-expanded={isOpen}
        aria-controls={isOpen ? list : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="people" />
        {t('panels.people.count', { count: people.length })}
      </button>
      {isOpen ? (
        <ul id={list} className={styles.names} aria-label={t('panels.people.label')}>
          {people.map((person) => (
            <li key={person.user.id}>
              <PersonDisc person={person} isFollowed={following === person.user.id} onFollow={onFollow} />
              <span aria-hidden="true">{stateOf(person, t)}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
