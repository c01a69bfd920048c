/**
 * A report as a page that any phone opens and any printer prints, from its Markdown (markdown.ts); minutes are kept as that.
 * Knows what of Markdown reports use, and nothing more. What people wrote stays words.
 */
import type { Language } from '../language.ts';
import { escaped, reportPage, table, tag } from './html.ts';

export function markdownPage(markdown: string, language: Language): string {
  const blocks = markdown.trim().split('\n\n');
  const title = unmarked(blocks[0]?.replace(/^# /, '') ?? '');
  return reportPage({ title, language, body: blocks.map(pageOf).join('\n') });
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
  const cells = (line: string): string[] => cellsOf(line).map(words);
  return table(cells(titles), rows.map(cells));
}

/** A bar behind a backslash is one of the words. */
const cellsOf = (line: string): string[] =>
  line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());

/** A character behind a backslash is itself. */
const unmarked = (text: string): string => text.replace(/\\(.)/g, '$1');

/** Two asterisks begin and end what is bold; a character behind a backslash is itself. */
function words(text: string): string {
  let bold = false;
  return text.replace(/\\(.)|\*\*|[&<>"']/g, (found, itself: string | undefined) => {
    if (itself !== undefined) return escaped(itself);
    if (found !== '**') return escaped(found);
    bold = !bold;
    return bold ? '<strong>' : '</strong>';
  });
}
