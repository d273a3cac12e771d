/** Small numbers in Chinese numerals, as ordinals have them. */

const NUMERALS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 to 99 in Chinese numerals; what is larger stays in digits. */
export function chineseNumeral(number: number): string {
  if (number > 99) return String(number);
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  if (tens === 0) return NUMERALS[ones] ?? '';
  return (tens === 1 ? '' : (NUMERALS[tens] ?? '')) + '十' + (ones === 0 ? '' : (NUMERALS[ones] ?? ''));
}

/** The number of `chineseNumeral`, or of digits of either width. */
export function numberOf(words: string): number {
  const digits = words.normalize('NFKC');
  if (/^\d+$/.test(digits)) return Number(digits);
  const [tens = '', ones] = words.includes('十') ? words.split('十') : ['零', words];
  const value = (numeral: string | undefined): number => (numeral ? NUMERALS.indexOf(numeral) : 0);
  return (tens === '' ? 1 : value(tens)) * 10 + value(ones);
}
