/**
 * Counts the numbered paragraphs of one story, as Word does.
 *
 * In:  paragraph by paragraph, in order, the list and level each belongs to.
 * Out: the label that Word shows before it, such as `一、`, `（二）` or `2.1`; '' for a bullet.
 */
import { formatNumber } from './number-format.js';
import type { Level, List } from './numbering.js';

export interface Label {
  text: string;
  hasGap: boolean;
}

export class Counter {
  /** By definition, the number that each level has reached. */
  readonly #reached = new Map<string, Map<number, number>>();
  /** Lists whose own start of a level has been used. */
  readonly #started = new Set<string>();

  count(list: List, index: number): Label {
    const level = list.levels.get(index);
    if (level === undefined) return { text: '', hasGap: false };
    const numbers = this.#numbers(list);
    // Levels above that were left out are taken as begun: what comes at one of them next is the second.
    for (const [upper, above] of list.levels)
      if (upper < index && !numbers.has(upper)) numbers.set(upper, this.#next(list, upper, above, undefined));
    numbers.set(index, this.#next(list, index, level, numbers.get(index)));
    for (const [lower, { restart }] of list.levels)
      if (lower > index && (restart === undefined || index < restart)) numbers.delete(lower);
    if (level.format === 'bullet') return { text: '', hasGap: false };
    return { text: labelOf(list, level, numbers), hasGap: level.hasGap };
  }

  #numbers({ definition }: List): Map<number, number> {
    let numbers = this.#reached.get(definition);
    if (numbers === undefined) this.#reached.set(definition, (numbers = new Map()));
    return numbers;
  }

  #next(list: List, index: number, level: Level, reached: number | undefined): number {
    const own = list.starts.get(index);
    if (own !== undefined && !this.#started.has(`${list.id} ${index}`)) {
      this.#started.add(`${list.id} ${index}`);
      return own;
    }
    return reached === undefined ? (own ?? level.start) : reached + 1;
  }
}

function labelOf(list: List, level: Level, numbers: ReadonlyMap<number, number>): string {
  return level.pattern.replaceAll(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const shown = list.levels.get(index);
    if (shown === undefined || shown.format === 'bullet') return '';
    return formatNumber(numbers.get(index) ?? shown.start, level.isLegal ? 'decimal' : shown.format);
  });
}
