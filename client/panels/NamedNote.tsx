/** The gentle question at a note that seems to name a person: change it here, or let it go as it is. Blocks nothing. */
import type { Note } from '../../shared/board/note.ts';
import { noteTextAt } from '../../shared/board/notes.ts';
import { TEXT } from '../../shared/limits.ts';
import type { BoardSession } from '../board/session.ts';
import { useText } from '../i18n/text.ts';
import { SharedTextField } from '../list/SharedTextField.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import styles from './BringLayerList.module.css';

interface NamedNoteProps {
  readonly session: BoardSession;
  readonly note: Note;
  readonly isOpen: boolean;
  readonly onOpen: (open: boolean) => void;
  /** *Llevar así*. */
  readonly onAsIs: () => void;
}

export function NamedNote({ session, note, isOpen, onOpen, onAsIs }: NamedNoteProps) {
  const t = useText();
  const text = noteTextAt(session.doc, note.id);
  return (
    <div className={styles.named} data-part="named">
      <p>
        <Icon name="person" size={18} /> {t('method.bring.named')}
      </p>
      {isOpen && text ? (
        <SharedTextField
          session={session}
          text={text}
          presence={`note:${note.id}`}
          label={t('method.bring.editing')}
          maxLength={TEXT.note}
          className={styles.namedField}
          autoFocus
          onLeave={() => onOpen(false)}
        />
      ) : null}
      <div className={styles.namedDeeds}>
        <Button onClick={() => onOpen(!isOpen)} icon={isOpen ? 'check' : 'pen'}>
          {t(isOpen ? 'method.bring.changed' : 'method.bring.change')}
        </Button>
        <Button look="quiet" onClick={onAsIs}>
          {t('method.bring.asIs')}
        </Button>
      </div>
    </div>
  );
}
