/**
 * Plain text: one line a paragraph, as Notepad saves it or a page is copied.
 *
 * In:  the bytes of a `.txt` file, in UTF-8, UTF-16 or GB18030.
 * Out: its lines. Lines of a text from a PDF, broken at the page's edge, are joined again where that is clear; lines of
 *      facts at the head (索引号：…) are read; numbers of pages are left out.
 */
import { POINT, ordinalAt } from './ordinal.js';
import { decodeText } from './decode-text.js';
import type { Dropped, Line, Metadata, Remark, SourceDocument } from './document.js';
import { factsIn } from './facts.js';

const PAGE_NUMBER = /^[-—–－\s]*(?:第\s*)?[0-9０-９]{1,3}(?:\s*页)?(?:\s*[/共]\s*[0-9]{1,3}\s*页?)?[-—–－\s]*$/u;
/** A number alone may be a figure; a page's number has dashes or says that it is one. */
const SAYS_PAGE = /[-—–－页]/u;

/** Errors: as `decodeText`. */
export function readPlainText(bytes: Uint8Array): SourceDocument {
  const dropped: Dropped[] = [];
  const written = decodeText(bytes)
    .replace(/\f/gu, '\n')
    .split('\n')
    .map((text) => text.trimEnd())
    .filter((text) => text.trim() !== '');
  const paged = written.filter((text) => {
    const isPageNumber = PAGE_NUMBER.test(text) && SAYS_PAGE.test(text);
    if (isPageNumber) dropped.push({ words: text.trim(), reason: { zh: '页码', en: 'a page number' } });
    return !isPageNumber;
  });
  const metadata: Metadata = {};
  const lines = withoutFacts(paged, metadata, dropped);
  const { joined, count } = joinBroken(lines);
  const remarks: Remark[] =
    count === 0
      ? []
      : [
          {
            message: {
              zh: `有 ${count} 行在行末断开、意思没有完，已与下一行接成一段`,
              en: `${count} lines broke off at their end and were joined with the next`,
            },
            quotation: '',
          },
        ];
  return {
    format: 'text',
    blocks: joined.map((text): Line => ({ kind: 'line', text: text.trim() })),
    notes: [],
    images: [],
    metadata,
    dropped,
    remarks,
  };
}

/** Takes lines of facts off the head of the text, before its first long line. */
function withoutFacts(lines: readonly string[], metadata: Metadata, dropped: Dropped[]): string[] {
  const end = lines.findIndex((text) => text.trim().length > LONG_LINE);
  const head = lines.slice(0, end === -1 ? lines.length : end).slice(0, MOST_FACT_LINES);
  return lines.filter((text, index) => {
    const facts = index < head.length ? factsIn(text) : undefined;
    if (!facts) return true;
    Object.assign(metadata, { ...facts, ...metadata });
    dropped.push({
      words: text.trim(),
      reason: { zh: '页面上的信息栏，已读作报告的属性', en: 'facts about the page, read as such' },
    });
    return false;
  });
}

/** Characters. */
const LONG_LINE = 120;
const MOST_FACT_LINES = 20;

/** Lines this long, all alike, were broken at the edge of a page. */
const EDGE = { shortest: 20, longest: 60, slack: 3 };

/**
 * Joins lines that were broken at the edge of a page: as long as the longest, without an end, and not followed by a
 * heading or an indentation. Three in a row at least show that there was an edge.
 */
function joinBroken(lines: readonly string[]): { joined: string[]; count: number } {
  const longest = Math.max(0, ...lines.map((text) => text.trim().length));
  const isBroken = (text: string, next: string | undefined): boolean => {
    const bare = text.trim();
    return (
      next !== undefined &&
      bare.length >= longest - EDGE.slack &&
      !/[。：；！？”）:;!?]$/u.test(bare) &&
      !/^[ \t\u3000]{2}/u.test(next) &&
      ordinalAt(next.trim(), 0) === undefined &&
      POINT.exec(next.trim())?.index !== 0
    );
  };
  const broken = lines.map((text, index) => isBroken(text, lines[index + 1]));
  const count = broken.filter(Boolean).length;
  if (longest < EDGE.shortest || longest > EDGE.longest || count < 3) return { joined: [...lines], count: 0 };
  const joined: string[] = [];
  lines.forEach((text, index) => {
    if (index > 0 && broken[index - 1]) joined.push(`${joined.pop() ?? ''}${text.trim()}`);
    else joined.push(text);
  });
  return { joined, count };
}
