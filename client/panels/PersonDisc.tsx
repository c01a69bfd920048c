/** Somebody on this board as a disc with initials, and a button to see what they see where that can be followed. */
import { initialsOf } from '../../shared/cohort/initials.ts';
import type { PersonId } from '../../shared/ids.ts';
import { type Translate, useText } from '../i18n/text.ts';
import { classes } from '../list/classes.ts';
import styles from './PeopleBar.module.css';
import type { PersonHere } from './people.ts';

interface PersonDiscProps {
  readonly person: PersonHere;
  readonly isFollowed: boolean;
  readonly onFollow: ((person: PersonId | null) => void) | undefined;
}

export function PersonDisc({ person, isFollowed, onFollow }: PersonDiscProps) {
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

/** Who it is and what they do, in words. */
export function stateOf({ user, isMe, isWriting, isInList }: PersonHere, t: Translate): string {
  const { name } = user;
  if (isMe) return t('panels.people.you', { name });
  if (isWriting) return t('panels.people.writing', { name });
  return isInList ? t('panels.people.list', { name }) : t('panels.people.here', { name });
}
