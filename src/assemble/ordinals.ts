/** The numbers of a report's headings, by level: 一、 （一） 1. （1）, as GB/T 9704 writes them. */
import { chineseNumeral } from '../model/numerals.js';

/** Shape: `headingNumber(1, 4)` -> `四、`; `headingNumber(2, 12)` -> `（十二）`. Levels below the fourth repeat its form. */
export function headingNumber(level: number, position: number): string {
  if (level === 1) return `${chineseNumeral(position)}、`;
  if (level === 2) return `（${chineseNumeral(position)}）`;
  if (level === 3) return `${position}.`;
  return `（${position}）`;
}
