/** The summary in numbers: what it counts, and that few organisations are not told apart. */
import { describe, expect, it } from 'vitest';
import { markdownPage } from '../../../shared/report/markdown-page.ts';
import { type SummarySource, summaryOf } from '../../../shared/report/summary.ts';

const layer = (operational = 0, programmatic = 0, both = 0, none = 0) => ({ operational, programmatic, both, none });
const nothing: SummarySource = {
  cohort: 'Marea',
  date: '2026-11-20',
  session: 2,
  there: null,
  seats: { organisations: 6, people: 22 },
  layers: { results: layer(), patterns: layer(), structures: layer(), beliefs: layer() },
  themes: [],
  issues: 0,
  sentences: 0,
  alliances: 0,
  commitments: [],
};
const themeOf = (title: string, organisations: number) => ({
  title,
  organisations,
  layers: { results: 2, patterns: 1, structures: 0, beliefs: 4 },
});
const whole: SummarySource = {
  ...nothing,
  there: { organisations: 5, people: 17 },
  layers: { ...nothing.layers, results: layer(3, 2, 1, 4), beliefs: layer(1) },
  themes: [themeOf('Relevo', 4), themeOf('', 2)],
  issues: 3,
  alliances: 7,
  commitments: [{ session: 1, made: { open: 1, done: 3, underway: 2, dropped: 0 }, support: 2 }],
};

describe('The summary', () => {
  it('says all there is, in Spanish', () => {
    expect(summaryOf(whole, 'es').split('\n').filter(Boolean)).toEqual([
      '# Resumen en cifras: Marea',
      'Sesión 2 · 20 de noviembre de 2026',
      expect.stringMatching(/^Solo cifras .* se quedan en cada equipo\.$/),
      '## Participación',
      '- **Organizaciones:** 5 de 6',
      '- **Personas:** 17 de 22',
      '## Iceberg grupal: notas por capa y etiqueta',
      '| Capa | Operativo | Programático | Ambos | Sin etiqueta | Total |',
      '|---|---|---|---|---|---|',
      '| Resultados visibles | 3 | 2 | 1 | 4 | 10 |',
      '| Hábitos y patrones | 0 | 0 | 0 | 0 | 0 |',
      '| Sistemas y estructuras | 0 | 0 | 0 | 0 | 0 |',
      '| Creencias e historias | 1 | 0 | 0 | 0 | 1 |',
      '| Total | 4 | 2 | 1 | 4 | 11 |',
      '## Temas del iceberg grupal',
      '| Tema | Organizaciones | Resultados visibles | Hábitos y patrones | Sistemas y estructuras | Creencias e historias | Total |',
      '|---|---|---|---|---|---|---|',
      '| Relevo | 4 | 2 | 1 | 0 | 4 | 7 |',
      '| Sin tema | menos de 3 | 2 | 1 | 0 | 4 | 7 |',
      'Las organizaciones de un tema se cuentan por las notas con su nombre. Una o dos se dicen «menos de 3».',
      '## Lo que se publicó',
      '- **Organizaciones que contaron su asunto:** 3',
      '- **Alianzas que se buscan o ya existen:** 7',
      '## Compromisos',
      '| Sesión | Hechos en la sesión | Hecho | En camino | Ya no | Sin noticia | Piden apoyo |',
      '|---|---|---|---|---|---|---|',
      '| 1 | 6 | 3 | 2 | 0 | 1 | 2 |',
    ]);
  });

  it('says only who has a seat where nobody knows who was there, and nothing of what is not there', () => {
    const lines = summaryOf(nothing, 'en').split('\n').filter(Boolean);
    expect(lines.slice(3)).toEqual(['## Participation', '- **Organizations:** 6', '- **People:** 22']);
  });

  it('counts no organisation where no note has a name, and three as three', () => {
    const said = summaryOf({ ...nothing, themes: [themeOf('A', 0), themeOf('B', 3)] }, 'es');
    expect(said).toContain('| A | 0 |');
    expect(said).toContain('| B | 3 |');
    expect(said).not.toContain('menos de 3');
  });

  it('takes titles as words', () => {
    const page = markdownPage(summaryOf({ ...nothing, themes: [themeOf('<b>A|B</b>', 3)] }, 'es'), 'es');
    expect(page).toContain('&lt;b&gt;A|B&lt;/b&gt;');
  });
});
