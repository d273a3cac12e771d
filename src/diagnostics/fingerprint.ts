/**
 * Names for diagnostics that outlive an edit elsewhere in the file, so that a review tells new findings from old ones.
 *
 * In:  diagnostics, in the order to show them.
 * Out: a hash for each, in the same order, no two alike: of the rule, the file and the words without the line numbers
 *      in them; of those that agree in all of these, their count comes in.
 */
import { createHash } from 'node:crypto';
import type { Diagnostic } from './diagnostic.js';

export function fingerprintsOf(diagnostics: readonly Diagnostic[]): string[] {
  const seen = new Map<string, number>();
  return diagnostics.map(({ rule, at, message }) => {
    // In one language, so that `--lang` makes no finding new.
    const identity = JSON.stringify([rule, at.file, message.zh.replace(/第 \d+ 行/g, '第 … 行')]);
    const count = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, count);
    return createHash('sha256').update(`${identity} ${count}`).digest('hex');
  });
}
