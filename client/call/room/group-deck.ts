/** The slides of a board of notes: at a glance, layer by layer, its themes, and theme by theme. Pure; knows no document. */
import type { Note } from '../../../shared/board/note.ts';
import type { Theme } from '../../../shared/board/themes.ts';
import type { Cohort } from '../../../shared/cohort/document.ts';
import { themeSlide } from '../../../shared/cohort/shown.ts';
import type { Language } from '../../../shared/language.ts';
import { areaTitle } from '../../../shared/template/texts.ts';
import type { Translate } from '../../i18n/text.ts';
import { type Section as OutlineSection, outlineOf } from '../../list/outline.ts';
import { themeCells } from '../../panels/theme-cells.ts';
import { headBlock, noteBlock, themeBlock } from './blocks.ts';
import { type Block, type DeckSlide, pageHeight } from './deck.ts';
import { packed, type Section } from './pack.ts';
import { stageHeight } from './stage.ts';

export interface NotesOfRoom {
  readonly kind: 'group-iceberg' | 'practice';
  readonly notes: readonly Note[];
  readonly themes: readonly Theme[];
}
/** What words and names a deck is made with. */
export interface DeckWords {
  readonly cohort: Cohort;
  readonly language: Language;
  readonly t: Translate;
}

export function groupDeck({ kind, notes: all, themes }: NotesOfRoom, words: DeckWords): DeckSlide[] {
  const notes = all.filter(({ text }) => text.trim() !== '');
  const glance = glanceSlide(kind, notes, words);
  if (kind === 'practice') return [glance];
  const layers = outlineOf(kind, notes, themes).map((section) => layerSlide(section, words));
  const each = themes.map((theme, i) => themeSlideOf(theme, i + 1, notes, words));
  return [glance, ...layers, ...(themes.length > 0 ? [allThemes(themes, notes, words)] : []), ...each];
}

/** Over the newest notes. */
const NEWEST = 48;
/** More would not fit in any case. */
const MOST_NEWEST = 40;

function glanceSlide(kind: NotesOfRoom['kind'], notes: readonly Note[], { cohort, t }: DeckWords): DeckSlide {
  // On the group iceberg the order of arrival is that of the heap: notes keep the hour they were first written at.
  const newest = [...notes].sort((a, b) => (kind === 'practice' ? b.createdAt - a.createdAt : 0) || b.z - a.z);
  const blocks = newest.slice(0, MOST_NEWEST).map((note) => noteBlock(note, cohort));
  const height = stageHeight(cohort.call, 'small') - NEWEST;
  const [page] = packed<Block>([{ head: null, blocks }], { columns: kind === 'practice' ? 2 : 1, height });
  return {
    slide: 'board',
    title: t('call.room.newest'),
    number: 0,
    count: t('call.room.notes', { count: notes.length }),
    pages: page ? [page] : [],
    empty: 'call.room.noNotes',
    head: 'small',
  };
}

function layerSlide({ area, groups, count }: OutlineSection, { cohort, language, t }: DeckWords): DeckSlide {
  const hasThemes = groups.some(({ theme }) => theme !== null);
  const title = areaTitle(area, language);
  const sections = groups.map(
    ({ theme, number, notes }): Section<Block> => ({
      head: hasThemes ? headBlock(theme ? titleOf(theme, t) : t('call.room.loose'), number) : null,
      blocks: notes.map((note) => noteBlock(note, cohort)),
    }),
  );
  return notesSlide(area as DeckSlide['slide'], { title, number: 0, count }, sections, cohort, t);
}

function themeSlideOf(theme: Theme, number: number, notes: readonly Note[], words: DeckWords): DeckSlide {
  const { cohort, language, t } = words;
  const cells = themeCells(notes, theme.id).filter(({ notes: inside }) => inside.length > 0);
  const sections = cells.map(
    ({ layer, notes: inside }): Section<Block> => ({
      head: headBlock(areaTitle(layer, language)),
      blocks: inside.map((note) => noteBlock(note, cohort)),
    }),
  );
  const count = cells.reduce((sum, { notes: inside }) => sum + inside.length, 0);
  return notesSlide(themeSlide(theme.id), { title: titleOf(theme, t), number, count }, sections, cohort, t);
}

function notesSlide(
  slide: DeckSlide['slide'],
  { title, number, count }: { title: string; number: number; count: number },
  sections: readonly Section<Block>[],
  { call }: Cohort,
  t: Translate,
): DeckSlide {
  return {
    slide,
    title,
    number,
    count: t('call.room.notes', { count }),
    pages: packed(sections, { columns: 2, height: pageHeight(call, title, number) }),
    empty: 'call.room.noNotes',
    head: 'slim',
  };
}

function allThemes(themes: readonly Theme[], notes: readonly Note[], { cohort, t }: DeckWords): DeckSlide {
  const title = t('call.room.themes');
  const known = new Set(themes.map(({ id }) => id));
  const loose = notes.filter(({ theme }) => theme === null || !known.has(theme));
  const blocks: Block[] = themes.map((theme, i) =>
    themeBlock(
      { title: titleOf(theme, t) },
      i + 1,
      notes.filter((note) => note.theme === theme.id),
      cohort,
    ),
  );
  if (loose.length > 0) blocks.push(themeBlock({ title: t('call.room.loose') }, 0, loose, cohort));
  return {
    slide: 'themes',
    title,
    number: 0,
    count: t('call.room.themesOf', { count: themes.length }),
    pages: packed([{ head: null, blocks }], { columns: 2, height: pageHeight(cohort.call, title) }),
    empty: 'call.room.noNotes',
    head: 'slim',
  };
}

const titleOf = ({ title }: Theme, t: Translate): string => title.trim() || t('panels.themes.untitled');
