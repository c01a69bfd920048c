/** What reports are written with: the little Markdown that markdown-page.ts knows. Knows no report. */

/** A heading with its lines; nothing where there are none. */
export const section = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : [`## ${title}`, '', ...lines].join('\n');

export function table(titles: readonly string[], rows: ReadonlyArray<readonly string[]>): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map(plain).join(' | ')} |`;
  return [line(titles), `|${titles.map(() => '---|').join('')}`, ...rows.map(line)];
}

/** Sections one after the other, without those that say nothing. */
export const joined = (sections: readonly string[]): string => `${sections.filter((one) => one !== '').join('\n\n')}\n`;

/** On one line, and nothing of it is markup. */
export const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
