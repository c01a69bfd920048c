/** Which boards of the cohort on the screen have something unsent on this device. Sends nothing. */
import { createContext, useContext } from 'react';
import type { BoardId } from '../../shared/ids.ts';
import type { Unsent, UnsentBoards } from '../sync/keep-sending.ts';

export const UnsentContext = createContext<UnsentBoards>(new Map());

export const useUnsent = (): UnsentBoards => useContext(UnsentContext);
export const useUnsentOn = (board: BoardId): Unsent | null => useUnsent().get(board) ?? null;
