/**
 * Passages: the words of a file as they were typed, each with its place.
 *
 * In:  a tree fresh from the parser, comments already taken out; or the values of a file's keys.
 * Out: a passage for each paragraph, cell and block of code, for what each image says, and for each value.
 */
import type { Nodes, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { ELSEWHERE, type Passage, type PassageRun, type WidenedMark } from '../model/passage.js';
import type { SourceText, SourceValue } from '../model/source.js';
import { EDGE, OTHER, widenedMarks } from './chinese.js';
import { englishKey } from './keys.js';
import type { Positions } from './positions.js';

export function passagesOf(tree: Root, file: Positions): Passage[] {
  const passages: Passage[] = [];
  visit(tree, (node) => {
    if (node.type === 'image' && node.alt)
      passages.push({
        text: node.alt,
        key: 'alt',
        at: file.spanOf(node),
        runs: [],
        widened: widenedMarks(node.alt),
        breaks: [],
      });
    if (node.type !== 'paragraph' && node.type !== 'tableCell' && node.type !== 'code') return undefined;
    const words = new PassageWriter(file);
    words.add(node);
    if (words.text.trim() !== '')
      passages.push({
        text: words.text,
        at: file.spanOf(node),
        runs: words.runs,
        widened: words.widened(),
        breaks: words.breaks,
      });
    // Images stand inside paragraphs.
    return node.type === 'code' ? SKIP : undefined;
  });
  return passages;
}

/** The values of keys in words, those of lists and of keys below included. */
export function passagesOfValues(value: SourceValue | undefined, key = ''): Passage[] {
  if (value === undefined) return [];
  if (value.kind === 'list') return value.items.flatMap((item) => passagesOfValues(item, key));
  if (value.kind === 'map')
    return value.entries.flatMap((entry) => passagesOfValues(entry.value, englishKey(entry.key)));
  if (value.value.trim() === '') return [];
  const { value: text, at } = value;
  return [{ text, key, at, runs: runsOfValue(value), widened: widenedMarks(text), breaks: [] }];
}

/** A value on one line stands there as it is, with or without quotes around it; any other has been folded. */
function runsOfValue({ value, at }: SourceText): PassageRun[] {
  const length = at.endColumn - at.column;
  if (at.line !== at.endLine) return [];
  if (length === value.length) return [{ start: 0, line: at.line, column: at.column }];
  return length === value.length + 2 ? [{ start: 0, line: at.line, column: at.column + 1 }] : [];
}

/** Collects the words below a node, and finds each character in the source. */
class PassageWriter {
  text = '';
  readonly runs: PassageRun[] = [];
  readonly breaks: number[] = [];
  /** Whole code points, one or more, or what stands for one where it is no word to judge marks by. */
  readonly #characters: string[] = [];
  readonly #file: Positions;
  /** The offset in the source that the next character would have if it followed the last one. */
  #expected = -1;

  constructor(file: Positions) {
    this.#file = file;
  }

  add(node: Nodes): void {
    const { offset } = this.#file.textOf(node);
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') this.#words(node.value, node);
    else if (node.type === 'break') this.#put('\n', offset, EDGE);
    else if ('children' in node) node.children.forEach((child) => this.add(child));
    else this.#put(ELSEWHERE, offset, node.type === 'marker' ? EDGE : OTHER);
  }

  widened(): WidenedMark[] {
    return widenedMarks(this.text, () => this.#characters.flatMap((characters) => [...characters]));
  }

  /** Escapes, character references and the marks that begin a quoted line stand in the source and not in the words. */
  #words(value: string, node: Nodes): void {
    const { text, offset } = this.#file.textOf(node);
    if (node.type === 'text' && text === value && !value.includes('&')) {
      this.#asTyped(value, offset);
      return;
    }
    const standIn = node.type === 'text' ? undefined : OTHER;
    let from =
      node.type === 'text'
        ? 0
        : Math.max(0, text.indexOf(value.slice(0, 1), node.type === 'code' ? text.indexOf('\n') : 0));
    for (let index = 0; index < value.length; index += 1) {
      const character = value[index] ?? '';
      let skip = 0;
      if (text[from] !== character) {
        const reference = text[from] === '&' ? (/^&#?\w+;/.exec(text.slice(from, from + 40))?.[0].length ?? 0) : 0;
        const next = text.indexOf(character, from);
        if (reference > 0) {
          this.#put(character, offset + from, standIn);
          this.#expected = -1;
          from += reference;
          continue;
        }
        skip = next < 0 ? 0 : next - from;
      } else if (character === '&' && /^&(?:amp|#38|#x26);/i.test(text.slice(from, from + 6))) {
        this.#put(character, offset + from, standIn);
        this.#expected = -1;
        from += text.slice(from).indexOf(';') + 1;
        continue;
      }
      this.#put(character, offset + from + skip, standIn);
      from += skip + 1;
    }
  }

  /** Nearly all words: they stand in the source as they are. */
  #asTyped(words: string, offset: number): void {
    for (let start = 0, end = 0; start < words.length; start = end) {
      end = words.indexOf('\n', start) + 1 || words.length;
      this.#place(offset + start);
      this.text += words.slice(start, end);
      this.#expected = words[end - 1] === '\n' ? -1 : offset + end;
    }
    this.#characters.push(words);
  }

  /** Notes where the next character stands, unless it follows the last one. */
  #place(offset: number): void {
    if (offset === this.#expected) return;
    const { line, column } = this.#file.spanAt(offset, 1);
    this.runs.push({ start: this.text.length, line, column });
  }

  #put(character: string, offset: number, standIn = character): void {
    this.#place(offset);
    if (character === '\n' && (standIn === EDGE || standIn === OTHER)) this.breaks.push(this.text.length);
    this.text += character;
    if (/^[\udc00-\udfff]/.test(character)) this.#characters.push((this.#characters.pop() ?? '') + character);
    else this.#characters.push(standIn);
    // Columns begin anew after a line break.
    this.#expected = character === '\n' ? -1 : offset + 1;
  }
}
