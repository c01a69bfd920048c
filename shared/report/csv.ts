/** Rows as a CSV file that spreadsheets open with their accents, and in which no cell becomes a formula. Knows no content. */

/** Excel takes a file for UTF-8 only with this in front. */
const BYTE_ORDER_MARK = '\uFEFF';
/** What a spreadsheet may take for a formula, also behind blanks, and in the wide form of the characters. */
const FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

export const csvOf = (rows: ReadonlyArray<readonly string[]>): string =>
  BYTE_ORDER_MARK + rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');

/** Always quoted; a quote in front of what looks like a formula makes it text. */
const cellOf = (text: string): string =>
  `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('\0', '').replaceAll('"', '""')}"`;
