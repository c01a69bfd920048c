/** Me resuena in the list: a button that places or takes a dot, and the dots of all once they are shown. */
import type { Note } from '../../shared/board/note.ts';
import { useResonance } from '../board/resonance.ts';
import { useText } from '../i18n/text.ts';
import { DotsStrip } from '../ui/DotsStrip.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useList } from './list-context.ts';
import styles from './Resonance.module.css';

export function Resonance({ note, words }: { note: Note; words: string }) {
  const t = useText();
  const { session, say } = useList();
  const resonance = useResonance(session, note.id);
  if (resonance === null) return null;
  const { mayPlace, isMine, count, toggle } = resonance;
  const onPress = (): void => {
    const key = toggle(note.id) ? (isMine ? 'value.dots.taken' : 'value.dots.placed') : 'value.dots.none';
    say(t(key));
    if (key === 'value.dots.none') session.notice.set({ key });
  };
  return (
    <div className={styles.resonance}>
      {mayPlace ? (
        <button
          type="button"
          className={styles.button}
          aria-pressed={isMine}
          aria-label={t('value.dots.on', { text: words })}
          data-part="dot"
          onClick={onPress}
        >
          <Icon name="dot" size={18} />
          {t('value.dots.resonates')}
        </button>
      ) : null}
      {count !== null && count > 0 ? <span className={styles.count}>{t('value.dots.count', { count })}</span> : null}
    </div>
  );
}

/** How many are left, over the list. */
export function DotsLeft() {
  const { session } = useList();
  const resonance = useResonance(session, null);
  if (!resonance?.mayPlace) return null;
  return (
    <div className={styles.left}>
      <DotsStrip {...resonance} />
    </div>
  );
}
