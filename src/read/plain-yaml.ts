/**
 * Recognises YAML as clerks write it, and reads it without the library: one key a line, with plain or quoted words, a
 * list in brackets, or lines below it, indented, that are a list or keys again. Remarks stand behind words and on lines of
 * their own.
 *
 * In:  mended YAML that ends with a line end, and how to place two of its offsets.
 * Out: the very keys, values and places that the library gives, which has nothing to report; `undefined` for anything
 *      that might mean more: values over several lines, escapes, a key given twice.
 *
 * The library takes five sixths of the time of reading a report's files.
 */
import type { SourceList, SourceMap, SourceValue } from '../model/source.js';
import type { Span } from '../model/span.js';

/** A line: its indent, and a key or the dash of an item, or both. */
const INDENT = / {0,12}(?! )/y;
const DASH = /- +/y;
const KEY = /([A-Za-z\p{Script=Han}][\w\p{Script=Han}-]{0,40}):(?: +|(?=\n))/uy;
/** It has a blank behind its mark, and none at its end. */
const REMARK = String.raw`#(?: [^\n]*\S)?`;
/** Lines that hold no key or value. */
const BETWEEN = new RegExp(String.raw`(?:(?: *${REMARK})?\n)+`, 'y');
/** Where words end: at the end of the line, or before a remark. */
const END = String.raw`(?=(?: +${REMARK})?\n)`;
/** Words without quotes: they begin with no mark of YAML, hold neither `: ` nor `#`, and end with no blank. */
const FIRST = String.raw`[^\s\-?:,[\]{}#&*!|>'"%@${'`'}]`;
const PLAIN = new RegExp(String.raw`${FIRST}(?:(?::(?! |\n)|[^:#\n])*[^:#\s])?${END}`, 'y');
const QUOTED = new RegExp(String.raw`(?:"([^"\\\n]*)"|'([^'\n]*)')${END}`, 'y');
const PLAIN_ITEM = String.raw`${FIRST}(?:[^,[\]{}:#'"\n]*[^,[\]{}:#'"\s])?`;
const BRACKETS = new RegExp(String.raw`\[ *(?:${PLAIN_ITEM} *(?:, *${PLAIN_ITEM} *)*)?\]${END}`, 'y');
const ITEMS = new RegExp(PLAIN_ITEM, 'g');
/** Characters that the library treats on their own; remarks and blank lines behind all keys, which it counts in or not. */
const MORE_THAN_KEYS = /[\0-\x09\x0b-\x1f\x7f\x85\u2028\u2029\ufeff]|(?<![^\n]) *(?:#[^\n]*)?\n$/;

/** The keys of a text, if it is that plain. */
export function recognisePlainYaml(text: string, span: (start: number, end: number) => Span): SourceMap | undefined {
  if (text === '' || MORE_THAN_KEYS.test(text)) return undefined;
  const reader = new PlainReader(text, span);
  const map = reader.column() === 0 ? reader.map(0) : undefined;
  return reader.isDone() ? map : undefined;
}

/** Reads on from `#at`. Whoever finds something else than it knows gives `undefined` and leaves the whole to the library. */
class PlainReader {
  readonly #text: string;
  readonly #span: (start: number, end: number) => Span;
  #at = 0;
  /** Where the last value ended, with its remark. */
  #end = 0;
  #isPlain = true;

  constructor(text: string, span: (start: number, end: number) => Span) {
    this.#text = text;
    this.#span = span;
  }

  /** Whether all has been read, and there was nothing that the library might read otherwise. */
  isDone(): boolean {
    return this.#isPlain && this.#at === this.#text.length;
  }

  /** Keys that stand at one column; the first one is here. */
  map(column: number): SourceMap | undefined {
    const start = this.#at;
    const entries = new Map<string, SourceMap['entries'][number]>();
    do {
      const keyStart = this.#at;
      const [, key] = this.#take(KEY) ?? [];
      if (key === undefined || entries.has(key)) return undefined;
      const colon = keyStart + key.length;
      const value = this.#value(column, colon + 1);
      if (value === undefined) return undefined;
      entries.set(key, { key, keyAt: this.#span(keyStart, colon), value });
    } while (this.#isNextAt(column));
    return { kind: 'map', entries: [...entries.values()], at: this.#span(start, this.#end) };
  }

  #list(column: number): SourceList | undefined {
    const start = this.#at;
    const items: SourceValue[] = [];
    do {
      const [dash] = this.#take(DASH) ?? [];
      if (dash === undefined) return undefined;
      const item = this.#isBefore(KEY) ? this.map(column + dash.length) : this.#words();
      if (item === undefined) return undefined;
      items.push(item);
    } while (this.#isNextAt(column));
    return { kind: 'list', items, at: this.#span(start, this.#end) };
  }

  /** What stands behind a colon, or below it and further right. */
  #value(column: number, emptyAt: number): SourceValue | undefined {
    if (this.#text[this.#at] !== '\n') return this.#words();
    this.#at += 1;
    const next = this.#at;
    const below = this.column();
    if (below <= column) {
      // Nor does it always leave a remark behind nothing alone.
      this.#isPlain &&= this.#at === next;
      this.#end = emptyAt;
      return { kind: 'text', value: '', at: this.#span(emptyAt, emptyAt) };
    }
    this.#at += below;
    return this.#text[this.#at] === '-' ? this.#list(below) : this.map(below);
  }

  /** The rest of a line, with a remark if there is one, and its end. */
  #words(): SourceValue | undefined {
    const start = this.#at;
    const [words, double, single] = this.#take(QUOTED) ?? this.#take(PLAIN) ?? this.#take(BRACKETS) ?? [];
    if (words === undefined) return undefined;
    const at = this.#span(start, this.#at);
    // To whatever these are the last words of, the remark belongs.
    this.#end = this.#text.indexOf('\n', this.#at);
    this.#at = this.#end + 1;
    if (!words.startsWith('[')) return { kind: 'text', value: double ?? single ?? words, at };
    const items = Array.from(words.matchAll(ITEMS), ({ 0: value, index }): SourceValue => {
      return { kind: 'text', value, at: this.#span(start + index, start + index + value.length) };
    });
    return { kind: 'list', items, at };
  }

  /** Goes to the next line's words if they stand at this very column. */
  #isNextAt(column: number): boolean {
    if (this.column() !== column || this.#at === this.#text.length) return false;
    this.#at += column;
    return true;
  }

  /**
   * Goes to the next line with words, and tells how far it is indented; -1 when it is too far, or there is none. A remark
   * before it stands at its column or at the left: the library counts any other in to what is before it.
   */
  column(): number {
    const [between = ''] = this.#take(BETWEEN) ?? [];
    INDENT.lastIndex = this.#at;
    const column = INDENT.exec(this.#text)?.[0].length ?? -1;
    this.#isPlain &&= between.split('\n').every((line) => [-1, 0, column].includes(line.indexOf('#')));
    return column;
  }

  #isBefore(form: RegExp): boolean {
    form.lastIndex = this.#at;
    return form.test(this.#text);
  }

  #take(form: RegExp): RegExpExecArray | undefined {
    form.lastIndex = this.#at;
    const match = form.exec(this.#text) ?? undefined;
    if (match) this.#at = form.lastIndex;
    return match;
  }
}
