/**
 * A paragraph while it is read: its words so far, and what its marks say about it.
 *
 * Its line stands among the blocks from the beginning, so that a text box anchored in it comes after it; `close` fills
 * the line.
 */
import type { Line } from '../document.js';
import type { Counter, Label } from './counter.js';
import type { Numbering } from './numbering.js';
import type { ParagraphProperties, RunProperties } from './properties.js';
import { headingLevel, type ResolvedStyle, type Styles } from './styles.js';

export class Paragraph {
  readonly line: Line = { kind: 'line', text: '' };
  properties: ParagraphProperties = {};
  /** Of the paragraph's own mark. */
  ending: RunProperties = {};
  /** Its mark was deleted: the next paragraph goes on in its line. */
  isJoined = false;
  /** Nothing of it stays, not even its number. */
  isDeleted: boolean;
  readonly #pieces: string[] = [];
  #hasContent = false;
  #hasWords = false;
  #isBold = true;
  #hasHidden = false;

  constructor(isDeleted: boolean) {
    this.isDeleted = isDeleted;
  }

  /** Begins the paragraph whose words follow in the same line; it is that one's mark that holds. */
  join(): void {
    this.properties = {};
    this.ending = {};
    this.isJoined = false;
  }

  add(text: string, isBold: boolean): void {
    this.#pieces.push(text);
    if (text.trim() === '') return;
    this.#hasContent = true;
    this.#hasWords = true;
    this.#isBold &&= isBold;
  }

  /** A note's or an image's place, which is neither bold nor not. */
  mark(text: string): void {
    this.#pieces.push(text);
    this.#hasContent = true;
  }

  hide(): void {
    this.#hasHidden = true;
  }

  style(styles: Styles): ResolvedStyle {
    return styles.resolve(this.properties.style ?? styles.defaultParagraph);
  }

  close(styles: Styles, numbering: Numbering, counter: Counter): void {
    const style = this.style(styles);
    const words = this.#pieces.join('');
    this.#pieces.length = 0;
    // What is hidden as a whole has no line and no number.
    const isHidden = this.#hasHidden && !this.#hasContent && (this.ending.isHidden ?? style.isHidden ?? false);
    const isGone = this.isDeleted || (this.isJoined && !this.#hasContent);
    if (isGone || isHidden) return;
    this.line.text = labelled(this.#label(style, styles, numbering, counter), words);
    const { outline } = this.properties;
    const heading = outline === undefined ? style.heading : headingLevel(outline);
    if (heading) this.line.heading = heading;
    if (this.#hasWords && this.#isBold) this.line.isBold = true;
    if (this.properties.isCentred ?? style.isCentred) this.line.isCentred = true;
  }

  #label(style: ResolvedStyle, styles: Styles, numbering: Numbering, counter: Counter): Label | undefined {
    const id = this.properties.list ?? style.list;
    if (id === undefined || id === '0') return undefined;
    const list = numbering.list(id, styles);
    if (list === undefined) return undefined;
    // A style that belongs to a level is at that level; a list named at the paragraph itself begins at the first.
    const own = this.properties.style ?? styles.defaultParagraph;
    const ofStyle = [...list.levels].find(([, level]) => level.style === own && own !== '')?.[0];
    const fromStyle = this.properties.list === undefined ? (ofStyle ?? style.level) : undefined;
    return counter.count(list, this.properties.level ?? fromStyle ?? 0);
  }
}

/** Word sets number and words apart by a tab, which between Chinese is nothing; `1.` and `2022年` must not become one. */
function labelled(label: Label | undefined, words: string): string {
  if (label === undefined || label.text === '') return words;
  const isNarrow = /[!-~]$/.test(label.text) && /^[A-Za-z0-9]/.test(words);
  return label.text + (label.hasGap && isNarrow ? ' ' : '') + words;
}
