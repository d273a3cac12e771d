/** The numbers of a report's headings, by level: 一、 （一） 1. （1）, as GB/T 9704 writes them. */

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** Shape: `headingNumber(1, 4)` -> `四、`; `headingNumber(2, 12)` -> `（十二）`. Levels below the fourth repeat its form. */
export function headingNumber(level: number, position: number): string {
  if (level === 1) return `${chineseNumeral(position)}、`;
  if (level === 2) return `（${chineseNumeral(position)}）`;
  if (level === 3) return `${position}.`;
  return `（${position}）`;
}

/** 1 to 99 in Chinese numerals; what is larger stays in digits. */
function chineseNumeral(number: number): string {
  if (number > 99) return String(number);
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  if (tens === 0) return DIGITS[ones] ?? '';
  return (tens === 1 ? '' : (DIGITS[tens] ?? '')) + '十' + (ones === 0 ? '' : (DIGITS[ones] ?? ''));
}
