/** Minutes and tables of a call: complete, and harmless whatever people wrote. */
import { describe, expect, it } from 'vitest';
import { textIn } from '../../../client/i18n/text.ts';
import { PROGRESS, SAID_PROGRESS } from '../../../shared/board/progress.ts';
import { csvOf } from '../../../shared/report/csv.ts';
import {
  commitmentRows,
  commitmentTitles,
  type MinutesSource,
  minutesOf,
  withoutDottedNotes,
} from '../../../shared/report/minutes.ts';
import { nothing } from '../../kit/empty-minutes.ts';

const commitment = {
  organisation: 'Casa Añasco',
  what: 'Llamar a 3 vecinas',
  who: 'Ana',
  support: 'Un carro',
  when: '2026-12-01',
  session: 1,
  done: 'open',
} as const;
const full: MinutesSource = {
  ...nothing,
  minutes: 187,
  facilitation: ['Maribel'],
  organisations: [
    { name: 'Casa Añasco', people: ['Ana', 'Luis'] },
    { name: 'Huerto', people: [] },
  ],
  absent: {
    facilitation: ['Iris'],
    organisations: [
      { name: 'Casa Añasco', people: ['Rosa', 'Iván'] },
      { name: 'Huerto', people: [] },
    ],
  },
  phases: [{ title: 'Llegada y práctica', minutes: 12 }],
  themes: [
    {
      title: 'Gente',
      layers: { results: ['Faltan manos', 'Se van'], patterns: [], structures: ['Sin *fondos*'], beliefs: [] },
      dots: 4,
    },
    { title: '', layers: { results: ['Otra cosa'], patterns: [], structures: [], beliefs: [] }, dots: 0 },
  ],
  dots: [{ note: 'Faltan manos', dots: 4 }],
  issues: [{ organisation: 'Casa Añasco', title: 'Pocas manos' }],
  sentences: [{ organisation: 'Huerto', text: 'Con la comunidad, sembramos.' }],
  commitments: [commitment],
  words: [{ organisation: 'Casa Añasco', text: 'Juntes' }],
};

describe('the minutes', () => {
  it('say all there is, in Spanish', () => {
    expect(minutesOf(full, 'es')).toMatchInlineSnapshot(`
      "# Acta: Marea Adentro

      Sesión 2 · 20 de noviembre de 2026 · Duración: 187 min

      ## Quiénes participaron

      - **Facilitación:** Maribel
      - **Casa Añasco:** Ana, Luis
      - **Huerto:** —

      ## Quiénes no estuvieron

      - **Facilitación:** Iris
      - **Casa Añasco:** Rosa, Iván

      ## Fases (minutos planificados)

      - Llegada y práctica: 12 min

      ## Temas del iceberg grupal

      | Tema | Resultados visibles | Hábitos y patrones | Sistemas y estructuras | Creencias e historias | Total | Me resuena |
      |---|---|---|---|---|---|---|
      | Gente | 2 | 0 | 1 | 0 | 3 | 4 |
      | Sin tema | 1 | 0 | 0 | 0 | 1 | 0 |

      ### Gente

      - **Resultados visibles:** Faltan manos
      - **Resultados visibles:** Se van
      - **Sistemas y estructuras:** Sin \\*fondos\\*

      ### Sin tema

      - **Resultados visibles:** Otra cosa

      ## Me resuena

      - Faltan manos (4)

      ## Asuntos

      - **Casa Añasco:** Pocas manos

      ## Propuestas de valor publicadas

      - **Huerto:** Con la comunidad, sembramos.

      ## Compromisos

      | Organización | Qué | Quién | Para cuándo | Apoyo que pide | Sesión | Estado |
      |---|---|---|---|---|---|---|
      | Casa Añasco | Llamar a 3 vecinas | Ana | 1 de diciembre de 2026 | Un carro | 1 |  |

      ## Palabras de cierre

      - Juntes — Casa Añasco
      "
    `);
  });

  it('say nothing of what is not there, and all of it in English', () => {
    expect(minutesOf(nothing, 'es')).toBe('# Acta: Marea Adentro\n\nSesión 2 · 20 de noviembre de 2026\n');
    const english = minutesOf(full, 'en');
    expect(english.match(/^#+ .*/gm)).toEqual([
      '# Minutes: Marea Adentro',
      '## Who took part',
      '## Who was not there',
      '## Phases (planned minutes)',
      '## Themes of the group iceberg',
      '### Gente',
      '### No theme',
      '## Resonates with me',
      '## Issues',
      '## Value propositions published',
      '## Commitments',
      '## Closing words',
    ]);
    expect(english).toContain('Session 2 · November 20, 2026 · Length: 187 min');
    expect(english).toContain('| Ana | December 1, 2026 |');
    expect(english).not.toMatch(/Sesión|Tema|Organización/);
  });

  it('say only who has a seat where nobody knows who was there', () => {
    const unknown = minutesOf({ ...full, absent: null }, 'es');
    expect(unknown).toContain('## Quiénes están en la cohorte\n\n- **Facilitación:** Maribel\n');
    expect(unknown).not.toMatch(/participaron|no estuvieron/);
  });

  it('have without notes no word of any, how many there are and their dots all the same', () => {
    for (const language of ['es', 'en'] as const) {
      const kept = minutesOf(full, language, false);
      expect(kept).not.toMatch(/Faltan manos|Se van|Sin .*fondos|Otra cosa|^###/m);
      expect(kept).toContain('| Gente | 2 | 0 | 1 | 0 | 3 | 4 |');
      expect(withoutDottedNotes(kept)).toBe(kept);
    }
  });

  it('that were kept before lose what notes with dots say, and nothing else', () => {
    for (const language of ['es', 'en'] as const) {
      const old = minutesOf(
        { ...full, themes: [], dots: [...full.dots, { note: '## Asuntos\n\n## x', dots: 1 }] },
        language,
      );
      expect(withoutDottedNotes(old)).toBe(minutesOf({ ...full, themes: [], dots: [] }, language));
    }
    const last = minutesOf({ ...nothing, dots: full.dots }, 'es');
    expect(withoutDottedNotes(last)).toBe(minutesOf(nothing, 'es'));
  });

  it('take what people wrote as words, never as markup or as another line', () => {
    const text = '# título\n| celda | <script>x</script> [enlace](javascript:1) **fuerte** `x` ~~no~~';
    const said = minutesOf(
      { ...full, words: [{ organisation: '_A_', text }], commitments: [{ ...commitment, what: 'a | b\nc' }] },
      'es',
    );
    const last = said.trimEnd().split('\n').at(-1) ?? '';
    expect(last).toBe(
      '- \\# título \\| celda \\| \\<script\\>x\\</script\\> \\[enlace\\](javascript:1) \\*\\*fuerte\\*\\* \\`x\\` \\~\\~no\\~\\~ — \\_A\\_',
    );
    expect(said).toContain('| Casa Añasco | a \\| b c | Ana |');
  });
});

describe('a table for spreadsheets', () => {
  it('keeps accents, quotes, commas and lines', () => {
    const csv = csvOf([
      commitmentTitles('es'),
      ...commitmentRows([{ ...commitment, what: 'Decir "sí", ya\nmismo' }], 'es'),
    ]);
    expect(csv).toBe(
      '\uFEFF"Organización","Qué","Quién","Para cuándo","Apoyo que pide","Sesión","Estado"\r\n"Casa Añasco","Decir ""sí"", ya\nmismo","Ana","2026-12-01","Un carro","1",""\r\n',
    );
  });

  it('says how a commitment goes in the words of the screen, and nothing while nobody has said it', () => {
    const states = (language: 'es' | 'en') =>
      commitmentRows(
        PROGRESS.map((done) => ({ ...commitment, done })),
        language,
      ).map((row) => row.at(-1));
    expect(states('es')).toEqual(['', ...SAID_PROGRESS.map((one) => textIn('es', `peers.commitment.${one}`))]);
    expect(states('es')).toEqual(['', 'Hecho', 'En camino', 'Ya no']);
    expect(states('en')).toEqual(['', 'Done', 'Under way', 'No longer']);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =cmd|x', '＝1', '\n=1'])(
    'makes no formula of %j',
    (text) => {
      expect(csvOf([[text]])).toBe(`\uFEFF"'${text}"\r\n`);
    },
  );

  it.each(['a=1', '1-2', 'Ana', '', '…'])('leaves %j as it is', (text) => {
    expect(csvOf([[text]])).toBe(`\uFEFF"${text}"\r\n`);
  });
});
