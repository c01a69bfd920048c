/** Over the themes, for facilitation: what the screens of rooms show. While they show a theme, they go along with the one that is read. */
import type { ReactNode } from 'react';
import { themeOfSlide, themeSlide } from '../../shared/cohort/shown.ts';
import type { ThemeId } from '../../shared/ids.ts';
import type { BoardSession } from '../board/session.ts';
import { useStore } from '../board/store.ts';
import { roomPlace } from '../call/room/place.ts';
import styles from '../call/room/Remote.module.css';
import { RoomRemote, useShow } from '../call/room/RoomRemote.tsx';
import { useNotesDeck } from '../call/room/use-deck.ts';
import type { Seat } from '../sync/seats.ts';

type Read = (theme: ThemeId | null) => void;

interface RoomSideProps {
  readonly seat: Seat;
  /** Of the group iceberg. */
  readonly session: BoardSession;
  readonly reading: ThemeId | null;
  readonly onRead: Read;
  readonly children: (onRead: Read) => ReactNode;
}

export function RoomSide({ seat, session, reading, onRead, children }: RoomSideProps) {
  const cohort = useStore(session.cohort);
  const { show } = useShow(seat);
  const place = roomPlace(cohort, seat.person);
  const isHere = place?.kind === 'board' && place.board.id === session.board.id;
  const isOnTheme = cohort.call.shown !== null && themeOfSlide(cohort.call.shown.slide) !== null;
  const readAlong: Read = (theme) => {
    onRead(theme);
    if (isHere && isOnTheme && theme) void show(themeSlide(theme));
  };
  return (
    <>
      {isHere && <Remote seat={seat} session={session} reading={reading} onRead={onRead} />}
      {children(readAlong)}
    </>
  );
}

/** Lays everything out that a room could be shown, anew with each change: only where it can be shown. */
function Remote({ seat, session, reading, onRead }: Omit<RoomSideProps, 'children'>) {
  const cohort = useStore(session.cohort);
  const deck = useNotesDeck(session, cohort);
  return (
    <div className={styles.side}>
      <RoomRemote seat={seat} cohort={cohort} deck={deck} reading={reading} onTheme={onRead} />
    </div>
  );
}
