/** *Apilar* for several notes of the group iceberg, *Separar la pila* for one that has others under it. */
import type { NoteId } from '../../../shared/ids.ts';
import type { BoardSession } from '../../board/session.ts';
import { stack, stacksNow, unstack } from '../../board/stacks.ts';
import { useText } from '../../i18n/text.ts';

interface StackActionsProps {
  readonly session: BoardSession;
  readonly ids: readonly NoteId[];
  /** Gives the keyboard back to the canvas after a deed. */
  readonly onDone: (deed: () => void) => () => void;
}

export function StackActions({ session, ids, onDone }: StackActionsProps) {
  const t = useText();
  const [first, ...others] = ids;
  if (first === undefined) return null;
  if (others.length > 0)
    return (
      <button type="button" className="tool tool--words" onClick={onDone(() => stack(session, ids))}>
        {t('canvas.stack.make')}
      </button>
    );
  return stacksNow(session).has(first) ? (
    <button type="button" className="tool tool--words" onClick={onDone(() => unstack(session, first))}>
      {t('canvas.stack.open')}
    </button>
  ) : null;
}
