/**
 * Frame: what stands around the body of a report.
 *
 * In:  the lines of a document, and what its page tells about it.
 * Out: title, number, organ and date as written; the body, in which a salutation stays; what was left out because it
 *      stands twice. A signature that is followed by more text stays where it is, and its words are read all the same.
 */
import { readDate } from '../build.js';
import type { Words } from '../diagnostics/diagnostic.js';
import { folded } from '../model/folded.js';
import type { Block, Dropped, Metadata } from './document.js';
import { simplified } from '../model/simplified.js';
import { ordinalAt } from './ordinal.js';

export interface Frame {
  title?: string;
  /** 文号. */
  number?: string;
  organ?: string;
  /** 成文日期, with its year. */
  adopted?: string;
  body: Block[];
  dropped: Dropped[];
  /** Lines at the head and the foot that became values of `report.md`, in order. */
  head: string[];
  foot: string[];
}

const NUMBER = /^[（(]?(?<number>[\p{Script=Han}]{1,12}[〔[［(（【][12][0-9]{3}[〕\]］)）】](?:第)?[0-9]+号)[）)]?$/u;
/** 工作打算 ends a title too, but of the work on law alone: 2023年工作打算 is a chapter. */
const TITLE =
  /(?:报告|总结|汇报|通报|自查|情况|要点|工作|(?:法治|依法|法制).{0,30}(?:打算|计划|安排|材料))(?:[（(][^）)]{1,20}[）)])?$/u;
const DATE =
  '(?:[12][0-9]{3}|[一二][〇○零ＯO0一二三四五六七八九]{3})[ \\u3000]*年[ \\u3000]*(?:[0-9]{1,2}|十?[一二三四五六七八九十])[ \\u3000]*月[ \\u3000]*(?:[0-9]{1,2}|[二三]?十?[一二三四五六七八九十])[ \\u3000]*日';
const DATE_LINE = new RegExp(`^[（(]?[ \\u3000]*(?<date>${DATE})[ \\u3000]*[）)]?$`, 'u');
const SIGNATURE_LINE = new RegExp(
  `^(?<organ>[\\p{Script=Han}（）()、 \\u3000]{4,40}?)[ \\u3000]*(?<date>${DATE})$`,
  'u',
);
const ORGAN = /(?:委员会|政府|办事处|党委|党工委|镇|乡|街道|办公室|管委会|司法所|领导小组)(?:[（(][^）)]*[）)])?$/u;
/** Characters. */
const LONGEST_TITLE = 60;
const LONGEST_ORGAN = 30;
const MOST_TITLE_LINES = 3;
const MOST_LINES_BELOW = 6;

const TWICE: Words = { zh: '标题重复', en: 'the title stands twice' };

export function frameOf(blocks: readonly Block[], metadata: Metadata): Frame {
  const frame: Frame = { body: [...blocks], dropped: [], head: [], foot: [] };
  takeHead(frame, metadata.title);
  takeFoot(frame);
  const title = frame.title ?? metadata.title;
  const number = frame.number ?? metadata.number;
  const organ = frame.organ ?? metadata.organ;
  const adopted = frame.adopted ?? metadata.adopted;
  return {
    ...frame,
    ...(title !== undefined && { title }),
    ...(number !== undefined && { number }),
    ...(organ !== undefined && { organ }),
    ...(adopted !== undefined && isDay(adopted) && { adopted }),
  };
}

function takeHead(frame: Frame, known: string | undefined): void {
  const take = (count: number): string[] =>
    frame.body.splice(0, count).map((block) => (block.kind === 'line' ? block.text : ''));
  for (let line = textAt(frame.body, 0); line !== undefined; line = textAt(frame.body, 0)) {
    const number = NUMBER.exec(line)?.groups?.['number'];
    const date = DATE_LINE.exec(line)?.groups?.['date'];
    const again = frame.title === undefined ? 0 : linesSaying(frame.title, frame.body);
    if (number !== undefined && frame.number === undefined) {
      frame.number = number;
      frame.head.push(...take(1));
    } else if (frame.title === undefined) {
      const count = linesOfTitle(frame.body, known);
      if (count === 0) return;
      const lines = take(count);
      frame.title = lines.join('');
      frame.head.push(...lines);
    } else if (again > 0) {
      frame.dropped.push({ words: take(again).join('\n'), reason: TWICE });
    } else if (date !== undefined && frame.adopted === undefined && isDay(date)) {
      frame.adopted = date;
      frame.head.push(...take(1));
    } else {
      return;
    }
  }
}

/** How many lines at the beginning are the title: one, or two or three that it is split over. */
function linesOfTitle(blocks: readonly Block[], known: string | undefined): number {
  const whole = known === undefined ? 0 : linesSaying(known, blocks);
  if (whole > 0) return whole;
  for (let count = 1; count <= MOST_TITLE_LINES; count += 1) {
    const line = textAt(blocks, count - 1);
    if (line === undefined || !mayBeTitle(line)) return 0;
    if (TITLE.test(simplified(line))) return count;
  }
  return 0;
}

/** How many lines at the beginning say just these words. */
function linesSaying(words: string, blocks: readonly Block[]): number {
  let said = '';
  for (let count = 1; count <= MOST_TITLE_LINES; count += 1) {
    const line = textAt(blocks, count - 1);
    if (line === undefined) return 0;
    said += line;
    if (folded(said) === folded(words)) return count;
  }
  return 0;
}

function mayBeTitle(line: string): boolean {
  return (
    line.length <= LONGEST_TITLE && !/[。；：，！？:;]/u.test(line) && !ordinalAt(line, 0) && !DATE_LINE.test(line)
  );
}

/**
 * The signature: the organ and the day, each on its line or both on one.
 *
 * It is taken off only where nothing follows it; before a line such as （联系人：…） it stays in the text, and its words
 * are read all the same.
 */
function takeFoot(frame: Frame): void {
  const { body } = frame;
  for (let back = 1; back <= MOST_LINES_BELOW; back += 1) {
    const line = textAt(body, body.length - back);
    if (line === undefined) return;
    const signed = signatureAt(body, body.length - back);
    if (!signed) {
      // What follows a signature is short.
      if (line.length > LONGEST_ORGAN * 2) return;
      continue;
    }
    const { date, organ, count } = signed;
    // Two dates that say the same are one; a date under the title and another at the foot are not.
    if (frame.adopted !== undefined && folded(frame.adopted) !== folded(date)) return;
    frame.adopted = date;
    if (organ !== undefined) frame.organ = organ;
    if (back === 1) frame.foot = body.splice(-count).map((block) => (block.kind === 'line' ? block.text : ''));
    return;
  }
}

/** A signature whose last line is at an index, and the lines it takes. */
function signatureAt(
  body: readonly Block[],
  index: number,
): { date: string; organ?: string; count: number } | undefined {
  const last = textAt(body, index)?.normalize('NFKC') ?? '';
  const both = SIGNATURE_LINE.exec(last)?.groups;
  const date = both?.['date'] ?? DATE_LINE.exec(last)?.groups?.['date'];
  if (date === undefined || !isDay(date)) return undefined;
  if (both?.['organ'] !== undefined) return { date, organ: both['organ'].trim(), count: 1 };
  const organs: string[] = [];
  while (organs.length < 2) {
    const line = textAt(body, index - 1 - organs.length);
    if (line === undefined || line.length > LONGEST_ORGAN || !ORGAN.test(simplified(line)) || ordinalAt(line, 0)) break;
    organs.unshift(line.replace(/[ \u3000]+/gu, ''));
  }
  const above = organs.length;
  // Some sign below the date.
  const below = organs.length === 0 ? textAt(body, index + 1) : undefined;
  if (below !== undefined && below.length <= LONGEST_ORGAN && ORGAN.test(simplified(below))) organs.push(below);
  return { date, ...(organs.length > 0 && { organ: organs.join('、') }), count: 1 + above };
}

function textAt(blocks: readonly Block[], index: number): string | undefined {
  const block = blocks[index];
  return block?.kind === 'line' ? block.text : undefined;
}

function isDay(words: string): boolean {
  const read = readDate(words, 2000);
  return 'date' in read && read.date.precision === 'day';
}
