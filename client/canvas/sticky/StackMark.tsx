/** On the uppermost note of a stack: how many there are. */
import { useEditor } from 'tldraw';
import type { NoteId } from '../../../shared/ids.ts';
import { useStack } from '../../board/stacks.ts';
import { useText } from '../../i18n/text.ts';
import { boardOf } from '../board.ts';

export function StackMark({ note }: { readonly note: NoteId }) {
  const { session } = boardOf(useEditor().store);
  const under = useStack(session, note);
  const t = useText();
  if (under === 0) return null;
  const label = t('canvas.note.stack', { count: under + 1 });
  return (
    <span className="sticky-stack" role="img" aria-label={label} title={label}>
      <span aria-hidden="true">×{under + 1}</span>
    </span>
  );
}
