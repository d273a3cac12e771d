/** Identity numbers of citizens: 18 digits by GB 11643, whose last may be X, and the 15 digits of before 1999. */
import { weekdayOf } from './calendar.js';
import { halfWidth, hasDigits, longNumbers } from './digits.js';

export interface IdentityNumber {
  number: string;
  /** The place in the text, in UTF-16 units. */
  start: number;
  end: number;
}

/** The provinces that a number may begin with. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(
    ' ',
  ),
);

/** Every identity number that a text holds, in order. */
export function identityNumbersIn(words: string): IdentityNumber[] {
  if (!hasDigits(words, 15)) return [];
  const text = halfWidth(words);
  const found: IdentityNumber[] = [];
  for (const { digits, groups, start, end, before, after } of longNumbers(text, 15, 18)) {
    if (start < (found.at(-1)?.end ?? 0) || /[A-Za-z.]/.test(before)) continue;
    const x = digits.length === 17 ? /^[ -]?[Xx](?![A-Za-z\d])/.exec(text.slice(end, end + 3))?.[0] : undefined;
    const number = x === undefined ? digits : `${digits}X`;
    if (x === undefined && /[A-Za-z]/.test(after)) continue;
    const isOld = number.length === 15 && (groups.length === 1 || groups.join('-') === '6-6-3') && before !== '-';
    if (number.length === 18 ? isIdentityNumber(number) : isOld && after !== '-' && isOldNumber(number))
      found.push({ number, start, end: end + (x?.length ?? 0) });
  }
  return found;
}

/** Whether 18 characters are a region, a day of birth and a checksum (ISO 7064 mod 11-2) that fits them. */
function isIdentityNumber(number: string): boolean {
  if (!/^\d{17}[\dX]$/.test(number) || !isBirth(number.slice(6, 14)) || !isRegion(number)) return false;
  const sum = [...number.slice(0, 17)].reduce((total, digit) => (2 * (total + Number(digit))) % 11, 0);
  return number.at(-1) === '10X98765432'[sum % 11];
}

function isOldNumber(number: string): boolean {
  return isRegion(number) && isBirth(`19${number.slice(6, 12)}`) && !number.endsWith('000');
}

function isRegion(number: string): boolean {
  return PROVINCES.has(number.slice(0, 2)) && !number.slice(2).startsWith('99');
}

function isBirth(day: string): boolean {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(4, 6)), Number(day.slice(6))];
  return year >= 1900 && year < 2100 && weekdayOf(year, month, date) !== undefined;
}

/** The form that may be published: the first two characters and the last three, all between them hidden. */
export function maskedIdentity(number: string): string {
  return number.slice(0, 2) + '*'.repeat(number.length - 5) + number.slice(-3);
}
