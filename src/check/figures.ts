/** Figures of a report: whether they stand in the text, and what a text says in a figure's place. */
import { folded } from '../model/folded.js';
import type { Figure } from '../model/site.js';

/** More or less of a number, written to the value or to the unit. */
const ABOUT = /[余多]$|^[余多]/;

/** The number as words and the unit without 余, so that `8000余` `份` and `8000` `余份` are the same. */
export function partsOf({ value, unit }: Pick<Figure, 'value' | 'unit'>): { number: string; unit: string } {
  return { number: folded(value).replace(ABOUT, '').replace(/,/g, ''), unit: folded(unit).replace(ABOUT, '') };
}

/** Whether value and unit together stand in the text, and not inside a longer number. */
export function standsIn(text: string, { value, unit }: Pick<Figure, 'value' | 'unit'>): boolean {
  const [behind, words] = [folded(text), folded(value + unit)];
  for (let at = behind.indexOf(words); at >= 0; at = behind.indexOf(words, at + 1)) {
    const before = behind[at - 1] ?? '';
    const after = behind[at + words.length] ?? '';
    const isCut = (/^\d/.test(words) && /[\d.]/.test(before)) || (/\d$/.test(words) && /\d/.test(after));
    if (!isCut) return true;
  }
  return false;
}

const NUMBER = '[0-9][0-9,.]*|[零〇一二两三四五六七八九十百千万亿]+';
/** How far from the label its number may stand. */
const REACH = 24;

/**
 * What the text says in the place of a figure: the number with the same unit that stands nearest to the label's words;
 * without them in the text, the only number with that unit.
 */
export function saidInstead({ label, value, unit }: Figure, words: string): string | undefined {
  const own = partsOf({ value, unit });
  if (own.unit === '') return undefined;
  const text = folded(words);
  const pattern = new RegExp(`(?<![0-9.第])(?:${NUMBER})(?:万|亿)?[余多]?${escaped(own.unit)}`, 'g');
  const found = [...text.matchAll(pattern)].map((match) => ({ words: match[0], index: match.index }));
  const labelAt = text.indexOf(folded(label));
  if (labelAt < 0) return found.length === 1 ? found[0]?.words : undefined;
  const distance = (index: number): number =>
    index < labelAt ? labelAt - index : index - labelAt - folded(label).length;
  const [nearest] = found.toSorted((a, b) => distance(a.index) - distance(b.index));
  return nearest && distance(nearest.index) <= REACH ? nearest.words : undefined;
}

function escaped(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
