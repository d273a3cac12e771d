/** `markdown/lines-merged`: lines without an empty line between them are one paragraph. */
import { spanIn, type Passage } from '../../model/passage.js';
import { ordinalAt } from '../ordinals.js';
import { defineWordsRule } from '../rule.js';

/** What a paragraph begins with, and the inside of one hardly ever. */
const OPENING = /^(?:\u3000|[一二三四五六七八九十]{1,3}是(?!否)|(?:首先|其次|再次|最后)，|[①-⑳])/;
const SENTENCE_END = /[。！？：；:;!?][”’）)]?[ \t]*$/;
const ANY_MARK = /[\p{P}\p{S}][ \t]*$/u;
/** Somebody who breaks lines at a width fills them: a shorter line is one of its own. */
const FILLED = 20;

export const markdownLinesMerged = defineWordsRule<{ found: string; count: number }>({
  id: 'markdown/lines-merged',
  severity: 'warning',
  silence: 'allowed',
  about: {
    zh: '在 Markdown 里，两行之间没有空行就是同一段，页面上会连成一片。从 Word 或网页粘贴来的文字，每段之间要补一个空行。行末加两个空格的换行会保留，不提示。',
    en: 'In Markdown, lines without an empty line between them are one paragraph and run together on the page. Text pasted from Word or a web page needs an empty line between paragraphs. A break by two blanks at the end of a line is kept.',
  },
  *findInWords(passage) {
    if (passage.key !== undefined) return;
    const merged = mergedLines(passage);
    const [first] = merged;
    if (first === undefined) return;
    const line = passage.text.slice(first).split('\n')[0]?.trimEnd() ?? '';
    yield { at: spanIn(passage, first, line.length), found: line, count: merged.length };
  },
  say: {
    zh: ({ found, count }) =>
      `“${shorten(found)}”和上一行之间没有空行，页面上会连成一段。若是另起一段，请在这一行上面加一个空行。${count > 1 ? `这一段里共有 ${count} 行这样。` : ''}`,
    en: ({ found, count }) =>
      `No empty line stands between “${shorten(found)}” and the line above, so the page joins them. If it begins a paragraph, put an empty line above it.${count > 1 ? ` This paragraph has ${count} such lines.` : ''}`,
  },
});

/** Where lines begin that were meant as paragraphs. */
function mergedLines({ text, breaks }: Passage): number[] {
  const kept = new Set(breaks);
  const joints = Array.from(text.matchAll(/\n/g), ({ index }) => ({
    index,
    before: text.slice(text.lastIndexOf('\n', index - 1) + 1, index),
    after: text.slice(index + 1, text.indexOf('\n', index + 1) + 1 || undefined).trimEnd(),
  })).filter(({ index }) => !kept.has(index));
  const isWrapped = joints.some(
    ({ before, after }) =>
      before.length >= FILLED && !ANY_MARK.test(before) && ordinalAt(before, 0) === undefined && !opens(after),
  );
  return joints
    .filter(
      ({ before, after }) => opens(after) || isHeading(before, after) || (!isWrapped && SENTENCE_END.test(before)),
    )
    .map(({ index }) => index + 1);
}

function opens(line: string): boolean {
  return OPENING.test(line) || ordinalAt(line, 0) !== undefined;
}

/** A numbered line that is short beside the next one; one that was broken at a width is as long. */
function isHeading(line: string, next: string): boolean {
  return ordinalAt(line, 0) !== undefined && !ANY_MARK.test(line) && next.length > line.length * 1.5;
}

function shorten(line: string): string {
  const words = line.trim();
  return words.length > 12 ? `${words.slice(0, 12)}…` : words;
}
