/**
 * Signs of symbol fonts, which stand in a file as private numbers, by the font and the number within it.
 *
 * Only those that reports use to list and to tick; any other stays what it is.
 */
const WINGDINGS: Readonly<Record<number, string>> = {
  0x6c: '●',
  0x6e: '■',
  0x6f: '□',
  0x75: '◆',
  0xa8: '□',
  0xd8: '➢',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};
const WINGDINGS_2: Readonly<Record<number, string>> = { 0x50: '✓', 0x52: '☑', 0x54: '☒', 0xa3: '□' };
const SYMBOL: Readonly<Record<number, string>> = { 0xb0: '°', 0xb1: '±', 0xb3: '≥', 0xa3: '≤', 0xb4: '×', 0xb7: '•' };
const FONTS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  Wingdings: WINGDINGS,
  'Wingdings 2': WINGDINGS_2,
  Symbol: SYMBOL,
};

/** `code` is hexadecimal, as it stands in the file; '' where it is no character. */
export function symbol(font: string, code: string): string {
  if (!/^[0-9a-f]{1,4}$/i.test(code)) return '';
  const number = Number.parseInt(code, 16);
  const signs = Object.hasOwn(FONTS, font) ? FONTS[font] : undefined;
  // Word adds 0xF000 to the number, some programs do not.
  const sign = signs?.[number & 0xff];
  if (sign !== undefined && (number < 0x100 || number >> 8 === 0xf0)) return sign;
  const isCharacter = number > 0x1f && (number < 0xd800 || number > 0xdfff) && number < 0xfffe;
  return isCharacter ? String.fromCharCode(number) : '';
}
