/** What a person does in the list: each deed changes the board and says how it went. Knows no element; `say` is told in the viewer's language. */
import type { Held, Note } from '../../shared/board/note.ts';
import { keepNotes, noteAt } from '../../shared/board/notes.ts';
import { dissolveTheme, mergeThemes, type Theme } from '../../shared/board/themes.ts';
import type { NoteId, ThemeId } from '../../shared/ids.ts';
import type { Language } from '../../shared/language.ts';
import { areaOf } from '../../shared/template/geometry.ts';
import type { AreaId } from '../../shared/template/kinds.ts';
import { areaTitle } from '../../shared/template/texts.ts';
import * as actions from '../board/actions.ts';
import { toggleLink } from '../board/links.ts';
import { pasteText } from '../board/paste-text.ts';
import type { BoardSession } from '../board/session.ts';
import { type TextKey, textIn, type Values } from '../i18n/text.ts';

export interface Deeds {
  paste(text: string, area: AreaId): readonly NoteId[];
  move(ids: readonly NoteId[], area: AreaId): void;
  remove(ids: readonly NoteId[]): void;
  duplicate(id: NoteId): void;
  /** Operativo and programático are two marks: each is set without touching the other. */
  mark(note: Note, half: 'operational' | 'programmatic'): void;
  star(note: Note): void;
  keepPrivate(note: Note): void;
  hold(note: Note, held: Held): void;
  /** Links two notes of different layers, or parts them. */
  link(one: NoteId, other: NoteId): void;
  withdraw(ids: readonly NoteId[]): Promise<void>;
  refresh(ids: readonly NoteId[]): Promise<void>;
  putInTheme(ids: readonly NoteId[], theme: Theme | null): void;
  /** A theme without a title yet, and the area in which its heading is first seen. */
  makeTheme(ids: readonly NoteId[]): { theme: ThemeId; area: AreaId } | null;
  merge(into: Theme, other: ThemeId): void;
  dissolve(theme: ThemeId): void;
  arrange(by: 'themes' | 'organisations'): Promise<void>;
  undo(): void;
  redo(): void;
}

export function deedsOn(s: BoardSession, language: Language, tell: (text: string) => void): Deeds {
  const say = (key: TextKey, values?: Values): void => tell(textIn(language, key, values));
  const titleOf = (theme: Theme): string => theme.title.trim() || textIn(language, 'list.theme.untitled');
  return {
    ...noteDeeds(s, language, say),
    ...groupDeeds(s),
    link(one, other) {
      const outcome = toggleLink(s, one, other);
      say(outcome ? `method.link.${outcome}` : 'method.link.sameLayer');
    },
    putInTheme(ids, theme) {
      actions.putInTheme(s, ids, theme?.id ?? null);
      if (theme) say('list.said.themed', { title: titleOf(theme) });
      else say('list.said.unthemed');
    },
    makeTheme(ids) {
      const [first] = actions.chosen(s, ids);
      const theme = first ? actions.makeTheme(s, '', ids) : null;
      if (!first || !theme) return null;
      say('list.said.themeMade', { count: ids.length });
      return { theme, area: areaOf(s.board.kind, first.pos) };
    },
    merge(into, other) {
      if (!actions.mayWrite(s)) return;
      mergeThemes(s.writer, into.id, [other]);
      say('list.said.merged', { title: titleOf(into) });
    },
    dissolve(theme) {
      if (!actions.mayWrite(s)) return;
      dissolveTheme(s.writer, theme);
      say('list.said.dissolved');
    },
    arrange: (by) =>
      import('../board/arrange.ts').then(
        ({ arrange }) => {
          arrange(s, by);
          say('list.said.arranged');
        },
        // Without a connection the part may not come.
        () => s.notice.set({ key: 'list.said.failed' }),
      ),
    undo() {
      if (s.undo.undo()) say('list.said.undone');
    },
    redo() {
      if (s.undo.redo()) say('list.said.redone');
    },
  };
}

type Say = (key: TextKey, values?: Values) => void;
type NoteDeeds = Pick<Deeds, 'paste' | 'move' | 'remove' | 'duplicate' | 'mark' | 'star' | 'keepPrivate' | 'hold'>;

function noteDeeds(s: BoardSession, language: Language, say: Say): NoteDeeds {
  /** On a phone the undo above the list is out of sight, and so is what went: this is seen, and heard. */
  const tell = (key: TextKey, values: Values, undo: () => void): void =>
    s.notice.set({ key, values, action: { key: 'common.undo', run: undo }, goes: true });
  return {
    paste(text, area) {
      const made = pasteText(s, text, null, area);
      if (made.length > 0) say('list.said.pasted', { count: made.length, area: areaTitle(area, language) });
      return made;
    },
    move(ids, area) {
      const back = actions.moveToArea(s, ids, area);
      tell('list.said.moved', { count: ids.length, area: areaTitle(area, language) }, back);
    },
    remove(ids) {
      actions.removeNotes(s, ids);
      const gone = ids.filter((id) => noteAt(s.doc, id) === null);
      const count = gone.length;
      s.selection.set(s.selection.get().filter((id) => noteAt(s.doc, id) !== null));
      // Of what stays there is a notice already.
      if (count < ids.length) say('list.said.removed', { count });
      else tell('list.said.removed', { count }, () => actions.mayWrite(s) && keepNotes(s.writer, gone));
    },
    duplicate(id) {
      if (actions.duplicateNotes(s, [id]).length > 0) say('list.said.duplicated');
    },
    mark: (note, half) => actions.setFlag(s, [note.id], half, !note[half]),
    star: (note) => actions.setStar(s, [note.id], !note.star),
    hold: (note, held) => actions.setHeld(s, [note.id], held),
    keepPrivate(note) {
      actions.setPrivate(s, [note.id], !note.private);
      say(note.private ? 'list.said.open' : 'list.said.private');
    },
  };
}

/** What came of asking the server is seen, and heard. */
function groupDeeds({ commands, notice }: BoardSession): Pick<Deeds, 'withdraw' | 'refresh'> {
  const tell = (key: TextKey, values: Values = {}): void => notice.set({ key, values });
  return {
    async withdraw(ids) {
      const outcome = await commands.withdraw(ids);
      if (outcome.ok) tell('list.said.withdrawn', { count: outcome.withdrawn.length });
      else tell('list.said.failed');
    },
    async refresh(ids) {
      const outcome = await commands.refresh(ids);
      tell(outcome.ok ? 'list.said.refreshed' : 'list.said.failed');
    },
  };
}
