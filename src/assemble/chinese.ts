/**
 * Chinese text as a clerk types it, made right for a page: punctuation and line breaks.
 *
 * Half-width `, ; : ! ? ( )` between Chinese characters becomes full-width, and a line that breaks next to a Chinese
 * character joins without a blank. Everything else stays as it was typed.
 */
import type { Nodes, Paragraph, TableCell, Text } from 'mdast';
import type { WidenedMark } from '../model/passage.js';

const WIDE = /[\p{Script=Han}\u3000-\u303f\uff01-\uff60“”‘’—…·]/u;
const HAN = /[\p{Script=Han}“”‘’《》〈〉「」（）【】、，。；：！？—…]/u;
const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
};

const HALF_WIDTH = new RegExp(`[${Object.keys(FULL_WIDTH).join('')}]`);

/** Words that are shown as they are typed: no half-width mark or line break among them, no blank before them. */
const AS_TYPED = /^(?![\s\u200b\ufeff])[^,;:!?()\n]*$/;

/** What stands at the edge of a text, or where an item will run in: as good as a Chinese neighbour. */
export const EDGE = '\u3000';
/** What is not text: code, an image. No neighbour to anything. */
export const OTHER = '\u0000';

/** One line of words, such as a title. */
export function chineseText(words: string): string {
  return fullWidth([...words]).join('');
}

/**
 * The half-width marks of a text that are shown full-width.
 *
 * In: the text as typed; its characters in whole code points, where `EDGE` and `OTHER` stand for some of them.
 */
export function widenedMarks(text: string, charactersOf = (): string[] => [...text]): WidenedMark[] {
  // Nearly all words: it saves looking at each character's neighbours.
  if (!HALF_WIDTH.test(text)) return [];
  const characters = charactersOf();
  const joined = joinLines(characters);
  const made = fullWidth(joined);
  const marks: WidenedMark[] = [];
  let start = 0;
  characters.forEach((character, index) => {
    const shown = made[index] ?? '';
    if (shown !== joined[index]) marks.push({ start, shown });
    start += character.length;
  });
  return marks;
}

/** Makes the words of a paragraph or cell right in place, across emphasis and links. */
export function makeChinese(container: Paragraph | TableCell): void {
  if (isAsTyped(container)) return;
  const characters: string[] = [];
  const owners: (Text | undefined)[] = [];
  const collect = (node: Nodes): void => {
    if (node.type === 'text') {
      for (const character of node.value) {
        characters.push(character);
        owners.push(node);
      }
    } else if (
      node.type === 'marker' ||
      node.type === 'break' ||
      (node.type === 'html' && node.value.startsWith('<!--'))
    ) {
      characters.push(node.type === 'html' ? '' : EDGE);
      owners.push(undefined);
    } else if ('children' in node) {
      node.children.forEach(collect);
    } else {
      characters.push(OTHER);
      owners.push(undefined);
    }
  };
  container.children.forEach(collect);
  // Blanks typed to indent a paragraph: the style sheet indents it already.
  const indent = owners.findIndex(
    (owner, index) => owner === undefined || !/[\s\u200b\ufeff]/.test(characters[index] ?? ''),
  );
  const isIndent = (index: number): boolean => index < indent;
  const kept = characters.flatMap((character, index) => (character === '' || isIndent(index) ? [] : [index]));
  const made = fullWidth(joinLines(kept.map((index) => characters[index] ?? '')));
  const values = new Map<Text, string>();
  kept.forEach((index, position) => {
    const owner = owners[index];
    if (owner) values.set(owner, (values.get(owner) ?? '') + (made[position] ?? ''));
  });
  for (const owner of owners) if (owner && !values.has(owner)) values.set(owner, '');
  for (const [text, value] of values) text.value = value;
}

function isAsTyped(node: Nodes): boolean {
  if (node.type === 'text') return AS_TYPED.test(node.value);
  return !('children' in node) || node.children.every(isAsTyped);
}

/** A line break next to a Chinese character vanishes, together with blanks around it; any other is a blank. */
function joinLines(characters: string[]): string[] {
  return characters.map((character, index) => {
    if (character !== '\n') return character;
    const before = characters[index - 1] ?? EDGE;
    const after = characters[index + 1] ?? EDGE;
    return WIDE.test(before) || WIDE.test(after) ? '' : ' ';
  });
}

function fullWidth(characters: string[]): string[] {
  const made = [...characters];
  const neighbour = (index: number, step: 1 | -1): string => {
    let at = index + step;
    while (made[at] === '') at += step;
    return made[at] ?? EDGE;
  };
  const isChinese = (character: string): boolean => character === EDGE || HAN.test(character);
  const open: number[] = [];
  characters.forEach((character, index) => {
    if (character === '(') open.push(index);
    if (character === ')') {
      const start = open.pop();
      if (start === undefined) return;
      const around = [neighbour(start, -1), neighbour(start, 1), neighbour(index, -1), neighbour(index, 1)];
      if (around.filter((one) => one !== EDGE && isChinese(one)).length < 2) return;
      made[start] = '（';
      made[index] = '）';
    }
  });
  made.forEach((character, index) => {
    const wide = FULL_WIDTH[character];
    if (wide === undefined || character === '(' || character === ')') return;
    const before = neighbour(index, -1);
    if (before !== EDGE && isChinese(before) && isChinese(neighbour(index, 1))) made[index] = wide;
  });
  return made;
}
