/**
 * Full-width digits in the keys that hold dates: read as if they were half-width, and reported, since search, copying
 * and other programs take `２０２２` for other characters than `2022`.
 *
 * In:  a file as `read` left it.
 * Out: a diagnostic for each such value, with the edits that mend it.
 */
import { diagnose, type Diagnostic } from '../diagnostics/diagnostic.js';
import { spanIn } from '../model/passage.js';
import type { TextSource } from '../model/source.js';
import { passagesOfValues } from './passages.js';
import { dateWideDigits } from './rules.js';

const DATE_KEYS = ['year', 'date', 'due', 'adopted', 'published'];
const WIDE_DIGITS = /[０-９]+/g;

export function wideDigitsIn(source: TextSource): Diagnostic[] {
  return passagesOfValues(source.data).flatMap((passage) => {
    const { key = '', text, at, runs } = passage;
    const found = DATE_KEYS.includes(key) ? [...text.matchAll(WIDE_DIGITS)] : [];
    if (found.length === 0) return [];
    const edits = found.map(({ 0: digits, index }) => ({
      at: spanIn(passage, index, digits.length),
      text: digits.normalize('NFKC'),
    }));
    return diagnose(dateWideDigits, {
      at,
      found: text,
      fix: text.replace(WIDE_DIGITS, (digits) => digits.normalize('NFKC')),
      // Of a value folded over lines nobody knows which character stood where.
      edits: runs.length === 0 ? undefined : edits,
    });
  });
}
