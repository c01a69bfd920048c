/** While the other end of a link is looked for: says what to tap. Choosing a note of another layer draws the link; Esc ends it. */
import { useEffect } from 'react';
import { type Editor, react } from 'tldraw';
import { linkingFrom, toggleLink } from '../../board/links.ts';
import { useStore } from '../../board/store.ts';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/Button.tsx';
import { boardOf } from '../board.ts';
import { selectedNotes, selectNotes } from '../selection.ts';

export function LinkingBar({ editor }: { readonly editor: Editor }) {
  const { session } = boardOf(editor.store);
  const picking = linkingFrom(session);
  const from = useStore(picking);
  const t = useText();
  useEffect(() => {
    if (from === null) return;
    const stop = react('linking', () => {
      const [other, ...more] = selectedNotes(editor).filter((id) => id !== from);
      if (!other || more.length > 0) return;
      queueMicrotask(() => {
        const outcome = toggleLink(session, from, other);
        session.notice.set({ key: outcome ? `method.link.${outcome}` : 'method.link.sameLayer' });
        if (outcome) picking.set(null);
        else selectNotes(editor, [from]);
      });
    });
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') picking.set(null);
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => {
      stop();
      window.removeEventListener('keydown', onKey, { capture: true });
    };
  }, [editor, session, picking, from]);
  if (from === null) return null;
  return (
    <div className="follow-bar linking-bar" role="status">
      {t('method.link.picking')}
      <Button look="quiet" onClick={() => picking.set(null)}>
        {t('method.link.cancel')}
      </Button>
    </div>
  );
}
