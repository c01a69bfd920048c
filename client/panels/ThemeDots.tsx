/** Dots of all on some notes, once facilitation shows them. Draws nothing before, and nothing for none. */
import type { Note } from '../../shared/board/note.ts';
import { dotsOn } from '../board/resonance.ts';
import type { BoardSession } from '../board/session.ts';
import { useStore } from '../board/store.ts';
import { useText } from '../i18n/text.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './ThemesPanel.module.css';

export function ThemeDots({ session, notes }: { session: BoardSession; notes: readonly Note[] }) {
  const t = useText();
  const count = dotsOn(useStore(session.cohort), notes);
  if (count === null || count === 0) return null;
  return (
    <span className={styles.dots} data-part="dots">
      <Icon name="dot" size={16} /> {t('value.dots.count', { count })}
    </span>
  );
}
