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

interface Mark {
  mark: string;
  start: number;
  /** Of quotation marks: the next one of the same kind. */
  next?: Mark;
  isAlternating: boolean;
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
const DEEPEST = 50;
/** Quotation marks of one kind never stand inside each other, brackets and book titles may. */
const QUOTES = new Set(['“', '”', '‘', '’']);
const MARK = /[《》〈〉“”‘’（）()【】「」『』〔〕]/g;
/** `1）`, `a)`, `一）` and `①）` count; they close nothing. */
const COUNTED = /(?:^|[\s，、。；：！？,;:（(])(?:[0-9０-９]{1,3}|[a-zA-Z]|[一二三四五六七八九十]{1,3}|[①-⑳])$/;

export function lonelyMarks(text: string): LonelyMark[] {
  const marks = withNext([...text.matchAll(MARK)].map(({ 0: mark, index: start }) => ({ mark, start })));
  const open: { mark: string; start: number }[] = [];
  const lonely: LonelyMark[] = [];
  /** Closing marks whose other half has been found lonely already: what crosses is said once. */
  const crossed: string[] = [];
  const swapped = new Set<Mark>();
  const add = (start: number, mark: string, problem: LonelyMark['problem'], other = CLOSING[mark] ?? OPENING[mark]) =>
    lonely.push({ start, mark, other: other ?? '', problem });

  /** Looks no further back than a text can nest, so that a file of nothing but marks takes no longer than another. */
  const lastOpen = (isMeant: (mark: string) => boolean): number => {
    for (let at = open.length - 1; at >= Math.max(0, open.length - DEEPEST); at -= 1)
      if (isMeant(open[at]?.mark ?? '')) return at;
    return -1;
  };

  for (const one of marks) {
    if (swapped.has(one)) continue;
    const { mark, start, next } = one;
    if (CLOSING[mark] !== undefined) {
      const earlier = lastOpen((other) => other === mark);
      if (!QUOTES.has(mark) || earlier < 0) {
        open.push({ mark, start });
      } else if (next?.mark === CLOSING[mark]) {
        for (const lost of open.splice(earlier)) add(lost.start, lost.mark, 'unclosed');
        open.push({ mark, start });
      } else {
        for (const lost of open.splice(earlier).slice(1)) add(lost.start, lost.mark, 'unclosed');
        add(start, mark, 'same');
      }
      continue;
    }
    const opening = OPENING[mark] ?? '';
    const opener = lastOpen((other) => CLOSING[other] === CLOSING[opening]);
    if (opener >= 0) {
      for (const lost of open.splice(opener).slice(1)) {
        add(lost.start, lost.mark, 'unclosed');
        crossed.push(CLOSING[lost.mark] ?? '');
      }
      continue;
    }
    if (crossed.includes(CLOSING[opening] ?? '')) {
      crossed.splice(crossed.indexOf(CLOSING[opening] ?? ''), 1);
    } else if (mark === '’' && /[a-zA-Z0-9]/.test((text[start - 1] ?? '') + (text[start + 1] ?? ''))) {
      // An apostrophe.
    } else if ((mark === '）' || mark === ')') && COUNTED.test(text.slice(Math.max(0, start - 5), start))) {
      // A number of an enumeration.
    } else if (next?.mark === opening && (next.next?.mark === opening || one.isAlternating)) {
      // Behind ” and “ comes another “, or they go on in turn to the end: whoever typed them exchanged the sides.
      add(start, mark, 'swapped');
      swapped.add(next);
    } else if (next?.mark === mark) {
      add(start, mark, 'same');
      open.push({ mark: opening, start });
    } else {
      add(start, mark, 'unopened');
    }
  }
  for (const { mark, start } of open) add(start, mark, 'unclosed');
  return lonely.toSorted((a, b) => a.start - b.start);
}

/** Tells each quotation mark the next one of its kind, and whether both sides come in turn up to the end, in pairs. */
function withNext(marks: readonly { mark: string; start: number }[]): Mark[] {
  const last = new Map<string, Mark>();
  return marks
    .toReversed()
    .map(({ mark, start }): Mark => {
      if (!QUOTES.has(mark)) return { mark, start, isAlternating: false };
      const kind = CLOSING[mark] ?? mark;
      const next = last.get(kind);
      const isAlternating = next !== undefined && next.mark !== mark && (!next.next || next.next.isAlternating);
      const made = { mark, start, isAlternating, ...(next && { next }) };
      last.set(kind, made);
      return made;
    })
    .toReversed();
}
