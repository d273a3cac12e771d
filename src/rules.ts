/** Every rule of every stage, by id: for settings and silences, for `explain`, for formats that list them. */
import * as assembleRules from './assemble/rules.js';
import { CHECK_RULES } from './check/rules.js';
import { SILENCE_RULES } from './check/silence-rules.js';
import type { Rule } from './diagnostics/diagnostic.js';
import { READ_RULES } from './read/rules.js';

export const RULES: ReadonlyMap<string, Rule<never>> = new Map(
  ([...READ_RULES, ...Object.values(assembleRules), ...CHECK_RULES, ...SILENCE_RULES] as readonly Rule<never>[])
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((rule) => [rule.id, rule]),
);
