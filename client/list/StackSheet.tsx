/** A stack, opened from the list: what lies in it, the note on top first, and separating it. */
import type { Note } from '../../shared/board/note.ts';
import { namesOf } from '../board/lines.ts';
import { stacksNow, unstack } from '../board/stacks.ts';
import { useStore } from '../board/store.ts';
import { useText } from '../i18n/text.ts';
import { Button } from '../ui/Button.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useList } from './list-context.ts';
import styles from './StackSheet.module.css';
import '../i18n/later.ts';

export default function StackSheet({ note, onClose }: { note: Note; onClose: () => void }) {
  const t = useText();
  const { session, mayWrite } = useList();
  const notes = useStore(session.notes);
  const cohort = useStore(session.cohort);
  const stacks = [...stacksNow(session)];
  const [top, under = []] = stacks.find(([, lower]) => lower.some(({ id }) => id === note.id)) ?? [];
  if (top === undefined) return null;
  const all = [...notes.filter(({ id }) => id === top), ...under];
  return (
    <Sheet title={t('canvas.note.stack', { count: all.length })} onClose={onClose}>
      <ol className={styles.notes}>
        {all.map((one) => (
          <li key={one.id}>
            {one.text.trim()} <span>{namesOf(one, cohort).organisation}</span>
          </li>
        ))}
      </ol>
      {mayWrite ? (
        <Button icon="undo" onClick={() => unstack(session, top)}>
          {t('canvas.stack.open')}
        </Button>
      ) : null}
    </Sheet>
  );
}
