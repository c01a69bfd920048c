/**
 * The minutes of a call as a page that any phone opens and any printer prints, from the Markdown they are kept as
 * (minutes.ts). Knows what of Markdown those use, and nothing more. What people wrote stays words.
 */
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

export function minutesPage(markdown: string, language: Language): string {
  const blocks = markdown.trim().split('\n\n');
  const title = words(blocks[0]?.replace(/^# /, '') ?? '');
  return `<!doctype html>
<html lang="${LANGUAGE_TAG[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
${blocks.map(pageOf).join('\n')}
</body>
</html>
`;
}

function pageOf(block: string): string {
  const lines = block.split('\n');
  const heading = /^(#{1,3}) (.*)$/.exec(block);
  if (heading) return tag(`h${heading[1]?.length}`, words(heading[2] ?? ''));
  if (block.startsWith('- ')) return tag('ul', lines.map((line) => tag('li', words(line.slice(2)))).join('\n'));
  if (block.startsWith('| ')) return tableOf(lines);
  return tag('p', words(block));
}

/** The second line only says that the first holds the titles. */
function tableOf([titles = '', , ...rows]: readonly string[]): string {
  const row = (line: string, cell: 'td' | 'th'): string =>
    tag(
      'tr',
      cellsOf(line)
        .map((one) => tag(cell, words(one)))
        .join(''),
    );
  const head = tag('thead', row(titles, 'th'));
  const body = tag('tbody', rows.map((line) => row(line, 'td')).join('\n'));
  return `<div class="wide">${tag('table', head + body)}</div>`;
}

/** A bar behind a backslash is one of the words. */
const cellsOf = (line: string): string[] =>
  line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());

const tag = (name: string, inside: string): string => `<${name}>${inside}</${name}>`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Two asterisks begin and end what is bold; a character behind a backslash is itself. */
function words(text: string): string {
  let bold = false;
  return text.replace(/\\(.)|\*\*|[&<>"']/g, (found, itself: string | undefined) => {
    if (itself !== undefined) return ENTITIES[itself] ?? itself;
    if (found !== '**') return ENTITIES[found] ?? found;
    bold = !bold;
    return bold ? '<strong>' : '</strong>';
  });
}
