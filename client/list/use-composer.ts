/**
 * Writing a new note without asking for it first: with the first letter the note is on the board, so others see it grow
 * and a power cut loses nothing. Knows the field, not how it is drawn.
 */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { NoteId } from '../../shared/ids.ts';
import type { AreaId } from '../../shared/template/kinds.ts';
import { begin as startOf } from '../../shared/template/starters.ts';
import { addNote } from '../board/actions.ts';
import type { BoardSession } from '../board/session.ts';
import { bindTextField } from '../board/text-binding.ts';
import { beginWriting } from '../board/writing.ts';

interface Open {
  readonly id: NoteId;
  /** Writes what is still composing and lets go of the field. */
  readonly end: () => void;
}

export interface Composer {
  readonly field: RefObject<HTMLTextAreaElement>;
  /** The note that is being written, once it has a letter. */
  readonly note: NoteId | null;
  /** To call after each input that is not part of a composition. */
  begin(): void;
  /** Closes the note and empties the field; gives back the note when there was one. */
  finish(): NoteId | null;
  /** Puts the beginning of a sentence into the empty field and selects its first gap. */
  start(starter: string): void;
}

export function useComposer(session: BoardSession, area: AreaId): Composer {
  const field = useRef<HTMLTextAreaElement>(null);
  const open = useRef<Open | null>(null);
  const [note, setNote] = useState<NoteId | null>(null);

  const begin = useCallback(() => {
    const element = field.current;
    if (open.current || !element || element.value.trim() === '') return;
    const typed = element.value;
    const id = addNote(session, area);
    const writing = id ? beginWriting(session, id) : null;
    if (!id || !writing) return;
    // What was typed so far belongs to the typing, so that undo takes all letters back, not all but the first.
    session.doc.transact(() => writing.text.insert(0, typed), writing.typing.origin);
    const unbind = bindTextField(element, writing.text, writing.typing);
    open.current = {
      id,
      end: () => {
        unbind();
        writing.end();
      },
    };
    setNote(id);
  }, [session, area]);

  const finish = useCallback(() => {
    const done = open.current;
    open.current = null;
    done?.end();
    if (field.current) field.current.value = '';
    setNote(null);
    return done?.id ?? null;
  }, []);
  useEffect(() => () => void finish(), [finish]);

  const start = useCallback(
    (starter: string) => {
      const element = field.current;
      if (element?.value.trim() !== '') return;
      const { text, from, to } = startOf(starter);
      element.value = text;
      element.focus();
      element.setSelectionRange(from, to);
      begin();
    },
    [begin],
  );
  return { field, note, begin, finish, start };
}
