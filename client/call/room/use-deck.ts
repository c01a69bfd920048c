/** The slides of a room, drawn from an open board or from what the cohort was told; always up to date. Draws nothing. */
import { useMemo } from 'react';
import { readTold, readWords } from '../../../shared/board/closing.ts';
import type { Cohort } from '../../../shared/cohort/document.ts';
import type { BoardSession, RoomSession } from '../../board/session.ts';
import { useStore } from '../../board/store.ts';
import { useRoot } from '../../board/use-root.ts';
import { useLanguage, useText } from '../../i18n/text.ts';
import { closingDeck } from './closing-deck.ts';
import type { DeckSlide } from './deck.ts';
import { galleryDeck } from './gallery-deck.ts';
import { type DeckWords, groupDeck } from './group-deck.ts';

function useWords(cohort: Cohort): DeckWords {
  const t = useText();
  const [language] = useLanguage();
  return useMemo(() => ({ cohort, language, t }), [cohort, language, t]);
}

export function useNotesDeck(session: BoardSession, cohort: Cohort): readonly DeckSlide[] {
  const words = useWords(cohort);
  const notes = useStore(session.notes);
  const themes = useStore(session.themes);
  const kind = session.board.kind === 'practice' ? 'practice' : 'group-iceberg';
  return useMemo(() => groupDeck({ kind, notes, themes }, words), [kind, notes, themes, words]);
}

export function useClosingDeck(session: RoomSession, cohort: Cohort): readonly DeckSlide[] {
  const words = useWords(cohort);
  const call = cohort.call.session;
  const read = useMemo(() => (doc: RoomSession['doc']) => readWords(doc, call), [call]);
  const said = useRoot(session.doc, 'words', read);
  const told = useRoot(session.doc, 'commitments', readTold);
  return useMemo(() => closingDeck({ words: said, told }, words), [said, told, words]);
}

export function useGalleryDeck(cohort: Cohort): readonly DeckSlide[] {
  const words = useWords(cohort);
  return useMemo(() => galleryDeck(words), [words]);
}
