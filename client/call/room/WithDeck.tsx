/** Opens what a room's screen is about and hands out its slides; null until they are here. Draws nothing itself. */
import type { ReactNode } from 'react';
import type { Cohort } from '../../../shared/cohort/document.ts';
import type { BoardId } from '../../../shared/ids.ts';
import { type BoardSession, isBoardSession, type RoomSession } from '../../board/session.ts';
import { useStore } from '../../board/store.ts';
import { useBoardSession } from '../../sync/hooks.ts';
import type { DeckSlide } from './deck.ts';
import type { RoomPlace } from './place.ts';
import { useClosingDeck, useGalleryDeck, useNotesDeck } from './use-deck.ts';

/** `session` is the board the slides are drawn from, where there is one of notes. */
type Draw = (deck: readonly DeckSlide[] | null, session: BoardSession | null) => ReactNode;

interface WithDeckProps {
  readonly place: RoomPlace;
  readonly cohort: Cohort;
  readonly children: Draw;
}

export function WithDeck({ place, cohort, children }: WithDeckProps) {
  return place.kind === 'board' ? (
    <OfBoard key={place.board.id} id={place.board.id} cohort={cohort} draw={children} />
  ) : (
    <OfGallery cohort={cohort} draw={children} />
  );
}

function OfGallery({ cohort, draw }: { cohort: Cohort; draw: Draw }) {
  return draw(useGalleryDeck(cohort), null);
}

function OfBoard({ id, cohort, draw }: { id: BoardId; cohort: Cohort; draw: Draw }) {
  const found = useBoardSession(id);
  if (found.kind !== 'found') return draw(null, null);
  return <OfSession session={found.session} cohort={cohort} draw={draw} />;
}

function OfSession({ session, cohort, draw }: { session: RoomSession; cohort: Cohort; draw: Draw }) {
  const isLoaded = useStore(session.loaded);
  if (!isLoaded) return draw(null, null);
  if (isBoardSession(session)) return <OfNotes session={session} cohort={cohort} draw={draw} />;
  return session.board.kind === 'closing' ? <OfClosing session={session} cohort={cohort} draw={draw} /> : null;
}

function OfNotes({ session, cohort, draw }: { session: BoardSession; cohort: Cohort; draw: Draw }) {
  return draw(useNotesDeck(session, cohort), session);
}

function OfClosing({ session, cohort, draw }: { session: RoomSession; cohort: Cohort; draw: Draw }) {
  return draw(useClosingDeck(session, cohort), null);
}
