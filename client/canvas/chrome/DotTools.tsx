/** Me resuena on the canvas: for the one selected note a button, over the board how many dots are left. */
import { type Editor, useValue } from 'tldraw';
import { useResonance } from '../../board/resonance.ts';
import { useText } from '../../i18n/text.ts';
import { DotsStrip } from '../../ui/DotsStrip.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { boardOf } from '../board.ts';
import { selectedNotes } from '../selection.ts';

export function DotButton({ editor }: { readonly editor: Editor }) {
  const { session } = boardOf(editor.store);
  const ids = useValue('selected notes', () => selectedNotes(editor), [editor]);
  const [only, ...others] = ids;
  const note = only !== undefined && others.length === 0 ? only : null;
  const resonance = useResonance(session, note);
  const t = useText();
  if (note === null || !resonance?.mayPlace) return null;
  const { isMine, toggle } = resonance;
  const onPress = (): void => {
    if (!toggle(note)) session.notice.set({ key: 'value.dots.none' });
    // Back to the notes: Tab goes to the next one.
    editor.getContainer().focus({ preventScroll: true });
  };
  return (
    <button type="button" className="tool tool--words" aria-pressed={isMine} data-part="dot" onClick={onPress}>
      <Icon name="dot" /> {t(isMine ? 'value.dots.take' : 'value.dots.resonates')}
    </button>
  );
}

export function DotsLeft({ editor }: { readonly editor: Editor }) {
  const { session } = boardOf(editor.store);
  const resonance = useResonance(session, null);
  if (!resonance?.mayPlace) return null;
  return (
    <div className="dots-left">
      <DotsStrip {...resonance} />
    </div>
  );
}
