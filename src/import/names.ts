/**
 * Names of the files that import makes: a number by the order of the text, or a date, and an id of the title's sound.
 *
 * Source: DESIGN.md §3. Sections go by tens at the top, 11, 12 and 121, 122 below; where a level has more than nine,
 * every level takes two digits, so that names sort as the text runs.
 */
import { freeId, idFromTitle } from '../new/id.js';
import { datePrefix } from '../new/file-name.js';
import type { DateSpan, ItemKind, Part } from '../model/site.js';
import type { Branch } from './outline.js';

const FALLBACK: Readonly<Record<ItemKind | 'section', string>> = {
  section: 'section',
  event: 'event',
  duty: 'duty',
  shortcoming: 'shortcoming',
  task: 'task',
};

export interface Name {
  id: string;
  /** Of the file, without `.md`. */
  name: string;
}

export class Names {
  readonly #taken: string[] = [];
  readonly #counts = new Map<ItemKind, number>();
  readonly #isWide: boolean;
  readonly #places = new Map<Branch, string>();

  constructor(branches: readonly Branch[]) {
    this.#isWide = hasMoreThanNine(branches);
    this.#place(branches, '');
  }

  /** `part` is the id of a section that is one, unless it is taken. */
  section(branch: Branch, part: Part | undefined): Name {
    const wanted = part !== undefined && part !== 'other' ? part : idFromTitle(branch.title) || FALLBACK.section;
    const id = this.#free(wanted);
    const place = this.#places.get(branch) ?? '';
    return { id, name: `${branch.level === 1 && !this.#isWide ? `${place}0` : place}-${id}` };
  }

  event(title: string, date: DateSpan): Name {
    const id = this.#free(`${datePrefix(date)}${idFromTitle(title) || FALLBACK.event}`);
    return { id, name: id };
  }

  item(kind: Exclude<ItemKind, 'event'>, title: string): Name {
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    const id = this.#free(idFromTitle(title) || FALLBACK[kind]);
    return { id, name: `${String(count).padStart(2, '0')}-${id}` };
  }

  #free(wanted: string): string {
    const id = freeId(wanted, this.#taken);
    this.#taken.push(id);
    return id;
  }

  #place(siblings: readonly Branch[], above: string): void {
    siblings.forEach((branch, index) => {
      const place = above + (this.#isWide ? String(index + 1).padStart(2, '0') : String(index + 1));
      this.#places.set(branch, place);
      this.#place(branch.below, place);
    });
  }
}

function hasMoreThanNine(branches: readonly Branch[]): boolean {
  return branches.length > 9 || branches.some(({ below }) => hasMoreThanNine(below));
}
