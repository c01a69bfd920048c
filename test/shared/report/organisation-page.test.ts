/** The report of an organisation: all that is its own, in order, marked in words, and harmless whatever people wrote. */
import { describe, expect, it } from 'vitest';
import type { EntryId } from '../../../shared/ids.ts';
import type { LayerNote, OrganisationSource } from '../../../shared/report/organisation.ts';
import { organisationPage } from '../../../shared/report/organisation-page.ts';
import { growthOf, type SharedAnswers } from '../../../shared/synthesis/growth.ts';
import { byTime } from '../../../shared/template/dimensions.ts';
import { organisationSource } from '../../kit/organisation-source.ts';

const source = organisationSource();
const empty: OrganisationSource = {
  ...source,
  iceberg: [],
  growth: { ...growthOf([]), baseline: null },
  themes: [],
  value: [],
  statement: '',
  feedback: { issue: '', context: '', question: '', takeaway: '', gifts: [] },
  commitments: [],
};
const note: LayerNote = {
  area: 'beliefs',
  text: 'Así se ha hecho siempre',
  operational: false,
  programmatic: false,
  star: false,
  private: false,
  held: null,
  brought: null,
};
const one = { id: 'c1' as EntryId, what: 'Llamar', who: 'Ana', support: '', when: '2026-12-07', createdAt: 1 };
const commitment = { ...one, session: 1, done: 'open', shown: 'no' } as const;

const page = (of: Partial<OrganisationSource> = {}): string => organisationPage({ ...source, ...of }, 'es');
const headings = (html: string): string[] =>
  [...html.matchAll(/<h[12]>(.*?)<\/h[12]>/g)].map(([, words = '']) => words);
/** What is read of a section, between its heading and the next. */
const section = (html: string, title: string): string => {
  const from = html.indexOf(`<h2>${title}</h2>`);
  expect(from, title).toBeGreaterThan(0);
  return html.slice(from, html.indexOf('</section>', from));
};
const read = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replace(/[\s\u202f\u00a0]+/g, ' ');

describe('the report of an organisation', () => {
  it('has its parts in order, in Spanish, as a page that fetches nothing', () => {
    const html = page();
    expect(html).toContain('<html lang="es-PR">');
    expect(html).toContain('<title>Informe de Techos de Yagrumo · Comunidad Marea Adentro</title>');
    expect(html).not.toMatch(/<script|<link|<img|url\(|src=|href=/);
    expect(headings(html)).toEqual([
      'Techos de Yagrumo',
      'En una página',
      'Crecimiento del equipo en tres años',
      'Nuestro iceberg',
      'Temas del iceberg grupal con notas nuestras',
      'Nuestra propuesta de valor',
      'Asunto y retroalimentación',
      'Compromisos',
      'Cómo se hizo',
    ]);
    expect(read(html)).toContain('Comunidad Marea Adentro · Sesión 1 · 20 de noviembre de 2026');
    // 02:05 in Greenwich is the evening before in Puerto Rico.
    expect(read(html)).toContain('se hizo el 20 de noviembre de 2026 a las 10:05 p. m. (hora de Puerto Rico)');
  });

  it('has every note of the iceberg in its layer, those of the own board too, and says so at the top', () => {
    const html = page();
    const iceberg = section(html, 'Nuestro iceberg');
    const kept = source.iceberg.filter((one) => one.private);
    expect(kept.length).toBeGreaterThan(0);
    for (const { text } of source.iceberg) expect(read(iceberg)).toContain(text.replace(/\s+/g, ' '));
    expect(iceberg.match(/<span class="mark">Solo mi tablero<\/span>/g)).toHaveLength(kept.length);
    expect(html.indexOf('también las marcadas «Solo mi tablero»')).toBeLessThan(html.indexOf('<h2>'));
    const layers = [...iceberg.matchAll(/<h3>(.*?)<\/h3>/g)].map(([, words]) => words);
    expect(layers).toEqual([
      'Resultados visibles (7)',
      'Hábitos y patrones (4)',
      'Sistemas y estructuras (5)',
      'Creencias e historias (4)',
    ]);
  });

  it('says marks in words beside their signs', () => {
    const marks = (of: Partial<LayerNote>): string[] => {
      const iceberg = section(page({ iceberg: [{ ...note, ...of }] }), 'Nuestro iceberg');
      return [...iceberg.matchAll(/class="mark">(.*?)</g)].map(([, words = '']) => words);
    };
    expect(marks({})).toEqual([]);
    expect(marks({ star: true, operational: true, programmatic: true, held: 'group' })).toEqual([
      '★ Con estrella',
      '⚙\uFE0E Operativo',
      '◆ Programático',
      'Colectiva',
    ]);
    const brought = { as: 'g' as never, sum: '' };
    expect(marks({ brought: { ...brought, attribution: 'organisation' } })).toEqual(['En el iceberg grupal']);
    expect(marks({ brought: { ...brought, attribution: 'anonymous' } })).toEqual(['En el iceberg grupal, sin nombre']);
  });

  it('has on its first page the numbers by layer, the star, the issue, the sentence and what was promised', () => {
    const first = section(page(), 'En una página');
    expect(first).toContain('<tr><td>Resultados visibles</td><td>7</td><td>5</td><td>3</td></tr>');
    expect(first).toContain('<tr><td><strong>Total</strong></td><td>20</td><td>14</td><td>7</td></tr>');
    expect([...first.matchAll(/<text [^>]*>(\d+)</g)].map(([, count]) => count)).toEqual(['7', '4', '5', '4']);
    expect(read(first)).toContain('Adelantamos materiales con tarjeta de crédito en lo que llega el reembolso');
    expect(read(first)).toContain('Asunto Inseguridad operacional por falta de personal a tiempo completo');
    expect(read(first)).toContain('convierte la reparación de un techo en seguridad y derechos');
    expect(read(first)).toContain('llevarlo a la junta · Anaís Rolón · 11 de diciembre de 2026');
    // A column for notes without a mark only where there are some.
    const unmarked = section(page({ iceberg: [note] }), 'En una página');
    expect(unmarked).toContain('<td>Creencias e historias</td><td>1</td><td>0</td><td>0</td><td>1</td>');
  });

  it('has averages of few as those of the team alone, and says when they tell whose they are', () => {
    const told = (n: number): string => {
      const levels = byTime((time) => ({ purpose: time === 'now' ? (3 as const) : (2 as const) }));
      const answers: SharedAnswers = { ...levels, proudest: null, evidence: null, at: 0 };
      return read(
        section(
          page({ growth: { ...growthOf(Array(n).fill(answers)), baseline: null } }),
          'Crecimiento del equipo en tres años',
        ),
      );
    };
    expect(told(5)).toContain('Promedios de 5 respuestas');
    expect(told(5)).toContain('Propósito y estrategia 2.0 3.0 +1.0');
    expect(told(5)).toContain('sin dato sin dato –');
    const [few, telling] = [
      'Son menos de 5 respuestas: estos promedios se quedan dentro del equipo.',
      'de quién es cada una',
    ];
    expect([5, 4, 2].map((n) => [told(n).includes(few), told(n).includes(telling)])).toEqual([
      [false, false],
      [true, false],
      [true, true],
    ]);
    const baseline = { source: 'OMT 2021', values: { ...growthOf([]).now, purpose: 1.5 } };
    const typed = section(page({ growth: { ...growthOf([]), baseline } }), 'Crecimiento del equipo en tres años');
    expect(read(typed)).toContain('OMT 2021');
    expect(read(typed)).toContain('Propósito y estrategia 1.5 sin dato sin dato –');
    expect(read(typed)).not.toContain('Promedios de');
  });

  it('has themes with own notes beside how many all have, questions with answers, and gifts with whose they are', () => {
    const html = page({
      themes: [
        { title: 'Descanso', count: 9, notes: [{ layer: 'beliefs', text: 'Si yo descanso…' }] },
        { title: '', count: 1, notes: [{ layer: 'results', text: 'Otra' }] },
        { title: null, count: 2, notes: [{ layer: 'results', text: 'Suelta' }] },
      ],
    });
    const themes = read(section(html, 'Temas del iceberg grupal con notas nuestras'));
    expect(themes).toContain(
      'Descanso De nuestro equipo: 1. De toda la cohorte: 9. Si yo descanso… Creencias e historias',
    );
    expect(themes).toContain('Tema sin nombre De nuestro equipo: 1.');
    expect(themes).toContain('Sin tema De nuestro equipo: 1. De toda la cohorte: 2. Suelta');
    const feedback = read(section(html, 'Asunto y retroalimentación'));
    expect(feedback).toContain(
      '¿Cuánto cuesta al año cada plaza, con beneficios? De Ríos que Hablan Respuesta: Cerca de $41,000 cada una.',
    );
    expect(feedback).toContain('Lo que me llevo Que el costo real se puede pedir, con números.');
  });

  it('has commitments of earlier calls with which one and how they go', () => {
    const all = [
      { ...commitment, what: 'Calendario', session: 1, done: 'underway' as const, support: 'Un carro' },
      { ...commitment, session: 2, when: '' },
    ];
    const html = page({ session: 2, commitments: all });
    const told = read(section(html, 'Compromisos'));
    expect(told).toContain(
      'Calendario Quién: Ana · Para cuándo: 7 de diciembre de 2026 · Apoyo que pido: Un carro · Cómo va: En camino · Se hizo en: Sesión 1',
    );
    expect(told).toMatch(/Llamar Quién: Ana · Para cuándo: sin fecha $/);
    expect(read(section(html, 'En una página'))).not.toContain('Calendario');
  });

  it('leaves out what is empty and names it at the end', () => {
    expect(headings(page({ ...empty, iceberg: [note] }))).toEqual([
      'Techos de Yagrumo',
      'En una página',
      'Nuestro iceberg',
      'Cómo se hizo',
    ]);
    expect(read(page({ ...empty, iceberg: [note] }))).toContain(
      'Sin nada escrito: Crecimiento del equipo en tres años, Temas del iceberg grupal con notas nuestras, Nuestra propuesta de valor, Asunto y retroalimentación, Compromisos.',
    );
    const nothing = page(empty);
    expect(headings(nothing)).toEqual(['Techos de Yagrumo', 'Cómo se hizo']);
    expect(nothing).toContain('Todavía no hay nada escrito en los tableros de Techos de Yagrumo.');
  });

  it('says of a personal iceberg whose it is, and of what may not be read that it is not there', () => {
    const personal = { person: 'Ana', notes: [{ ...note, text: 'Lo mío' }] };
    const html = page({ iceberg: [], personal, boardPerPerson: true });
    expect(read(section(html, 'Iceberg personal de Ana'))).toContain('Lo mío');
    expect(html).toContain('el iceberg personal de Ana, que el resto del equipo no puede abrir');
    expect(html).toContain('El de las demás personas no está aquí.');
    expect(section(html, 'En una página')).toContain('<h3>Iceberg personal de Ana</h3>');
    const guest = page({ growth: null });
    expect(headings(guest)).not.toContain('Crecimiento del equipo en tres años');
    expect(guest).toContain('El crecimiento del equipo no está en esta copia');
    expect(page()).not.toMatch(/personal de|no está en esta copia|no está aquí/);
  });

  it('takes what people wrote as words', () => {
    const text = '</span><script>x</script> **no** {org} "a" & \'b\'';
    const said = '&lt;/span&gt;&lt;script&gt;x&lt;/script&gt; **no** {org} &quot;a&quot; &amp; &#39;b&#39;';
    const html = page({
      cohort: text,
      organisation: text,
      statement: text,
      iceberg: [{ ...note, text, star: true }],
      personal: { person: text, notes: [{ ...note, text }] },
      themes: [{ title: text, count: 1, notes: [{ layer: 'results', text }] }],
      value: [{ ...note, area: 'value', text }],
      phases: [{ title: text, minutes: 5 }],
      growth: { ...growthOf([]), n: 1, evidence: [text], baseline: { source: text, values: growthOf([]).now } },
      commitments: [{ ...commitment, what: text, who: text, support: text }],
      feedback: {
        issue: text,
        context: text,
        question: text,
        takeaway: text,
        gifts: [{ kind: 'clarifying', text, answer: text, from: text }],
      },
    });
    expect(html).not.toContain('<script');
    expect(html).not.toContain(text);
    expect(html.split(said).length - 1).toBeGreaterThan(25);
  });

  it('is in English where the cohort is', () => {
    const html = organisationPage(source, 'en');
    expect(html).toContain('<html lang="en">');
    expect(headings(html).slice(1)).toEqual([
      'On one page',
      'Team growth over three years',
      'Our iceberg',
      'Themes of the group iceberg with notes of ours',
      'Our value proposition',
      'Issue and feedback',
      'Commitments',
      'How it was made',
    ]);
  });
});
