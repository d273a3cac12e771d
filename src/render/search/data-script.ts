/**
 * Data scripts: data that a page opened from disk can load, since it may load scripts and nothing else.
 *
 * A script puts one object into a list of the page's. The list may be there already or not, so that scripts may arrive
 * in any order.
 */

/** What stands before and after the rows, which `BETWEEN_ROWS` keeps apart. `head` is the object's other keys. */
export function scriptFrame(list: string, head: object, rows: string): [start: string, end: string] {
  return [`(self.${list} ||= []).push(${json(head).slice(0, -1)},"${rows}":[\n`, '\n]});\n'];
}

export const BETWEEN_ROWS = ',\n';

/** A file for programs that know less of scripts than browsers do: no end of a script, no line end of Unicode's own. */
export function json(value: object): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

export function bytesOf(...texts: string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}
