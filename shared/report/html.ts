/** A report as a page of its own: no scripts, nothing fetched, for a phone and for letter paper. Knows no content. */
import { LANGUAGE_TAG, type Language } from '../language.ts';

const STYLE = `
body { margin: 2rem auto; max-width: 46rem; padding: 0 1rem; color: #102a43; font: 1rem/1.5 system-ui, sans-serif; }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.2; }
h2 { margin: 2rem 0 0.5rem; border-bottom: 2px solid #0b5c8c; font-size: 1.25rem; }
h3 { margin: 1.25rem 0 0.25rem; font-size: 1rem; }
ul { margin: 0; padding-left: 1.25rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.875rem; }
th, td { border: 1px solid #9fb3c8; padding: 0.25rem 0.5rem; text-align: left; vertical-align: top; }
th { background: #e6f1f8; }
h1, h2, h3 { break-after: avoid; }
li, tr { break-inside: avoid; }
@media (max-width: 40rem) { .wide { overflow-x: auto; } }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } }
@page { size: letter; margin: 0.75in; }
`;

interface ReportPage {
  /** As words. */
  readonly title: string;
  readonly language: Language;
  /** As markup. */
  readonly body: string;
  /** Beyond what every report has. */
  readonly style?: string;
}

export function reportPage({ title, language, body, style = '' }: ReportPage): string {
  return `<!doctype html>
<html lang="${LANGUAGE_TAG[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}${style}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

/** `inside` is markup. */
export const tag = (name: string, inside: string, kind = ''): string =>
  `<${name}${kind === '' ? '' : ` class="${kind}"`}>${inside}</${name}>`;

/** Cells are markup. */
export function table(titles: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  const row = (cells: readonly string[], cell: 'td' | 'th'): string =>
    tag('tr', cells.map((one) => tag(cell, one)).join(''));
  const head = tag('thead', row(titles, 'th'));
  const body = tag('tbody', rows.map((cells) => row(cells, 'td')).join('\n'));
  return tag('div', tag('table', head + body), 'wide');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What people wrote stays words. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (one) => ENTITIES[one] ?? one);
