/** Everybody's words in large type, each with its organisation. Sizes and inks vary by person and mean nothing. */
import type { Word } from '../../../shared/board/closing.ts';
import type { Cohort } from '../../../shared/cohort/document.ts';
import type { PersonId } from '../../../shared/ids.ts';
import { turnOf } from '../../board/turn-of.ts';
import { useText } from '../../i18n/text.ts';
import styles from './Closing.module.css';

export const WALL_ID = 'muro';

interface WordWallProps {
  readonly words: readonly Word[];
  readonly cohort: Cohort;
  readonly mine: ReadonlySet<PersonId>;
}

export function WordWall({ words, cohort, mine }: WordWallProps) {
  const t = useText();
  if (words.length === 0)
    return cohort.call.status === 'closed' ? null : <p className={styles.empty}>{t('peers.closing.empty')}</p>;
  return (
    <ul id={WALL_ID} tabIndex={-1} className={styles.wall} aria-label={t('peers.closing.wall')}>
      {words.map(({ person, organisation, text }) => {
        const acronym = cohort.organisations.find((one) => one.id === organisation)?.acronym;
        return (
          <li
            key={person}
            className={styles.word}
            data-size={turnOf(person, 3)}
            data-ink={turnOf(`${person}.`, 4)}
            data-mine={mine.has(person)}
          >
            <span>{text}</span>
            {acronym && <small>{acronym}</small>}
          </li>
        );
      })}
    </ul>
  );
}
