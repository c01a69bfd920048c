/** What is proposed for the loose notes of a board, without what this person discarded. Kept as long as the view is open. */
import { useDeferredValue, useMemo, useState } from 'react';
import { onTop } from '../../shared/board/stacks.ts';
import type { NoteId } from '../../shared/ids.ts';
import type { Language } from '../../shared/language.ts';
import { suggestThemes, type ThemeProposal } from '../../shared/synthesis/suggest-themes.ts';
import type { BoardSession } from '../board/session.ts';
import { useStore } from '../board/store.ts';

export interface Proposals {
  readonly proposals: readonly ThemeProposal[];
  /** Notes without a theme that resemble nothing enough. */
  readonly left: number;
  discard(proposal: ThemeProposal): void;
}

export function useProposals(session: BoardSession, language: Language): Proposals {
  const notes = useDeferredValue(useStore(session.notes));
  const themes = useStore(session.themes);
  const [discarded, setDiscarded] = useState<ReadonlySet<NoteId>>(new Set());
  return useMemo(() => {
    // What lies under another note goes with it.
    const shown = onTop(notes);
    const loose = shown.filter((note) => note.theme === null && note.text.trim() !== '');
    const open = shown.filter((note) => !discarded.has(note.id));
    const proposals = suggestThemes(open, themes, language);
    return {
      proposals,
      left: loose.length - proposals.reduce((sum, proposal) => sum + proposal.notes.length, 0),
      discard: (proposal) => setDiscarded((before) => new Set([...before, ...proposal.notes])),
    };
  }, [notes, themes, language, discarded]);
}
