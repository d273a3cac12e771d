/** What an earlier build remembers of the pages it has left in a folder. */
import type { ListedFile as BuiltFile } from '../model/manifest.js';
import type { SiteEntry } from './entries.js';
import { joined, MARKS, marksWhereBuilt } from './marks.js';

export class Memory {
  readonly #root: string;
  readonly #marks: Float64Array;
  /** By town: the sum of what was kept of it, and where its marks begin. */
  readonly #towns = new Map<string, { sum: string; start: number }>();

  /** `root` is the folder's real path: what is remembered of another one is of no use. */
  constructor(entry: SiteEntry | undefined, root: string) {
    this.#root = root;
    const own = entry?.out === root ? entry : undefined;
    this.#marks = numbersOf(own?.marks ?? '');
    let start = 0;
    for (const { town, sum, pages } of own?.towns ?? []) {
      this.#towns.set(town, { sum, start });
      start += pages * MARKS;
    }
  }

  /** The marks of a town's pages, if each of them stands as it should. */
  marksWhereBuilt(town: string, sum: string, pages: readonly BuiltFile[]): Float64Array | undefined {
    const remembered = this.#towns.get(town);
    const isSame = remembered?.sum === sum;
    const known = isSame ? this.#marks.subarray(remembered.start, remembered.start + pages.length * MARKS) : undefined;
    return marksWhereBuilt(this.#root, pages, known);
  }
}

/** What is to be remembered; each town with the marks of its pages. */
export function remembered(
  root: string,
  towns: readonly { town: string; sum: string; marks: Float64Array }[],
): SiteEntry {
  return {
    out: root,
    towns: towns.map(({ town, sum, marks }) => ({ town, sum, pages: marks.length / MARKS })),
    marks: Buffer.from(joined(towns.map(({ marks }) => marks)).buffer).toString('base64'),
  };
}

function numbersOf(text: string): Float64Array {
  const bytes = Buffer.from(text, 'base64');
  // A copy begins where numbers of eight bytes may.
  return new Float64Array(Uint8Array.from(bytes).buffer);
}
