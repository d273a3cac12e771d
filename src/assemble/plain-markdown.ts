/**
 * Recognises Markdown that is nothing but paragraphs of plain characters, and makes its tree without a parser.
 *
 * In:  a body within the bounds of `parseMarkdown`.
 * Out: the very tree that the parser gives, places included; `undefined` for a body with anything that might mean more
 *      than itself. Remarks on one line, `<!-- events -->` among them, are the only mark it knows.
 *
 * Nearly every body of a report is of this kind, and parsing was four fifths of a build. The whole body is judged at
 * once: what spans several blocks needs no thought then, and one refused character costs no more than a look.
 */
import type { Paragraph, PhrasingContent, Root } from 'mdast';

/** A remark that begins and ends on one line. */
const REMARK = /(<!--[^\n<>]*-->)/;

/** Whatever begins or may begin something else than words, wherever the parser would look for it. */
const MORE_THAN_WORDS = new RegExp(
  [
    // Anywhere: emphasis, code, links, notes, escapes, references, cells; what the parser rewrites (tabs count as four).
    String.raw`[*_${'`'}[\]\\&|~\0\t\r]`,
    // Tags, addresses, quotations: anything in angle brackets but a remark.
    String.raw`<(?!!--[^\n<>]*-->)|(?<!<!--[^\n<>]*--)>`,
    // Where a line begins: headings, items of lists, rows of dashes, columns, indents.
    String.raw`(?<![^\n])(?:[#+\-: ]|\d+[.)](?![^ \n]))`,
    // Where a line ends: blanks are cut off, and two of them are a break.
    String.raw` (?![^\n])`,
    // A mark at the very beginning that the parser skips without counting it.
    String.raw`(?<![^])\ufeff`,
  ].join('|'),
);

/** The tree of a body of plain paragraphs; `undefined` where only the parser can tell. */
export function recognisePlain(words: string): Root | undefined {
  if (MORE_THAN_WORDS.test(words)) return undefined;
  const place = new Place();
  const start = place.point();
  const children: Paragraph[] = [];
  for (const { 0: block, index } of words.matchAll(/[^\n]+(?:\n[^\n]+)*/g)) {
    // Only line ends lie between two blocks.
    place.skip(words.slice(place.offset, index));
    children.push(paragraph(block, place));
  }
  place.skip(words.slice(place.offset));
  return { type: 'root', children, position: { start, end: place.point() } };
}

function paragraph(block: string, place: Place): Paragraph {
  const start = place.point();
  const children = block
    .split(REMARK)
    .map((value, index): PhrasingContent => {
      const from = place.point();
      place.skip(value);
      return { type: index % 2 === 0 ? 'text' : 'html', value, position: { start: from, end: place.point() } };
    })
    // `split` gives an empty text between two remarks, and before or after one at the edge.
    .filter((child) => 'value' in child && child.value !== '');
  return { type: 'paragraph', children, position: { start, end: place.point() } };
}

/** A place in the body, moved along over its words. Line and column count from 1, as in all syntax trees. */
class Place {
  offset = 0;
  #line = 1;
  #lineStart = 0;

  skip(words: string): void {
    for (let at = words.indexOf('\n'); at >= 0; at = words.indexOf('\n', at + 1)) {
      this.#line += 1;
      this.#lineStart = this.offset + at + 1;
    }
    this.offset += words.length;
  }

  point(): { line: number; column: number; offset: number } {
    return { line: this.#line, column: this.offset - this.#lineStart + 1, offset: this.offset };
  }
}
