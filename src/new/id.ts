/** Ids: a name for a file, from its title, that no other entry of the report has. */
import { pinyin } from 'pinyin-pro';
import { alike } from '../model/paths.js';

/** Characters. An id is an address on the pages and a name in a folder: short enough to be read out. */
const MAX_LENGTH = 40;

/**
 * An id made of the sound of the title.
 *
 * Shape:  国际禁毒日宣传 -> `guo-ji-jin-du-ri-xuan-chuan`; Latin letters and digits stay, marks go, and a long title ends
 *         where a word does. `ü` is `v`, as on a keyboard.
 * Errors: '' for a title without a word that can be spelt.
 */
export function idFromTitle(title: string): string {
  const words = pinyin(title.normalize('NFKC'), { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
    .flatMap((word) => word.toLowerCase().match(/[a-z0-9]+/g) ?? [])
    .map((word) => word.slice(0, MAX_LENGTH));
  const kept: string[] = [];
  for (const word of words) {
    if ([...kept, word].join('-').length > MAX_LENGTH) break;
    kept.push(word);
  }
  return kept.join('-');
}

/** The id itself when it is free, else with the next free number: `tui-jin-2`. */
export function freeId(id: string, taken: readonly string[]): string {
  const names = new Set(taken.map(alike));
  let free = id;
  for (let number = 2; names.has(alike(free)); number += 1) free = `${id}-${number}`;
  return free;
}
