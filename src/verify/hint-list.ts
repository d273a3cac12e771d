import type { Words } from '../diagnostics/diagnostic.js';
import { byCodeUnit } from '../model/by-code-unit.js';
import type { Hint, HintKind } from './verification.js';

/** Collects hints; the same words about many files are one hint. */
export class HintList {
  readonly #hints = new Map<string, Hint>();

  /** Without a path it is about the whole site. */
  add(kind: HintKind, path: string | undefined, words: Words): void {
    const key = `${kind} ${words.en}`;
    const hint = this.#hints.get(key) ?? { kind, paths: [], words };
    if (path !== undefined) hint.paths.push(path);
    this.#hints.set(key, hint);
  }

  all(): Hint[] {
    return [...this.#hints.values()].map((hint) => ({ ...hint, paths: hint.paths.toSorted(byCodeUnit) }));
  }
}
