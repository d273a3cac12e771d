/** What an earlier build remembers of the pages it has left in a folder. */
import type { ListedFile as BuiltFile } from '../model/manifest.js';
import type { SiteEntry } from './entries.js';
import { isBuilt, MARKS } from './marks.js';

export class Memory {
  readonly #root: string;
  readonly #marks: readonly number[];
  /** By town: the sum of what was kept of it, and where its marks begin. */
  readonly #towns = new Map<string, { sum: string; start: number }>();
  readonly #siteStart: number;

  /** `root` is the folder's real path: what is remembered of another one is of no use. */
  constructor(entry: SiteEntry | undefined, root: string) {
    this.#root = root;
    const isOfRoot = entry?.out === root;
    this.#marks = isOfRoot ? entry.marks : [];
    let start = 0;
    for (const { town, sum, pages } of isOfRoot ? entry.towns : []) {
      this.#towns.set(town, { sum, start });
      start += pages * MARKS;
    }
    this.#siteStart = start;
  }

  /** The marks of a town's pages, if each of them stands as it should. */
  marksWhereBuilt(town: string, sum: string, pages: readonly BuiltFile[]): number[] | undefined {
    const known = this.#towns.get(town);
    return this.#where(pages, known?.sum === sum ? known.start : undefined);
  }

  /** Whether the pages that are none of a town's stand as they should. */
  hasSite(pages: readonly BuiltFile[]): boolean {
    return this.#where(pages, this.#siteStart) !== undefined;
  }

  #where(pages: readonly BuiltFile[], start: number | undefined): number[] | undefined {
    const marks: number[] = [];
    for (const [index, page] of pages.entries()) {
      const from = start === undefined ? undefined : start + index * MARKS;
      const found = isBuilt(this.#root, page, from === undefined ? undefined : this.#marks.slice(from, from + MARKS));
      if (!found) return undefined;
      marks.push(...found);
    }
    return marks;
  }
}
