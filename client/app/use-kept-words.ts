/**
 * What somebody was writing in the very moment a board closed, when it is not on the board: kept on this device until they
 * let go of it. What is on the board is kept with the board. Knows no field by name.
 */
import { useCallback, useEffect, useState } from 'react';
import type * as Y from 'yjs';
import type { RoomSession } from '../board/session.ts';
import { browserStorage } from '../sync/browser-storage.ts';

export function useKeptWords(session: RoomSession): [string | null, () => void] {
  const key = `tempano.kept-words.${session.board.id}`;
  const [kept, setKept] = useState(() => browserStorage.tab.getItem(key));
  useEffect(() => {
    let before = session.right.get();
    // The store tells before React takes the field away.
    return session.right.subscribe(() => {
      const right = session.right.get();
      const words = before === 'write' && right !== 'write' ? wordsUnderway(session.doc) : null;
      before = right;
      if (words === null) return;
      browserStorage.tab.setItem(key, words);
      setKept(words);
    });
  }, [session, key]);
  const drop = useCallback(() => {
    browserStorage.tab.removeItem(key);
    setKept(null);
  }, [key]);
  return [kept, drop];
}

/** The text of the field with the caret, unless the document has it already. */
function wordsUnderway(doc: Y.Doc): string | null {
  const field = document.activeElement;
  const isField = field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === 'text');
  if (!isField || !field.closest('main')) return null;
  const words = field.value.trim();
  return words === '' || isIn(doc.toJSON(), words) ? null : words;
}

function isIn(value: unknown, words: string): boolean {
  if (typeof value === 'string') return value.includes(words);
  return typeof value === 'object' && value !== null && Object.values(value).some((one) => isIn(one, words));
}
