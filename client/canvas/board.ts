/** Which board a tldraw store shows: what shapes, tools and exports need beside their record. Knows no React and draws nothing. */
import { type Atom, atom, type TLStore } from 'tldraw';
import type { Language } from '../../shared/language.ts';
import type { BoardSession } from '../board/session.ts';
import { type Colouring, createColouring } from './colour/colouring.ts';

export interface CanvasBoard {
  readonly session: BoardSession;
  readonly language: Atom<Language>;
  readonly colouring: Colouring;
}

const boards = new WeakMap<TLStore, CanvasBoard>();

export function registerBoard(store: TLStore, session: BoardSession, language: Language): CanvasBoard {
  const spoken = atom('language', language);
  const board = { session, language: spoken, colouring: createColouring(session, spoken) };
  boards.set(store, board);
  return board;
}

/** The board of a store. Throws for a store that was never registered: that is a mistake in the set-up. */
export function boardOf(store: TLStore): CanvasBoard {
  const board = boards.get(store);
  if (!board) throw new Error('this store shows no board');
  return board;
}
