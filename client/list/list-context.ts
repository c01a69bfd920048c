/** What every part of the list shares: the board, the viewer's language, who is told what, and which note is being written. Draws nothing. */
import { createContext, useContext } from 'react';
import type { Link } from '../../shared/board/links.ts';
import type { BoardId, NoteId, ThemeId } from '../../shared/ids.ts';
import type { Language } from '../../shared/language.ts';
import type { AreaId } from '../../shared/template/kinds.ts';
import type { BoardSession } from '../board/session.ts';
import type { Deeds } from './deeds.ts';
import type { WritingDesk } from './use-writing.ts';

/** The heading of a theme that is being renamed: a theme has one in each area. */
export interface Naming {
  readonly theme: ThemeId;
  readonly area: AreaId;
}

/** Ways out of the list. Those that are left out are not offered. */
export interface ListExits {
  /** Opens the sheet in which notes are brought to the group iceberg. */
  readonly onBring?: ((notes: readonly NoteId[]) => void) | undefined;
  readonly onReadTheme?: ((theme: ThemeId) => void) | undefined;
  /** Opens another board and shows a note there. */
  readonly onOpenNote?: ((board: BoardId, note: NoteId) => void) | undefined;
}

export interface ListContents extends ListExits {
  readonly session: BoardSession;
  readonly language: Language;
  readonly mayWrite: boolean;
  /** Tells people who listen instead of look. */
  readonly say: (text: string) => void;
  readonly deeds: Deeds;
  readonly desk: WritingDesk;
  /** Between notes that are there. */
  readonly links: readonly Link[];
  readonly naming: Naming | null;
  readonly setNaming: (naming: Naming | null) => void;
}

export const ListContext = createContext<ListContents | null>(null);

export function useList(): ListContents {
  const list = useContext(ListContext);
  if (!list) throw new Error('a part of the list is drawn outside of it');
  return list;
}
