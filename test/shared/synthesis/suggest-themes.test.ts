/** Proposed themes: as good as the design asks on cohorts of which two were written by somebody who had not seen the list of words. */
import { describe, expect, it } from 'vitest';
import demo from '../../../server/demo/cohort.es.json' with { type: 'json' };
import type { NoteId, ThemeId } from '../../../shared/ids.ts';
import { repeatedNotes } from '../../../shared/synthesis/repeated.ts';
import { SECTOR_TOPICS } from '../../../shared/synthesis/sector-words.ts';
import { type Groupable, suggestThemes } from '../../../shared/synthesis/suggest-themes.ts';
import { topicMatchers, topicScores } from '../../../shared/synthesis/topics.ts';
import second from './cohorts/second.es.json' with { type: 'json' };
import third from './cohorts/third.es.json' with { type: 'json' };
import { adjustedRand, type LabelledNote, scoreOf } from './grouping-score.ts';

type CohortFile = { readonly organizations: readonly { readonly iceberg: readonly object[] }[] };
const notesIn = (file: CohortFile): LabelledNote[] =>
  file.organizations
    .flatMap(({ iceberg }) => iceberg as readonly (LabelledNote & { share?: boolean })[])
    .filter(({ theme, share = true }) => theme !== null && share);
const loose = ({ id, text }: { id: string; text: string }): Groupable => ({ id: id as NoteId, text, theme: null });
const inTheme = (id: string, text: string, theme: string): Groupable => ({
  id: id as NoteId,
  text,
  theme: theme as ThemeId,
});
const theme = (id: string, title: string) => ({ id: id as ThemeId, title });

describe.each([
  ['the public cohort', demo],
  ['a second one', second],
  ['a third one', third],
])('on %s', (_name, file) => {
  const notes = notesIn(file);

  it('groups as a facilitator would, and leaves the rest alone', () => {
    const proposals = suggestThemes(notes.map(loose), [], 'es');
    const groups = new Map(proposals.flatMap(({ key, notes: inside }) => inside.map((id) => [id as string, key])));
    const { ari, coverage, right } = scoreOf(notes, groups);
    expect(ari).toBeGreaterThanOrEqual(0.3);
    expect(right).toBeGreaterThanOrEqual(0.75);
    expect(coverage).toBeGreaterThanOrEqual(0.5);
  });

  it('finds every repeated note, and hardly any other', () => {
    const wanted = notes.flatMap(({ id, duplicateOf }) =>
      duplicateOf !== undefined && notes.some((note) => note.id === duplicateOf)
        ? [[id, duplicateOf].sort().join()]
        : [],
    );
    const found = ['results', 'patterns', 'structures', 'beliefs'].flatMap((layer) =>
      repeatedNotes(notes.filter((note) => note.layer === layer).map(loose)).map(({ notes: pair }) =>
        [...pair].sort().join(),
      ),
    );
    expect(wanted.length).toBeGreaterThanOrEqual(3);
    expect(wanted.filter((pair) => !found.includes(pair))).toEqual([]);
    expect(found.filter((pair) => !wanted.includes(pair)).length).toBeLessThanOrEqual(3);
  });
});

describe('themes that are there', () => {
  const cash = ['El reembolso tarda meses', 'Nos deben del fondo federal'];

  it('takes in what is about them, whatever they are called', () => {
    const notes = [
      inTheme('a', 'El reembolso tarda seis meses', 't'),
      inTheme('b', 'Sin anticipo no hay flujo de efectivo', 't'),
      loose({ id: 'c', text: 'Adelantamos la nómina en lo que llega el reembolso' }),
    ];
    expect(suggestThemes(notes, [theme('t', 'La espera')], 'es')).toEqual([
      { key: 't', into: 't', title: 'La espera', notes: ['c'] },
    ]);
  });

  it('learns the words she names a theme with, and those its notes share', () => {
    const notes = [
      inTheme('a', 'La guardería cierra a las tres', 't'),
      inTheme('b', 'No hay guardería los viernes', 't'),
      loose({ id: 'c', text: 'Cuido sola a dos bebés' }),
      loose({ id: 'd', text: 'La guardería no acepta bebés' }),
    ];
    expect(suggestThemes(notes, [theme('t', 'Cuido de bebés')], 'es')[0]).toMatchObject({
      into: 't',
      notes: ['c', 'd'],
    });
  });

  it('keeps the words of one theme out of another: what both say decides nothing', () => {
    const notes = [
      inTheme('a', 'La finca se inunda con la quebrada', 's'),
      inTheme('b', 'La quebrada y la finca crecen', 's'),
      inTheme('c', 'La finca, la quebrada y el mercado', 't'),
      loose({ id: 'd', text: 'La quebrada de la finca' }),
    ];
    expect(suggestThemes(notes, [theme('s', 'Uno'), theme('t', 'Otro')], 'es')).toEqual([]);
  });

  it('proposes a new theme for two notes or more, with its title in the language', () => {
    const one = [loose({ id: 'a', text: cash[0] ?? '' })];
    expect(suggestThemes(one, [], 'es')).toEqual([]);
    const both = cash.map((text, i) => loose({ id: `n${i}`, text }));
    const title = SECTOR_TOPICS.find(({ id }) => id === 'funding')?.title;
    expect(suggestThemes(both, [], 'es')).toEqual([
      { key: 'funding', into: null, title: title?.es, notes: ['n0', 'n1'] },
    ]);
    expect(suggestThemes(both, [], 'en')[0]?.title).toBe(title?.en);
  });

  it('proposes what only repeats another note with it', () => {
    const notes = [
      'Atrasamos la nómina dos quincenas en marzo por el reembolso',
      'nomina de marzo atrasada dos quinsenas',
      'Nos deben del fondo federal',
    ].map((text, i) => loose({ id: `n${i}`, text }));
    expect(suggestThemes(notes, [], 'es').map(({ key, notes: inside }) => [key, inside])).toEqual([
      ['funding', ['n0', 'n1', 'n2']],
    ]);
    expect(suggestThemes(notes.slice(1), [], 'es')).toEqual([]);
  });

  it('proposes nothing for notes that have a theme, say nothing, or say two things as clearly', () => {
    const notes = [
      inTheme('a', 'El reembolso tarda', 't'),
      inTheme('b', 'El reembolso no llega', 't'),
      loose({ id: 'c', text: '' }),
      loose({ id: 'd', text: 'prueba' }),
      loose({ id: 'e', text: 'hola??' }),
      loose({ id: 'f', text: 'El municipio y los vecinos' }),
      loose({ id: 'g', text: 'Los vecinos y el municipio' }),
    ];
    expect(suggestThemes(notes, [], 'es')).toEqual([]);
  });
});

describe('the list of words', () => {
  it('counts a word once, in the longest term it is part of, and a term once', () => {
    const matchers = topicMatchers([
      { id: 'one', title: { es: '', en: '' }, strong: ['fondo*', 'fondo federal'], usual: ['federal*', '#'] },
    ]);
    const score = (text: string) => topicScores(text, matchers)[0]?.score ?? 0;
    const strong = score('fondos');
    expect(score('el fondo federal')).toBe(strong);
    expect(score('fondos y fondos')).toBe(strong);
    expect(score('el fondo federal y otros fondos')).toBe(2 * strong);
    expect(score('ley federal, 12 casos')).toBeLessThan(strong);
    expect(score('ley federal, 12 casos')).toBe(2 * score('12 casos'));
  });

  it('is folded as notes are, and says nothing twice', () => {
    for (const { id, strong, usual } of SECTOR_TOPICS) {
      const terms = [...strong, ...usual];
      expect([id, terms.filter((term) => !/^[a-z0-9#/ñ]+\*?( [a-z0-9#/ñ]+\*?)*$/.test(term))]).toEqual([id, []]);
      expect([id, terms.filter((term, i) => terms.indexOf(term) !== i)]).toEqual([id, []]);
    }
    const strong = SECTOR_TOPICS.flatMap((topic) => topic.strong);
    expect(strong.filter((term, i) => strong.indexOf(term) !== i)).toEqual([]);
  });
});

it('scores as the reference does', () => {
  expect(adjustedRand(['0', '0', '1', '1'], ['1', '1', '0', '0'])).toBe(1);
  expect(adjustedRand(['0', '0', '1', '2'], ['0', '0', '1', '1'])).toBeCloseTo(0.5714, 4);
  expect(adjustedRand(['0', '0', '0', '0'], ['0', '1', '2', '3'])).toBe(0);
});
