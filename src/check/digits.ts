/**
 * Numbers of many digits as people type them: full-width, in groups, with blanks or hyphens between.
 *
 * In:  words as typed.
 * Out: every reading of neighbouring groups as one number, with its place; which of them means something is for rules.
 */

/** Neighbouring groups of digits, read as one number. */
export interface LongNumber {
  digits: string;
  /** The length of each group. */
  groups: readonly number[];
  /** The place in the text, in UTF-16 units. */
  start: number;
  end: number;
  /** The character on either side; `''` at an edge. */
  before: string;
  after: string;
}

/** Whether a text has so many digits: nearly none has as many as a number of a person, and no more need be asked of it. */
export function hasDigits(text: string, count: number): boolean {
  let found = 0;
  for (let index = 0; index < text.length && found < count; index += 1) {
    const unit = text.charCodeAt(index);
    if ((unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19)) found += 1;
  }
  return found >= count;
}

/** Digits, marks and blanks half-width, one for one, so that places stay. */
export function halfWidth(text: string): string {
  return text
    .replace(/[０-９Ａ-Ｚａ-ｚ＋]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))
    .replace(/[\t\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .replace(/[‐‑‒–−－﹣]/g, '-');
}

/** The same text with web addresses blanked: their numbers count articles, not people. */
export function withoutAddresses(text: string): string {
  return text.includes('://') ? text.replace(/https?:\/\/[!-~]+/gi, (one) => ' '.repeat(one.length)) : text;
}

const RUN = /\d+(?:[ -]\d+)*/g;

/** Readings of `from` to `to` digits, of at most six groups; `text` is half-width. */
export function* longNumbers(text: string, from: number, to: number): Generator<LongNumber> {
  for (const run of text.matchAll(RUN)) {
    if (run[0].length < from) continue;
    const parts = [...run[0].matchAll(/\d+/g)].map((part) => ({ digits: part[0], start: run.index + part.index }));
    for (let first = 0; first < parts.length; first += 1) {
      let digits = '';
      for (let last = first; last < Math.min(parts.length, first + 6) && digits.length <= to; last += 1) {
        const part = parts[last];
        digits += part?.digits ?? '';
        if (digits.length < from || digits.length > to) continue;
        const start = parts[first]?.start ?? 0;
        const end = (part?.start ?? 0) + (part?.digits.length ?? 0);
        yield {
          digits,
          groups: parts.slice(first, last + 1).map((one) => one.digits.length),
          start,
          end,
          before: text.charAt(start - 1),
          after: text.charAt(end),
        };
      }
    }
  }
}
