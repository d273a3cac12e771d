/**
 * A table as CSV, for the spreadsheets that offices have.
 *
 * In:  the heads of the columns, and for each row its cells.
 * Out: RFC 4180: CRLF after each line, quotation marks where a cell needs them; a byte order mark first, without which
 *      Excel in Chinese Windows reads UTF-8 as GBK.
 *
 * A cell that a spreadsheet would take for a formula gets an apostrophe in front, by which it stays text. Cells that
 * begin with apostrophes before such a sign get one more, so that taking one away gives back every cell.
 */

/** A row by the heads of its columns. */
export type Row<Head extends string> = Readonly<Record<Head, string>>;

export function csv<Head extends string>(heads: readonly Head[], rows: readonly Row<Head>[]): string {
  const lines = [heads, ...rows.map((row) => heads.map((head) => row[head]))];
  return `\ufeff${lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`;
}

/** Full-width signs as well: Excel set to an East Asian language calculates them too. */
const FORMULA = /^'*(?:\s*[=+\-@＝＋－＠]|[\t\r])/;

function cell(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  // A blank at either end is lost in some readers unless it is quoted.
  return /[",\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
