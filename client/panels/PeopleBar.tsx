/** Who is on this board, as discs with initials: who writes, and a button to see what somebody sees. Each person once. */

import { initialsOf } from '../../shared/cohort/initials.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { BoardSession } from '../board/session.ts';
import { type Translate, useText } from '../i18n/text.ts';
import { classes } from '../list/classes.ts';
import styles from './PeopleBar.module.css';
import type { PersonHere } from './people.ts';
import { usePeople } from './use-people.ts';

/** More people than this are counted, not drawn. */
const MOST = 7;

interface PeopleBarProps {
  readonly session: BoardSession;
  /** Who is followed on the canvas; leave out `onFollow` where there is no canvas. */
  readonly following?: PersonId | null;
  readonly onFollow?: ((person: PersonId | null) => void) | undefined;
}

export function PeopleBar({ session, following = null, onFollow }: PeopleBarProps) {
  const t = useText();
  const people = usePeople(session);
  const shown = people.slice(0, people.length > MOST ? MOST - 1 : MOST);
  const rest = people.slice(shown.length);
  return (
    <ul className={styles.people} aria-label={t('panels.people.label')}>
      {shown.map((person) => (
        <li key={person.user.id}>
          <Disc person={person} isFollowed={following === person.user.id} onFollow={onFollow} />
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

interface DiscProps {
  readonly person: PersonHere;
  readonly isFollowed: boolean;
  readonly onFollow: PeopleBarProps['onFollow'];
}

function Disc({ person, isFollowed, onFollow }: DiscProps) {
  const t = useText();
  const { user, isMe, isWriting, isInList } = person;
  const state = stateOf(person, t);
  const inside = (
    <>
      <span className={styles.disc} style={{ backgroundColor: user.colour }} aria-hidden="true">
        {initialsOf(user.name)}
      </span>
      {isWriting ? <span className={styles.writing} aria-hidden="true" /> : null}
    </>
  );
  if (isMe || isInList || !onFollow)
    return (
      <span className={styles.person} title={state}>
        {inside}
        <span className="visually-hidden">{state}</span>
      </span>
    );
  const action = t(isFollowed ? 'panels.people.stop' : 'panels.people.follow', { name: user.name });
  return (
    <button
      type="button"
      className={classes(styles.person, isFollowed && styles.followed)}
      aria-pressed={isFollowed}
      aria-label={
        isWriting
          ? `${t('panels.people.follow', { name: user.name })}. ${state}`
          : t('panels.people.follow', { name: user.name })
      }
      title={isWriting ? `${state} · ${action}` : action}
      onClick={() => onFollow(isFollowed ? null : user.id)}
    >
      {inside}
    </button>
  );
}

function stateOf({ user, isMe, isWriting, isInList }: PersonHere, t: Translate): string {
  const { name } = user;
  if (isMe) return t('panels.people.you', { name });
  if (isWriting) return t('panels.people.writing', { name });
  return isInList ? t('panels.people.list', { name }) : t('panels.people.here', { name });
}
