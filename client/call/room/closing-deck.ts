/** The slides of the closing: everybody's words, and the commitments as they are read aloud. Pure; knows no document. */
import type { ToldCommitment, Word } from '../../../shared/board/closing.ts';
import { dayInWords } from '../../../shared/days.ts';
import { headBlock, nameOf } from './blocks.ts';
import { commitmentBlock, wordRows } from './closing-blocks.ts';
import { type Block, type DeckSlide, pageHeight } from './deck.ts';
import type { DeckWords } from './group-deck.ts';
import { packed, type Section } from './pack.ts';

export interface ClosingOfRoom {
  readonly words: readonly Word[];
  readonly told: readonly ToldCommitment[];
}

export const closingDeck = (closing: ClosingOfRoom, words: DeckWords): DeckSlide[] => [
  wordsSlide(closing, words),
  commitmentsSlide(closing, words),
];

function wordsSlide({ words }: ClosingOfRoom, { cohort, t }: DeckWords): DeckSlide {
  const title = t('peers.closing.question');
  const height = pageHeight(cohort.call, title) - WALL_PAD;
  const acronymOf = new Map(cohort.organisations.map(({ id, acronym }) => [id, acronym]));
  const signed = words.map((word) => ({
    ...word,
    acronym: word.organisation === null ? '' : (acronymOf.get(word.organisation) ?? ''),
  }));
  const of = cohort.people.filter(({ role }) => role === 'participant').length;
  return {
    slide: 'words',
    title,
    number: 0,
    count: t('peers.closing.words', { count: words.length, of: Math.max(of, words.length) }),
    pages: packed<Block>([{ head: null, blocks: wordRows(signed, height) }], { columns: 1, height }),
    empty: 'peers.closing.empty',
    head: 'slim',
  };
}
/** The wall's border above and below. */
const WALL_PAD = 24;

function commitmentsSlide({ told }: ClosingOfRoom, { cohort, language, t }: DeckWords): DeckSlide {
  const title = t('peers.closing.table');
  const isEarlier = (one: ToldCommitment): boolean => one.session < cohort.call.session;
  const sectionsOf = (some: readonly ToldCommitment[], before: string): Section<Block>[] =>
    cohort.organisations.flatMap((organisation) => {
      const rows = some.filter((one) => one.organisation === organisation.id);
      const whenOf = ({ when }: ToldCommitment): string =>
        when === '' ? t('peers.commitment.noDate') : dayInWords(when, language);
      const blocks = rows.map((one) => commitmentBlock(one, whenOf(one), isEarlier(one)));
      return blocks.length === 0 ? [] : [{ head: headBlock(before + nameOf(organisation)), blocks }];
    });
  const now = told.filter((one) => !isEarlier(one));
  const sections = [
    ...sectionsOf(told.filter(isEarlier), `${t('peers.commitment.earlier')} · `),
    ...sectionsOf(now, ''),
  ];
  return {
    slide: 'commitments',
    title,
    number: 0,
    count: t('peers.closing.commitments', { count: now.length }),
    pages: packed(sections, { columns: 1, height: pageHeight(cohort.call, title) - TABLE_HEAD }),
    empty: 'peers.closing.tableEmpty',
    head: 'slim',
  };
}
/** The row that says what, who and when. */
const TABLE_HEAD = 40;
