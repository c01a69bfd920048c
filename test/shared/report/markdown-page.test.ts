/** The minutes as a page: the same words, harmless whatever people wrote. */
import { describe, expect, it } from 'vitest';
import { markdownPage } from '../../../shared/report/markdown-page.ts';
import { type MinutesSource, minutesOf } from '../../../shared/report/minutes.ts';
import { nothing } from '../../kit/empty-minutes.ts';

const bodyOf = (source: Partial<MinutesSource>): string =>
  /<body>\n<main>\n([\s\S]*)\n<\/main>\n<\/body>/.exec(
    markdownPage(minutesOf({ ...nothing, ...source }, 'es'), 'es'),
  )?.[1] ?? '';

describe('the page of the minutes', () => {
  it('has headings, lists and tables', () => {
    const layers = { results: ['Faltan manos'], patterns: [], structures: [], beliefs: ['Así es'] };
    expect(bodyOf({ facilitation: ['Maribel'], themes: [{ title: 'Gente', layers, dots: 0 }] })).toMatchInlineSnapshot(`
      "<h1>Acta: Marea Adentro</h1>
      <p>Sesión 2 · 20 de noviembre de 2026</p>
      <h2>Quiénes participaron</h2>
      <ul><li><strong>Facilitación:</strong> Maribel</li></ul>
      <h2>Temas del iceberg grupal</h2>
      <div class="wide"><table><thead><tr><th>Tema</th><th>Resultados visibles</th><th>Hábitos y patrones</th><th>Sistemas y estructuras</th><th>Creencias e historias</th><th>Total</th></tr></thead><tbody><tr><td>Gente</td><td>1</td><td>0</td><td>0</td><td>1</td><td>2</td></tr></tbody></table></div>
      <h3>Gente</h3>
      <ul><li><strong>Resultados visibles:</strong> Faltan manos</li>
      <li><strong>Creencias e historias:</strong> Así es</li></ul>"
    `);
  });

  it('says its language and its title', () => {
    const page = markdownPage(minutesOf({ ...nothing, cohort: 'A & B' }, 'en'), 'en');
    expect(page).toContain('<html lang="en">');
    expect(markdownPage(minutesOf(nothing, 'es'), 'es')).toContain('<html lang="es-PR">');
    expect(page).toContain('<title>Minutes: A &amp; B</title>');
  });

  it('takes what people wrote as words', () => {
    const text = '</td><script>x</script> | **no** \\ "a" & \'b\' [e](javascript:1) # *';
    const words = bodyOf({
      words: [{ organisation: '', text }],
      commitments: [{ organisation: 'A|B', what: text, who: '', support: '', when: '', session: 1, done: 'open' }],
    });
    const said =
      '&lt;/td&gt;&lt;script&gt;x&lt;/script&gt; | **no** \\ &quot;a&quot; &amp; &#39;b&#39; [e](javascript:1) # *';
    expect(words).toContain(`<li>${said}</li>`);
    expect(words).toContain(`<tr><td>A|B</td><td>${said}</td><td></td><td></td><td></td><td>1</td><td></td></tr>`);
    expect(words).not.toContain('<script');
  });

  it.each(['\\', 'a\\', '\\|', '|', '**', '\\**'])('takes %j as it is', (what) => {
    const one = { organisation: 'A', what, who: '', support: '', when: '', session: 1, done: 'open' } as const;
    expect(bodyOf({ commitments: [one] })).toContain(`<tr><td>A</td><td>${what}</td>`);
  });
});
