/**
 * The cells of an outermost table while they are read. A table within a cell has none of its own: its words are the
 * cell's.
 */
import type { Block, Line, Table } from '../document.js';
import { tooManyCells } from './refusals.js';

/** Word itself has no more columns. */
const MOST_COLUMNS = 63;
const MOST_CELLS = 200_000;

export class TableCells {
  readonly block: Table = { kind: 'table', rows: [] };
  /** Of the cell that is open: where its lines go. */
  lines: Block[] = [];
  /** Columns that the open cell fills. */
  span = 1;
  /** The open cell is the lower part of one above it. */
  isContinued = false;
  #row: string[] = [];
  #cells = 0;

  beginRow(): void {
    this.#row = [];
  }

  /** Columns left out before the first cell of a row. */
  leave(columns: number): void {
    this.#fill(columns);
  }

  beginCell(): void {
    this.lines = [];
    this.span = 1;
    this.isContinued = false;
  }

  /** Gives back the words that are not shown since the cell belongs to one above. */
  endCell(isDeleted: boolean): string {
    const words = textOf(this.lines);
    this.lines = [];
    if (isDeleted) return '';
    this.#row.push(this.isContinued ? '' : words);
    this.#fill(this.span - 1);
    this.#cells += 1;
    return this.isContinued ? words : '';
  }

  endRow(isDeleted: boolean): void {
    if (!isDeleted && this.#row.length > 0) this.block.rows.push(this.#row);
    this.#row = [];
    if (this.#cells > MOST_CELLS) throw tooManyCells(MOST_CELLS);
  }

  #fill(columns: number): void {
    const filled = Math.max(0, Math.min(columns, MOST_COLUMNS - this.#row.length));
    for (let column = 0; column < filled; column++) this.#row.push('');
    this.#cells += filled;
  }
}

/** The lines of a cell or a note as one text. */
export function textOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) =>
      block.kind === 'line' ? [block] : block.rows.flat().map((text): Line => ({ kind: 'line', text })),
    )
    .flatMap(({ text }) => (text.trim() === '' ? [] : [text]))
    .join('\n');
}
