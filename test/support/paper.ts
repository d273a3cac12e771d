/**
 * PDFs as others read them: by the programs of Poppler, and as pages drawn in dots.
 *
 * Lengths are in millimetres, from the left and the top of the page.
 */
import { spawnSync } from 'node:child_process';

const MM_PER_POINT = 25.4 / 72;

export interface Line {
  /** From 1. */
  page: number;
  text: string;
  /** Whether it begins to the right of the others. */
  isIndented: boolean;
}

export interface Word {
  text: string;
  left: number;
  right: number;
  top: number;
}

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function poppler(program: string, args: readonly string[]): Buffer {
  const { status, stdout, stderr, error } = spawnSync(program, args, { maxBuffer: 2 ** 28 });
  if (status !== 0) throw error ?? new Error(`${program} ${args.join(' ')}: ${String(stderr)}`);
  // A fault in the file is a warning to Poppler, and none to us.
  if (String(stderr) !== '') throw new Error(`${program}: ${String(stderr)}`);
  return stdout;
}

/** What the file says of itself, by Poppler's names: `Title`, `Tagged`, `Page size`, … */
export function infoOf(file: string): Record<string, string> {
  const lines = poppler('pdfinfo', ['-isodates', file]).toString().trim().split('\n');
  return Object.fromEntries(lines.map((line) => /^([^:]+):\s*(.*)$/.exec(line)?.slice(1) ?? [line, '']));
}

/** The fonts of the file: what kind each is, and whether it is in the file. */
export function fontsOf(file: string): { type: string; isEmbedded: boolean }[] {
  const [, , ...rows] = poppler('pdffonts', [file]).toString().trimEnd().split('\n');
  return rows.map((row) => {
    const [, type = '', embedded] = /^.{37}(.{17}) .{16} (yes|no )/.exec(row) ?? [];
    return { type: type.trim(), isEmbedded: embedded === 'yes' };
  });
}

/** The text in the order of the tags, without white space, page numbers and the marks of lists. */
export function taggedText(file: string): string {
  const tree = poppler('pdfinfo', ['-struct-text', file]).toString();
  const text = tree.replaceAll(/^\s+Lbl .*\n\s+".*"$/gm, '').matchAll(/^\s+"(.*)"$/gm);
  return bare([...text].map(([, words = '']) => words).join(''));
}

/** The kinds of the tags, each once. */
export function tagsOf(file: string): string[] {
  const lines = poppler('pdfinfo', ['-struct', file]).toString().split('\n');
  return [...new Set(lines.flatMap((line) => /^\s*([A-Z][A-Za-z0-9]*)\b/.exec(line)?.[1] ?? []))];
}

/** Each line as it stands on its page; of each page, the number that stands below. */
export function linesOf(file: string): { lines: Line[]; numbers: string[] } {
  const pages = poppler('pdftotext', ['-layout', file, '-']).toString().split('\f').slice(0, -1);
  const numbers: string[] = [];
  const lines = pages.flatMap((page, index): Line[] => {
    const rows = page.split('\n').filter((row) => row.trim() !== '');
    numbers.push(bare([rows.pop() ?? ''].join('')));
    return rows.map((row) => ({ page: index + 1, text: row.trim(), isIndented: row.startsWith(' ') }));
  });
  return { lines, numbers };
}

/** The words of each page, with their places. */
export function wordsOf(file: string): Word[][] {
  const xml = poppler('pdftotext', ['-bbox', file, '-']).toString();
  return xml
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">(.*)<\/word>/g)].map(
        ([, left, top, right, text = '']) => ({
          text,
          left: Number(left) * MM_PER_POINT,
          right: Number(right) * MM_PER_POINT,
          top: Number(top) * MM_PER_POINT,
        }),
      ),
    );
}

const DOTS_PER_INCH = 120;

/** Where there is ink between two heights of each page; `undefined` where there is none. */
export function inkOf(file: string, from = 0, to = 297): (Box | undefined)[] {
  return picturesOf(poppler('pdftoppm', ['-r', String(DOTS_PER_INCH), '-gray', file])).map(({ width, dots }) => {
    const mm = 25.4 / DOTS_PER_INCH;
    const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    for (let row = Math.round(from / mm); row < Math.min(to / mm, dots.length / width); row += 1)
      for (let column = 0; column < width; column += 1)
        if ((dots[row * width + column] ?? 255) < 128) {
          box.left = Math.min(box.left, column * mm);
          box.right = Math.max(box.right, (column + 1) * mm);
          box.top = Math.min(box.top, row * mm);
          box.bottom = Math.max(box.bottom, (row + 1) * mm);
        }
    return box.left === Infinity ? undefined : box;
  });
}

/** Portable grey maps, one after the other: `P5`, width, height, 255, a byte a dot. */
function picturesOf(bytes: Buffer): { width: number; dots: Uint8Array }[] {
  const pictures: { width: number; dots: Uint8Array }[] = [];
  for (let at = 0; at < bytes.length;) {
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(at, at + 40).toString('latin1'));
    if (!head) throw new Error('no picture');
    const [width, height] = [Number(head[1]), Number(head[2])];
    const begin = at + head[0].length;
    pictures.push({ width, dots: bytes.subarray(begin, begin + width * height) });
    at = begin + width * height;
  }
  return pictures;
}

/** Without white space. */
export function bare(text: string): string {
  return text.replaceAll(/\s/g, '');
}
