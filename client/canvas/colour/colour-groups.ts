/**
 * What the paper of the notes may tell on a screen beside their tag: whose they are, or of which theme. Pure, and changes no
 * note: the paper that belongs to the board, and to its pictures, stays that of the tag.
 */
import type { Note } from '../../../shared/board/note.ts';
import { tagOf } from '../../../shared/board/note.ts';
import type { Theme } from '../../../shared/board/themes.ts';
import type { Cohort, NotesBoard } from '../../../shared/cohort/document.ts';
import { initialsOf } from '../../../shared/cohort/initials.ts';
import type { NoteId } from '../../../shared/ids.ts';
import type { Language } from '../../../shared/language.ts';
import { TAG_IDS } from '../../../shared/template/kinds.ts';
import { tagLabel, themeTexts } from '../../../shared/template/texts.ts';
import { paperOf, themeTone } from '../../../shared/template/tones.ts';

export type ColourBy = 'tag' | 'organisation' | 'theme' | 'person';

/** The ways a board can be coloured, its own first; one alone is nothing to choose. */
export function waysToColour({ kind, person }: NotesBoard): readonly ColourBy[] {
  if (kind === 'group-iceberg') return ['tag', 'organisation', 'theme'];
  return kind === 'practice' || person !== null ? ['tag'] : ['tag', 'person'];
}

/** Notes with one paper. */
export interface ColourGroup {
  /** Of the tag, the organisation, the theme or the person; null for notes that have none. */
  readonly id: string | null;
  /** Empty for notes that have none. */
  readonly name: string;
  /** What tells it apart beside its colour: initials, an acronym, a number. */
  readonly sign: string;
  readonly paper: string;
  readonly notes: readonly NoteId[];
}

export interface Coloured {
  readonly notes: readonly Note[];
  readonly themes: readonly Theme[];
  readonly cohort: Cohort;
  readonly language: Language;
}

/** In the order they have everywhere; only those of which there is a note, and those without one last. */
export function colourGroups(by: ColourBy, { notes, themes, cohort, language }: Coloured): ColourGroup[] {
  const all = kindsOf(by, { themes, cohort, language });
  const known = new Set(all.map(({ id }) => id));
  const ofNote = (note: Note): string | null => {
    const id = KEY[by](note);
    return id !== null && known.has(id) ? id : null;
  };
  const notesOf = Map.groupBy(notes, ofNote);
  const none = { id: null, name: '', sign: '', paper: by === 'tag' ? paperOf(null) : themeTone(0).light };
  return [...all, none].flatMap((kind) => {
    const own = notesOf.get(kind.id);
    return own ? [{ ...kind, notes: own.map(({ id }) => id) }] : [];
  });
}

const KEY: Readonly<Record<ColourBy, (note: Note) => string | null>> = {
  tag: tagOf,
  organisation: (note) => note.organisation,
  theme: (note) => note.theme,
  person: (note) => note.author,
};

type Kind = Omit<ColourGroup, 'notes'>;

/** Eight papers are as many as people tell apart; a ninth begins again, and its sign tells it apart. */
function kindsOf(by: ColourBy, { themes, cohort, language }: Omit<Coloured, 'notes'>): Kind[] {
  switch (by) {
    case 'tag':
      return TAG_IDS.map((id) => ({ id, name: tagLabel(id, language), sign: '', paper: paperOf(id) }));
    case 'organisation':
      return cohort.organisations.map(({ id, name, acronym }, i) => ({ id, name, sign: acronym, paper: paperAt(i) }));
    case 'theme':
      return themes.map(({ id, title }, i) => ({
        id,
        name: title || themeTexts(language).untitled,
        sign: String(i + 1),
        paper: paperAt(i),
      }));
    case 'person':
      return cohort.people.map(({ id, name }, i) => ({ id, name, sign: initialsOf(name), paper: paperAt(i) }));
  }
}
const paperAt = (index: number): string => themeTone(index + 1).light;
