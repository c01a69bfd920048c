/** Of each part of a value board: whether the cohort sees it, and whether what it sees is what the board says now. */
import { useSyncExternalStore } from 'react';
import { STATEMENT, textAt } from '../../shared/board/texts.ts';
import { VALUE_PARTS, type ValuePart } from '../../shared/cohort/call.ts';
import { valueLines } from '../../shared/synthesis/publish.ts';
import type { BoardSession } from '../board/session.ts';
import { useStore } from '../board/store.ts';

export type PartState = 'empty' | 'hidden' | 'published' | 'changed';

export function usePublishedParts(session: BoardSession): Readonly<Record<ValuePart, PartState>> {
  const notes = useStore(session.notes);
  const cohort = useStore(session.cohort);
  const statement = useStatementText(session);
  const out = cohort.gallery.find((one) => one.organisation === session.board.organisation)?.parts ?? {};
  const stateOf = (part: ValuePart): PartState => {
    const lines = valueLines(notes, statement, part);
    const told = out[part];
    if (told === undefined) return lines.length === 0 ? 'empty' : 'hidden';
    return told.join('\n') === lines.join('\n') ? 'published' : 'changed';
  };
  return Object.fromEntries(VALUE_PARTS.map((part) => [part, stateOf(part)])) as Record<ValuePart, PartState>;
}

/** Whether the sentence still has blanks of its frame to fill in. */
export const useBlanks = (session: BoardSession): boolean => useStatementText(session).includes('__');

function useStatementText({ doc }: BoardSession): string {
  const read = (): string => textAt(doc, STATEMENT)?.toString() ?? '';
  return useSyncExternalStore((changed) => {
    doc.on('update', changed);
    return () => doc.off('update', changed);
  }, read);
}
