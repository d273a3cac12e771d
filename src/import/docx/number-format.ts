/**
 * A list's number as Word writes it in one of its formats.
 *
 * Source: ECMA-376 part 1, 17.18.59 ST_NumberFormat. A format that is not here, or a number that one cannot write, is
 * given in digits, as Word does.
 */

const ONES = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const LEGAL = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const LEGAL_TRADITIONAL = ['零', '壹', '貳', '參', '肆', '伍', '陸', '柒', '捌', '玖'];
const UNITS = ['', '十', '百', '千'];
const LEGAL_UNITS = ['', '拾', '佰', '仟'];
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const ROMAN: readonly [value: number, letters: string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];
/** Word repeats a letter at most thirty times. */
const LAST_LETTER = 30 * 26;

type Write = (number: number) => string | undefined;

const FORMATS: Readonly<Record<string, Write>> = {
  decimalZero: (number) => String(number).padStart(2, '0'),
  decimalFullWidth: wide,
  decimalFullWidth2: wide,
  decimalEnclosedCircle: oneOf('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'),
  decimalEnclosedCircleChinese: oneOf('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'),
  decimalEnclosedFullstop: oneOf('⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛'),
  decimalEnclosedParen: oneOf('⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇'),
  ideographEnclosedCircle: oneOf('㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉'),
  ideographTraditional: oneOf(STEMS),
  ideographZodiac: oneOf(BRANCHES),
  ideographZodiacTraditional: (number) =>
    number >= 1 && number <= 60 ? `${STEMS[(number - 1) % 10]}${BRANCHES[(number - 1) % 12]}` : undefined,
  numberInDash: (number) => `- ${number} -`,
  upperRoman: roman,
  lowerRoman: (number) => roman(number)?.toLowerCase(),
  upperLetter: letter,
  lowerLetter: (number) => letter(number)?.toLowerCase(),
  chineseCounting: (number) => (number < 100 ? counted(number, ONES, UNITS) : digits(number, '○')),
  taiwaneseCounting: (number) => (number < 100 ? counted(number, ONES, UNITS) : digits(number, '○')),
  chineseCountingThousand: (number) => counted(number, ONES, UNITS),
  taiwaneseCountingThousand: (number) => counted(number, ONES, UNITS),
  ideographDigital: (number) => digits(number, '〇'),
  taiwaneseDigital: (number) => digits(number, '○'),
  japaneseDigitalTenThousand: (number) => digits(number, '〇'),
  japaneseCounting: (number) =>
    counted(number, ONES, UNITS)
      ?.replaceAll(/零|一(?=[百千])/g, '')
      .replace('百一十', '百十'),
  chineseLegalSimplified: (number) => legal(number, LEGAL),
  ideographLegalTraditional: (number) => legal(number, LEGAL_TRADITIONAL),
  none: () => '',
};

export function formatNumber(number: number, format: string): string {
  const write = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  return write?.(number) ?? String(number);
}

function oneOf(signs: string): Write {
  const list = [...signs];
  return (number) => list[number - 1];
}

function wide(number: number): string {
  return String(number).replace(/\d/g, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0));
}

function roman(number: number): string | undefined {
  if (number < 1 || number > 3999) return undefined;
  let [rest, letters] = [number, ''];
  for (const [value, sign] of ROMAN) {
    letters += sign.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return letters;
}

/** After Z comes AA, then BB. */
function letter(number: number): string | undefined {
  if (number < 1 || number > LAST_LETTER) return undefined;
  return String.fromCodePoint(0x41 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}

function digits(number: number, zero: string): string {
  return [...String(number)].map((digit) => (digit === '0' ? zero : ONES[Number(digit)])).join('');
}

/** 十一, 一百零一, 一百一十: by places up to thousands. */
function counted(number: number, ones: readonly string[], units: readonly string[]): string | undefined {
  if (number > 9999) return undefined;
  return byPlaces(number, ones, units).replace(/^一十/, '十');
}

/** 壹拾壹: as on a cheque, where ten keeps its one. */
function legal(number: number, ones: readonly string[]): string | undefined {
  return number > 9999 ? undefined : byPlaces(number, ones, LEGAL_UNITS);
}

function byPlaces(number: number, ones: readonly string[], units: readonly string[]): string {
  const zero = ones[0] ?? '';
  if (number === 0) return zero;
  const places = [...String(number)].map((digit, index, all) =>
    digit === '0' ? zero : `${ones[Number(digit)]}${units[all.length - 1 - index]}`,
  );
  return places
    .join('')
    .replace(new RegExp(`${zero}+$`), '')
    .replaceAll(new RegExp(`${zero}+`, 'g'), zero);
}
