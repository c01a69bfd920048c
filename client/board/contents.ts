/** The contents of a board's document as stores: read again only what changed, so that views redraw only that. Writes nothing. */
import * as Y from 'yjs';
import { drawingsOf, metaOf, notesOf, themesOf } from '../../shared/board/document.ts';
import { type Note, readNote } from '../../shared/board/note.ts';
import { readThemes, type Theme, themeOf } from '../../shared/board/themes.ts';
import { countUnreadable } from '../../shared/board/unreadable.ts';
import { type Column, readColumns } from '../../shared/synthesis/columns.ts';
import { type Store, writable } from './store.ts';

export interface Contents {
  readonly notes: Store<readonly Note[]>;
  readonly themes: Store<readonly Theme[]>;
  readonly columns: Store<readonly Column[]>;
  /** How many notes, themes and drawings of the document cannot be read. */
  readonly unreadable: Store<number>;
  close(): void;
}

export function watchContents(doc: Y.Doc): Contents {
  const byId = new Map<string, Note>();
  const readAgain = (id: string): void => {
    const note = readNote(id, notesOf(doc).get(id));
    if (note) byId.set(id, { ...note, theme: themeOf(doc, note) });
    else byId.delete(id);
  };
  for (const id of notesOf(doc).keys()) readAgain(id);
  const notes = writable<readonly Note[]>([...byId.values()]);
  const themes = writable<readonly Theme[]>(readThemes(doc));
  const columns = writable<readonly Column[]>(readColumns(doc));
  const unreadable = writable(countUnreadable(doc));
  const countAgain = (): void => unreadable.set(countUnreadable(doc));

  const onNotes = (events: Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    for (const event of events) {
      if (event.path.length > 0) readAgain(String(event.path[0]));
      else if (event instanceof Y.YMapEvent) for (const id of event.keysChanged) readAgain(String(id));
    }
    notes.set([...byId.values()]);
    if (events.some(changesWhatIsThere)) countAgain();
  };
  const onThemes = (): void => {
    themes.set(readThemes(doc));
    for (const id of [...byId.keys()]) readAgain(id);
    notes.set([...byId.values()]);
    countAgain();
  };
  const onMeta = (): void => columns.set(readColumns(doc));
  notesOf(doc).observeDeep(onNotes);
  themesOf(doc).observeDeep(onThemes);
  metaOf(doc).observe(onMeta);
  drawingsOf(doc).observe(countAgain);
  return {
    notes,
    themes,
    columns,
    unreadable,
    close() {
      drawingsOf(doc).unobserve(countAgain);
      notesOf(doc).unobserveDeep(onNotes);
      themesOf(doc).unobserveDeep(onThemes);
      metaOf(doc).unobserve(onMeta);
    },
  };
}

/** A note came or went, or got its text: letters and places do not make one readable. */
function changesWhatIsThere(event: Y.YEvent<Y.AbstractType<unknown>>): boolean {
  return event instanceof Y.YMapEvent && (event.path.length === 0 || event.keysChanged.has('text'));
}
