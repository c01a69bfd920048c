/** The sentence of the value board as React state: its words, and whether I am writing it. Knows no text field. */
import { useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import { textsOf } from '../../../shared/board/document.ts';
import { STATEMENT, textAt } from '../../../shared/board/texts.ts';
import type { BoardSession } from '../../board/session.ts';
import { type WritableStore, writable } from '../../board/store.ts';

const editing = new WeakMap<BoardSession, WritableStore<boolean>>();

/** Whether the sentence of this board is being written here. */
export function statementEditing(session: BoardSession): WritableStore<boolean> {
  const known = editing.get(session) ?? writable(false);
  editing.set(session, known);
  return known;
}

export const statementText = (session: BoardSession): Y.Text | null => textAt(session.doc, STATEMENT);

export function useStatement(session: BoardSession): { text: string; isEditing: boolean } {
  const store = statementEditing(session);
  const text = useSyncExternalStore(
    (listener) => {
      const texts = textsOf(session.doc);
      texts.observeDeep(listener);
      return () => texts.unobserveDeep(listener);
    },
    () => statementText(session)?.toString() ?? '',
  );
  return { text, isEditing: useSyncExternalStore(store.subscribe, store.get) };
}
