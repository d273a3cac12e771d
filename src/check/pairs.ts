/**
 * Marks that come in pairs: which ones of a text have lost their other half.
 *
 * In:  the text of one passage.
 * Out: each lonely mark with what is wrong about it. Full-width and half-width brackets close each other.
 */
export interface LonelyMark {
  start: number;
  mark: string;
  /** The mark that goes with it, or that was meant. */
  other: string;
  /**
   * `unclosed` and `unopened` lack `other`; `swapped` is the left mark of a pair whose sides are exchanged; `same` is
   * typed where `other` was meant.
   */
  problem: 'unclosed' | 'unopened' | 'swapped' | 'same';
}

const CLOSING: Readonly<Record<string, string>> = {
  '《': '》',
  '〈': '〉',
  '“': '”',
  '‘': '’',
  '（': '）',
  '(': '）',
  '【': '】',
  '「': '」',
  '『': '』',
  '〔': '〕',
};
const OPENING: Readonly<Record<string, string>> = {
  '》': '《',
  '〉': '〈',
  '”': '“',
  '’': '‘',
  '）': '（',
  ')': '（',
  '】': '【',
  '」': '「',
  '』': '『',
  '〕': '〔',
};
/** Quotation marks of one kind never stand inside each other, brackets and book titles may. */
const QUOTES = new Set(['“', '”', '‘', '’']);
const MARK = /[《》〈〉“”‘’（）()【】「」『』〔〕]/g;
/** `1）`, `a)`, `一）` and `①）` count; they close nothing. */
const COUNTED = /(?:^|[\s，、。；：！？,;:（(])(?:[0-9０-９]{1,3}|[a-zA-Z]|[一二三四五六七八九十]{1,3}|[①-⑳])$/;

export function lonelyMarks(text: string): LonelyMark[] {
  const marks = [...text.matchAll(MARK)].map(({ 0: mark, index: start }) => ({ mark, start }));
  const open: { mark: string; start: number }[] = [];
  const lonely: LonelyMark[] = [];
  /** Closing marks whose other half has been found lonely already: what crosses is said once. */
  const crossed: string[] = [];
  const swapped = new Set<number>();
  const add = (start: number, mark: string, problem: LonelyMark['problem'], other = CLOSING[mark] ?? OPENING[mark]) =>
    lonely.push({ start, mark, other: other ?? '', problem });

  marks.forEach(({ mark, start }, index) => {
    if (swapped.has(index)) return;
    /** The quotation marks of this kind from here on. */
    const rest = marks.slice(index).filter((one) => one.mark === mark || one.mark === (CLOSING[mark] ?? OPENING[mark]));
    const next = rest[1]?.mark;
    if (CLOSING[mark] !== undefined) {
      const earlier = open.findLastIndex((one) => one.mark === mark);
      if (!QUOTES.has(mark) || earlier < 0) {
        open.push({ mark, start });
      } else if (next === CLOSING[mark]) {
        for (const one of open.splice(earlier)) add(one.start, one.mark, 'unclosed');
        open.push({ mark, start });
      } else {
        for (const one of open.splice(earlier).slice(1)) add(one.start, one.mark, 'unclosed');
        add(start, mark, 'same');
      }
      return;
    }
    const opening = OPENING[mark] ?? '';
    const opener = open.findLastIndex((one) => CLOSING[one.mark] === CLOSING[opening]);
    if (opener >= 0) {
      for (const one of open.splice(opener).slice(1)) {
        add(one.start, one.mark, 'unclosed');
        crossed.push(CLOSING[one.mark] ?? '');
      }
      return;
    }
    if (crossed.includes(CLOSING[opening] ?? '')) {
      crossed.splice(crossed.indexOf(CLOSING[opening] ?? ''), 1);
    } else if (mark === '’' && /[a-zA-Z0-9]/.test((text[start - 1] ?? '') + (text[start + 1] ?? ''))) {
      // An apostrophe.
    } else if ((mark === '）' || mark === ')') && COUNTED.test(text.slice(Math.max(0, start - 5), start))) {
      // A number of an enumeration.
    } else if (QUOTES.has(mark) && next === opening && isSwapped(rest.map((one) => one.mark))) {
      add(start, mark, 'swapped');
      swapped.add(marks.indexOf(rest[1] ?? { mark, start }));
    } else if (QUOTES.has(mark) && next === mark) {
      add(start, mark, 'same');
      open.push({ mark: opening, start });
    } else {
      add(start, mark, 'unopened');
    }
  });
  for (const { mark, start } of open) add(start, mark, 'unclosed');
  return lonely.toSorted((a, b) => a.start - b.start);
}

/** ” and “ in turn to the end, or a second “ behind them: whoever typed them exchanged the sides. */
function isSwapped(marks: readonly string[]): boolean {
  if (marks[0] === marks[1]) return false;
  return marks[1] === marks[2] || (marks.length % 2 === 0 && marks.every((mark, index) => mark === marks[index % 2]));
}
