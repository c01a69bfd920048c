/** On a note that tells a result of the self-assessment: what it is, and a way to the team's profile. */
import { type MouseEvent, useMemo } from 'react';
import { useEditor } from 'tldraw';
import { noteAt } from '../../../shared/board/notes.ts';
import type { NoteId } from '../../../shared/ids.ts';
import { growthPageOf } from '../../board/growth-page.ts';
import { useText } from '../../i18n/text.ts';
import { boardOf } from '../board.ts';
import { OWN_PRESS } from '../own-press.ts';

export function GrowthMark({ note }: { readonly note: NoteId }) {
  const { session } = boardOf(useEditor().store);
  const t = useText();
  // A note has it from its beginning or never.
  const isResult = useMemo(() => (noteAt(session.doc, note)?.growth ?? null) !== null, [session, note]);
  const page = isResult ? growthPageOf(session.cohort.get(), session.board.organisation) : null;
  if (!page) return null;
  const href = `/tablero/${page}`;
  return (
    <a
      className="sticky-growth"
      href={href}
      aria-label={t('growth.markOpen')}
      {...OWN_PRESS}
      onClick={(event) => goWithin(event, href)}
    >
      {t('list.note.growth')}
    </a>
  );
}

/** The router of the pages hears every entry of the history; a new window is the browser's business. */
function goWithin(event: MouseEvent, href: string): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState(null, '', href);
}
