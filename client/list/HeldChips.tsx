/** Whose a belief is, in the layer of beliefs: two chips to press, or the mark alone for those who only read. */
import type { Note } from '../../shared/board/note.ts';
import { areaOf } from '../../shared/template/geometry.ts';
import { useText } from '../i18n/text.ts';
import { Icon } from '../ui/Icon.tsx';
import { useList } from './list-context.ts';
import styles from './NoteCard.module.css';

export function HeldChips({ note }: { note: Note }) {
  const t = useText();
  const { session, mayWrite, deeds } = useList();
  if (areaOf(session.board.kind, note.pos) !== 'beliefs') return null;
  const icon = (held: 'individual' | 'group') => <Icon name={held === 'group' ? 'people' : 'person'} size={16} />;
  if (!mayWrite)
    return note.held ? (
      <p className={styles.marks}>
        <span className={styles.mark}>
          {icon(note.held)} {t(`method.held.${note.held}`)}
        </span>
      </p>
    ) : null;
  return (
    <fieldset className={styles.held} aria-label={t('method.held.label')}>
      {(['individual', 'group'] as const).map((held) => (
        <button
          key={held}
          type="button"
          className={styles.tag}
          aria-pressed={note.held === held}
          data-part={`held-${held}`}
          onClick={() => deeds.hold(note, note.held === held ? null : held)}
        >
          {icon(held)}
          {t(`method.held.${held}`)}
        </button>
      ))}
    </fieldset>
  );
}
