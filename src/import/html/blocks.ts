/**
 * The blocks of a page's main text: lines and tables as a browser shows them.
 *
 * In:  an element.
 * Out: lines in order; numbers of lists written out; a table of facts or figures as a table, one that only lays the page
 *      out as the lines in it. Images come as remarks, unless the page carries them itself.
 */
import { imageMark, unmarked, type Block, type Line, type Remark, type SourceImage, type Table } from '../document.js';
import { elementsIn, wordsOf, type Element } from './tree.js';

export interface PageBlocks {
  blocks: Block[];
  images: SourceImage[];
  remarks: Remark[];
}

const BLOCKS = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol p pre root section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const BOLD = /font-weight\s*:\s*(?:bold|[6-9]00)/iu;
const CENTRED = /text-align\s*:\s*center/iu;
/** Chinese characters in a cell that no cell of a real table has. */
const LAYOUT_WEIGHT = 300;

/** What holds where an element stands. */
interface State {
  isBold: boolean;
  isCentred: boolean;
  heading: number | undefined;
}

type Step = { enter: Element | string; state: State } | { leave: Element; state: State };

export function blocksOf(main: Element): PageBlocks {
  const page: PageBlocks = { blocks: [], images: [], remarks: [] };
  const line = new OpenLine(page.blocks);
  const waiting: Step[] = [{ enter: main, state: { isBold: false, isCentred: false, heading: undefined } }];
  for (let step = waiting.pop(); step; step = waiting.pop()) {
    const { state } = step;
    if ('leave' in step) {
      line.end();
      continue;
    }
    const node = step.enter;
    if (typeof node === 'string') {
      line.add(unmarked(node), state);
      continue;
    }
    if (node.name === 'br') {
      line.end();
      continue;
    }
    if (node.name === 'img') {
      line.add(markOf(node, page), state);
      continue;
    }
    const isBlock = BLOCKS.has(node.name);
    if (isBlock) line.end();
    if (node.name === 'table' && !isLayout(node)) {
      page.blocks.push(tableOf(node));
      continue;
    }
    if (node.name === 'li') line.add(numberOf(node), state);
    const inner = stateIn(node, state);
    if (isBlock) waiting.push({ leave: node, state });
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index];
      if (child !== undefined) waiting.push({ enter: child, state: inner });
    }
  }
  line.end();
  return page;
}

/** The line that is being put together. */
class OpenLine {
  readonly #blocks: Block[];
  #text = '';
  #state: State | undefined;
  #isBold = true;

  constructor(blocks: Block[]) {
    this.#blocks = blocks;
  }

  add(words: string, state: State): void {
    this.#text += words;
    if (words.trim() === '') return;
    this.#state ??= state;
    if (!state.isBold) this.#isBold = false;
  }

  end(): void {
    const text = collapsed(this.#text);
    const { heading, isCentred = false } = this.#state ?? {};
    if (text !== '') {
      const line: Line = {
        kind: 'line',
        text,
        ...(heading !== undefined && { heading }),
        ...(this.#isBold && { isBold: true }),
        ...(isCentred && { isCentred: true }),
      };
      this.#blocks.push(line);
    }
    this.#text = '';
    this.#state = undefined;
    this.#isBold = true;
  }
}

/** White space as a browser shows it; a break between Chinese characters is only one of the file. */
function collapsed(text: string): string {
  return text
    .replace(/[ \t]*[\r\n]+[ \t]*/gu, '\n')
    .replace(/(?<=[\p{Script=Han}，。；：、！？“”《》（）])\n+|\n+(?=[\p{Script=Han}，。；：、！？“”《》（）])/gu, '')
    .replace(/[ \t\n\u00a0]+/gu, ' ')
    .replace(/^[\s\u3000]+|[\s\u3000]+$/gu, '');
}

function stateIn({ name, attributes }: Element, state: State): State {
  const { style = '', align = '' } = attributes;
  const level = /^h([1-6])$/u.exec(name)?.[1];
  return {
    isBold: state.isBold || ['b', 'strong', 'th'].includes(name) || level !== undefined || BOLD.test(style),
    isCentred: state.isCentred || name === 'center' || align.toLowerCase() === 'center' || CENTRED.test(style),
    heading: level === undefined ? state.heading : Number(level),
  };
}

/** A table that lays out the page: prose in its cells, one cell, or another table within. */
function isLayout(table: Element): boolean {
  let cells = 0;
  for (const element of elementsIn(table)) {
    if (element !== table && element.name === 'table') return true;
    if (element.name !== 'td' && element.name !== 'th') continue;
    cells += 1;
    if (element.weight > LAYOUT_WEIGHT) return true;
  }
  return cells <= 1;
}

function tableOf(table: Element): Table {
  const rows: string[][] = [];
  /** Cells of rows above that reach down: how many rows are left of each column. */
  const reaching: number[] = [];
  for (const row of elementsIn(table)) {
    if (row.name !== 'tr') continue;
    const cells: string[] = [];
    const skip = (): void => {
      while ((reaching[cells.length] ?? 0) > 0) {
        reaching[cells.length] = (reaching[cells.length] ?? 0) - 1;
        cells.push('');
      }
    };
    for (const cell of row.children) {
      if (typeof cell === 'string' || (cell.name !== 'td' && cell.name !== 'th')) continue;
      skip();
      const [across, down] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')];
      for (let column = 0; column < across; column += 1) {
        if (down > 1) reaching[cells.length] = down - 1;
        cells.push(column === 0 ? unmarked(wordsOf(cell)) : '');
      }
    }
    skip();
    if (cells.some((words) => words !== '')) rows.push(cells);
  }
  return { kind: 'table', rows };
}

const MOST_SPAN = 100;

function spanOf({ attributes }: Element, name: 'colspan' | 'rowspan'): number {
  const span = Number(attributes[name] ?? 1);
  return Number.isInteger(span) && span > 0 ? Math.min(span, MOST_SPAN) : 1;
}

/** The number that a browser puts before an item of an ordered list: `2.`. */
function numberOf({ number }: Element): string {
  return number !== undefined && Number.isInteger(number) ? `${number}.` : '';
}

const KINDS: Readonly<Record<string, string>> = { png: 'png', jpeg: 'jpg', jpg: 'jpg', gif: 'gif', webp: 'webp' };

/** An image that the page carries within; any other is elsewhere, and nothing is fetched. */
function markOf({ attributes }: Element, page: PageBlocks): string {
  const { src = '', alt = '' } = attributes;
  const { kind = '', data = '' } = /^data:image\/(?<kind>[a-z]+);base64,(?<data>[\s\S]*)$/u.exec(src)?.groups ?? {};
  const extension = KINDS[kind];
  if (extension === undefined) {
    page.remarks.push({
      message: { zh: '图片不在网页文件里，没有导入', en: 'an image lies outside of the page and was left out' },
      quotation: alt || src.slice(0, 80),
    });
    return '';
  }
  const number = page.images.length;
  page.images.push({ name: `image${number + 1}.${extension}`, bytes: Buffer.from(data, 'base64'), alt });
  return imageMark(number);
}
