/** How the notes are coloured on this screen, for as long as the board is open on it. Follows the board only while it is not by tag. */
import { type Atom, atom } from 'tldraw';
import type { NoteId } from '../../../shared/ids.ts';
import type { Language } from '../../../shared/language.ts';
import type { BoardSession } from '../../board/session.ts';
import { type ColourBy, colourGroups } from './colour-groups.ts';

/** Paper of a note, and what it is signed with where its own initials would not say what the colour does. */
export interface Paint {
  readonly paper: string;
  readonly sign: string | null;
}

export interface Colouring {
  readonly by: Atom<ColourBy>;
  /** Empty while notes are coloured by tag. */
  readonly paints: Atom<ReadonlyMap<NoteId, Paint>>;
  choose(by: ColourBy): void;
  close(): void;
}

export function createColouring(session: BoardSession, language: Atom<Language>): Colouring {
  const by = atom<ColourBy>('colour by', 'tag');
  const paints = atom<ReadonlyMap<NoteId, Paint>>('paints', new Map());
  let stops: readonly (() => void)[] = [];
  const paint = (): void => {
    const groups = colourGroups(by.get(), {
      notes: session.notes.get(),
      themes: session.themes.get(),
      cohort: session.cohort.get(),
      language: language.get(),
    });
    const isSigned = by.get() === 'organisation';
    paints.set(
      new Map(
        groups.flatMap(({ notes, paper, sign }) =>
          notes.map((id) => [id, { paper, sign: (isSigned && sign) || null }]),
        ),
      ),
    );
  };
  const stop = (): void => {
    for (const one of stops) one();
    stops = [];
    paints.set(new Map());
  };
  return {
    by,
    paints,
    choose(next) {
      stop();
      by.set(next);
      if (next === 'tag') return;
      stops = [session.notes, session.themes, session.cohort].map((store) => store.subscribe(paint));
      paint();
    },
    close: stop,
  };
}
