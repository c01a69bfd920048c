/** The people of an organisation as discs with initials: state by shape, sign and word, never by colour alone. A tap writes to one. */

import type { Cohort, Organisation } from '../../../shared/cohort/document.ts';
import { initialsOf } from '../../../shared/cohort/initials.ts';
import { type Translate, useText } from '../../i18n/text.ts';
import { classes } from '../../list/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import { peopleOf, type Seated } from './overview.ts';
import styles from './People.module.css';
import { usePanel } from './panel-context.ts';

/** More people than this are counted, not drawn. */
const MOST = 4;

export function PeopleCell({ organisation }: { organisation: Organisation }) {
  const t = useText();
  const { cohort, attendance, open } = usePanel();
  const people = peopleOf(cohort, organisation.id, attendance).sort(byNeed);
  const shown = people.slice(0, people.length > MOST ? MOST - 1 : MOST);
  const rest = people.length - shown.length;
  if (people.length === 0) return <span className={styles.none}>{t('panel.nobody')}</span>;
  return (
    <ul className={styles.discs}>
      {shown.map((one) => (
        <li key={one.person.id}>
          <PersonDisc seated={one} />
        </li>
      ))}
      {rest > 0 && (
        <li>
          <button
            type="button"
            className={styles.person}
            title={t('panel.morePeople', { count: rest })}
            onClick={() => open({ kind: 'people', organisation: organisation.id })}
          >
            <span className={styles.restDisc} aria-hidden="true">
              +{rest}
            </span>
            <span className="visually-hidden">{t('panel.morePeople', { count: rest })}</span>
          </button>
        </li>
      )}
    </ul>
  );
}

/** Raised hands first; otherwise as they are. */
const byNeed = (a: Seated, b: Seated): number => Number(b.hand !== null) - Number(a.hand !== null);

export function PersonDisc({ seated }: { seated: Seated }) {
  const t = useText();
  const { cohort, open } = usePanel();
  const { person, at, onPhone, hand } = seated;
  const words = t('panel.personIs', { name: person.name, states: statesOf(seated, cohort, t).join(', ') });
  return (
    <button
      type="button"
      className={classes(styles.person, styles[at])}
      title={words}
      onClick={() => open({ kind: 'message', to: person.id })}
    >
      <span className={styles.initials} aria-hidden="true">
        {initialsOf(person.name)}
      </span>
      <span className="visually-hidden">{words}</span>
      {at === 'writing' && <Sign name="pen" kind="pen" />}
      {onPhone && <Sign name="phone" kind="phone" />}
      {hand !== null && <Sign name="hand" kind="hand" />}
    </button>
  );
}

const Sign = ({ name, kind }: { name: 'pen' | 'phone' | 'hand'; kind: 'pen' | 'phone' | 'hand' }) => (
  <span className={classes(styles.sign, styles[kind])} aria-hidden="true">
    <Icon name={name} size={kind === 'hand' ? 13 : 11} />
  </span>
);

/** In words: what the disc says with its signs. */
export function statesOf({ person, at, onPhone, hand }: Seated, cohort: Cohort, t: Translate): string[] {
  const host = person.host && cohort.people.find(({ id }) => id === person.host);
  return [
    t(`panel.at.${at}`),
    ...(onPhone ? [t('panel.onPhone')] : []),
    ...(host ? [t('panel.atTable', { name: host.name })] : []),
    ...(hand !== null ? [t('panel.handUp')] : []),
  ];
}
