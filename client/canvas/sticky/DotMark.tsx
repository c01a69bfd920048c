/** On a note: my own dot, and how many there are once facilitation shows them. */
import { useEditor } from 'tldraw';
import type { NoteId } from '../../../shared/ids.ts';
import { useResonance } from '../../board/resonance.ts';
import { useText } from '../../i18n/text.ts';
import { boardOf } from '../board.ts';

export function DotMark({ note }: { readonly note: NoteId }) {
  const { session } = boardOf(useEditor().store);
  const resonance = useResonance(session, note);
  const t = useText();
  if (resonance === null || (!resonance.isMine && !resonance.count)) return null;
  const { isMine, count } = resonance;
  const label = count ? t('value.dots.count', { count }) : t('value.dots.resonates');
  return (
    <span className={isMine ? 'sticky-dot sticky-dot--mine' : 'sticky-dot'} role="img" aria-label={label} title={label}>
      <span aria-hidden="true">{count ? `● ${count}` : '●'}</span>
    </span>
  );
}
