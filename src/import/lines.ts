/**
 * Lines: the paragraphs of a document, one heading or paragraph each.
 *
 * In:  blocks as a reader left them.
 * Out: the same words in the same order, broken where a heading begins within a line: a report pasted as one line, or a
 *      chapter and its first section side by side (`一、主要举措和成效（一）加强组织领导`).
 */
import { chineseText } from '../build.js';
import { partsIn } from '../model/statutory-parts.js';
import type { Block, Line } from './document.js';
import { ordinalAt, type Ordinal } from './ordinal.js';

/** Characters. A paragraph this long may hold a report. */
const WALL_LENGTH = 400;
/** The share of a document's characters that makes a line the whole of it. */
const WALL_SHARE = 0.6;
const LONGEST_HEADING = 45;
const WIDE: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？' };

/** Zero-width characters that come along from other programs. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u2060\ufeff]/gu;

export function splitLines(blocks: readonly Block[]): Block[] {
  const single = blocks.flatMap((block): Block[] => (block.kind === 'line' ? separateLines(block) : [wide(block)]));
  const total = single.reduce((sum, block) => sum + (block.kind === 'line' ? block.text.length : 0), 0);
  const lines = single.flatMap((block): Block[] => {
    if (block.kind !== 'line') return [block];
    const isWall = block.text.length > WALL_LENGTH && block.text.length > total * WALL_SHARE;
    const pieces = isWall ? splitWall(block.text).flatMap(splitTitle) : [block.text];
    return pieces
      .flatMap(splitNeighbours)
      .flatMap(splitRow)
      .map((text) => ({ ...block, text }));
  });
  return lines.flatMap((block, index): Block[] =>
    block.kind === 'line' && index >= lines.length - MOST_BELOW
      ? splitSignature(block.text).map((text) => ({ ...block, text }))
      : [block],
  );
}

/** A break within a paragraph is as good as a paragraph's end; blanks around a line mean nothing. */
function separateLines(line: Line): Line[] {
  return line.text
    .split('\n')
    .map((text) => widen(text.replace(INVISIBLE, '').trim()))
    .filter((text) => text !== '')
    .map((text) => ({ ...line, text }));
}

function wide(block: Exclude<Block, Line>): Block {
  return { ...block, rows: block.rows.map((row) => row.map((cell) => widen(cell.replace(INVISIBLE, '').trim()))) };
}

/** Marks beside a Chinese character are Chinese marks; `4,000` and `9:30` keep theirs. */
function widen(text: string): string {
  return chineseText(text).replace(
    /(?<=[\p{Script=Han}”》）])[,;:!?]|[,;:!?](?=[\p{Script=Han}“《])/gu,
    (mark) => WIDE[mark] ?? mark,
  );
}

/** Breaks a report on one line where an ordinal follows the end of a sentence, or a heading. */
function splitWall(text: string): string[] {
  const starts: number[] = [];
  let last: { at: number; ordinal: Ordinal } | undefined;
  for (let at = 1; at < text.length; at += 1) {
    if (!/[一二三四五六七八九十（(0-9０-９第①-⑳〔【]/u.test(text.charAt(at))) continue;
    const ordinal = ordinalAt(text, at);
    if (!ordinal) continue;
    const before = text.slice(0, at).trimEnd();
    const sinceLast = last ? text.slice(last.at + last.ordinal.words.length, at) : '';
    const followsHeading =
      last !== undefined &&
      ordinal.number === 1 &&
      ordinal.kind !== last.ordinal.kind &&
      sinceLast.length <= LONGEST_HEADING &&
      !/[。；：]/u.test(sinceLast);
    if (!/[。！？：”）…]$/u.test(before) && !followsHeading) continue;
    starts.push(at);
    last = { at, ordinal };
    at += ordinal.words.length - 1;
  }
  return cut(text, starts);
}

/** `均川镇2022年度法治政府建设工作报告 一年来，…` begins with a title. */
function splitTitle(text: string, index: number): string[] {
  const end =
    index === 0
      ? /^[^。，；：]{6,60}(?:报告|总结|汇报|情况)(?=[ \t\u00a0\u3000]+\S)/u.exec(text)?.[0].length
      : undefined;
  return end === undefined ? [text] : cut(text, [end]);
}

const DATE =
  '[12１２一二][0-9０-９〇○零一二三四五六七八九]{3}年[0-9０-９一二三四五六七八九十]{1,3}月[0-9０-９一二三四五六七八九十]{1,3}日';
const SIGNATURE = new RegExp(`(?<=。)(?:[\\p{Script=Han}]{4,30}[ \\t\\u3000]*|[ \\t\\u3000]+)${DATE}$`, 'u');
/** Lines. A signature that stands on the last line of the text may have attachments below it. */
const MOST_BELOW = 6;

/** `…特此报告。均川镇人民政府2023年1月10日` ends with a signature. */
function splitSignature(text: string): string[] {
  const at = SIGNATURE.exec(text)?.index;
  return at === undefined ? [text] : cut(text, [at]);
}

/** `一、主要举措和成效（一）加强组织领导` are two headings. */
function splitNeighbours(text: string): string[] {
  const first = ordinalAt(text, 0);
  if (!first) return [text];
  for (let at = first.words.length + 2; at < Math.min(text.length, LONGEST_HEADING); at += 1) {
    if (/[。；：]/u.test(text.charAt(at))) return [text];
    const second = ordinalAt(text, at);
    if (second?.number !== 1 || second.kind === first.kind) continue;
    const title = text.slice(first.words.length, at).trim();
    // 成立（一）、（二）两个小组 goes on; a chapter ends where its first section begins.
    if (/[，、]$/u.test(title) || (second.kind === 'digit' && partsIn(title).length === 0)) return [text];
    return cut(text, [at]);
  }
  return [text];
}

/** `1、…。2、…。3、…。` on one line are as many lines. */
function splitRow(text: string): string[] {
  let last = ordinalAt(text, 0);
  // 第一, 第二 within a paragraph are its points.
  if (last?.kind === 'first') return [text];
  const starts: number[] = [];
  for (let at = 1; last && at < text.length; at += 1) {
    if (!/[。；]/u.test(text.charAt(at - 1))) continue;
    const next = ordinalAt(text, at);
    if (next?.kind !== last.kind || next.number !== last.number + 1) continue;
    starts.push(at);
    last = next;
  }
  return cut(text, starts);
}

function cut(text: string, starts: readonly number[]): string[] {
  return [0, ...starts].map((start, index) => text.slice(start, starts[index]).trim()).filter((piece) => piece !== '');
}
