/**
 * A paragraph as the grammar reads it: marks of Chinese print, half-width digits, no blanks.
 *
 * In:  the paragraph as its source has it, with marks of either width and blanks inside numbers.
 * Out: text to match patterns on, the way back to the source's offsets, and its sentences and clauses.
 */

/** From `start` up to but not including `end`, in the plain text. */
export interface Stretch {
  start: number;
  end: number;
}

export interface PlainText {
  source: string;
  text: string;
  /** Where each character stands in the source. */
  at: readonly number[];
  /** For each character, whether it stands within quotation marks, a book title or brackets. */
  within: readonly Enclosure[];
}

export type Enclosure = '' | 'quotation' | 'title' | 'brackets';

const WIDE_MARKS: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
  '．': '.',
};
const HAN = /[\u4e00-\u9fff”》）)]/;
const PAIRS: Readonly<Record<string, readonly [close: string, kind: Enclosure]>> = {
  '“': ['”', 'quotation'],
  '‘': ['’', 'quotation'],
  '「': ['」', 'quotation'],
  '『': ['』', 'quotation'],
  '"': ['"', 'quotation'],
  '《': ['》', 'title'],
  '〈': ['〉', 'title'],
  '（': ['）', 'brackets'],
  '【': ['】', 'brackets'],
  '〔': ['〕', 'brackets'],
};
/** A mark whose partner is further away was typed by mistake and encloses nothing. */
const LONGEST_ENCLOSURE = 120;

export function plainText(source: string): PlainText {
  const characters: string[] = [];
  const at: number[] = [];
  let isAfterBlank = false;
  for (let index = 0; index < source.length; index += 1) {
    const typed = source.charAt(index);
    if (/[\t\p{Zs}\p{Cf}]/u.test(typed)) {
      isAfterBlank = true;
      continue;
    }
    const character = plainCharacter(source, index);
    // Two numbers stay two.
    if (isAfterBlank && /[0-9A-Za-z]/.test(characters.at(-1) ?? '') && /[0-9A-Za-z]/.test(character)) {
      characters.push(' ');
      at.push(index - 1);
    }
    isAfterBlank = false;
    characters.push(character);
    at.push(index);
  }
  const text = characters.join('');
  return { source, text, at, within: enclosures(text) };
}

/** One for one, so that places stay: 1,000 and 9:30 keep their marks. */
function plainCharacter(source: string, index: number): string {
  const typed = source.charAt(index);
  const half = typed.normalize('NFKC');
  const character = /^[0-9A-Za-z%.]$/.test(half) ? half : typed;
  const isInNumber = /[,:]/.test(typed) && /\d/.test(source.charAt(index - 1)) && /\d/.test(source.charAt(index + 1));
  if (isInNumber) return character;
  // 检查.检查中: a full stop of the wrong keyboard.
  if (character === '.' && HAN.test(source.charAt(index - 1)) && source.charAt(index + 1) !== '.') return '。';
  return WIDE_MARKS[character] ?? character;
}

function enclosures(text: string): Enclosure[] {
  const within: Enclosure[] = Array.from({ length: text.length }, () => '');
  for (let index = 0; index < text.length; index += 1) {
    const [close, kind] = PAIRS[text.charAt(index)] ?? [];
    if (close === undefined || kind === undefined || within[index] !== '') continue;
    const length = text.slice(index + 1, index + LONGEST_ENCLOSURE).indexOf(close);
    if (length >= 0) within.fill(kind, index, index + length + 2);
  }
  return within;
}

/** The words of a stretch as the source has them. */
export function wordsOf({ source, at }: PlainText, { start, end }: Stretch): string {
  return source.slice(at[start] ?? source.length, sourceEnd({ at }, end));
}

export function sourceEnd({ at }: Pick<PlainText, 'at'>, end: number): number {
  return end === 0 ? 0 : (at[end - 1] ?? 0) + 1;
}

/** Sentences with their marks; what ends within quotation marks goes on. */
export function sentencesOf(plain: PlainText): Stretch[] {
  return cutAfter(plain, { start: 0, end: plain.text.length }, /[。！？\n]/);
}

/** Clauses of a sentence with their marks. */
export function clausesOf(plain: PlainText, sentence: Stretch): Stretch[] {
  return cutAfter(plain, sentence, /[，；：。！？\n]/);
}

function cutAfter({ text, within }: PlainText, { start, end }: Stretch, mark: RegExp): Stretch[] {
  const cut: Stretch[] = [];
  let from = start;
  for (let index = start; index < end; index += 1) {
    if (within[index] !== '' || !mark.test(text.charAt(index))) continue;
    cut.push({ start: from, end: index + 1 });
    from = index + 1;
  }
  if (from < end) cut.push({ start: from, end });
  return cut;
}
