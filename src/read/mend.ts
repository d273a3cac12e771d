/**
 * Mend: finds the slips of a hurried hand in front matter and YAML files, says where they are, and reads on as if they
 * were not there. So one slip does not hide the next, and a full-width colon is not reported as five other things.
 *
 * In:  the text as written, and from where to where keys stand in it.
 * Out: the text to give the YAML parser, which knows where its characters were written; a diagnostic for each slip.
 * Not here: whether the result is YAML at all; `yaml.ts` reports what cannot be mended.
 *
 * It looks at one line at a time and knows only as much YAML as it takes to leave values alone: block scalars, and
 * quotes, brackets and plain text that go on over several lines.
 */
import { diagnose, type Diagnostic } from '../diagnostics/diagnostic.js';
import { applyEdits, type Edit, type EditedText } from './edits.js';
import { linesOf, type Line, type PlacedText } from './placed-text.js';
import {
  frontMatterColonBlank,
  frontMatterColonMissing,
  frontMatterFullwidthColon,
  frontMatterIndent,
  frontMatterSyntax,
  frontMatterTab,
  frontMatterWideBlank,
  reservedStartWords,
  secondColonWords,
  shorten,
} from './rules.js';

/** Blanks that look like blanks and are none to YAML: the full-width one of Chinese input, and Word's no-break one. */
const WIDE_BLANKS = '\\u3000\\u00a0';
const ANY_BLANKS = ` \\t${WIDE_BLANKS}`;
const INDENT = new RegExp(`^[${ANY_BLANKS}]*`);
const ITEM = new RegExp(`^-(?:[${ANY_BLANKS}]+|$)`);
/** A key and its colon, half or full width. A key is short and has no punctuation; otherwise it is a sentence. */
const KEY = new RegExp(
  `^("[^"]*"|'[^']*'|[^\\s:：\\-\\[\\]{}#&*!|>%@\`"',，。；、“”?][^:：，。；、“”]{0,30}?)[${ANY_BLANKS}]*([:：])`,
  'u',
);
/** Deeper down and in lists, `说明：…` and `APP：…` may well be text; a word in small letters is meant as a key. */
const LATIN_KEY = /^(?!https?$|mailto$|tel$)[a-z][a-z-]*$/;
const KEY_WITHOUT_COLON = new RegExp(
  `^([A-Za-z][\\w-]*|\\p{Script=Han}{1,6})([${ANY_BLANKS}]*[=＝][${ANY_BLANKS}]*|[${ANY_BLANKS}]+)\\S`,
  'u',
);
const WIDE_BLANK = new RegExp(`[${WIDE_BLANKS}]`);
const BLOCK_SCALAR = /^[|>][-+\d]*[ \t]*(?:#.*)?$/;

export function mend(source: PlacedText, from: number, to: number): { mended: EditedText; diagnostics: Diagnostic[] } {
  const lines = linesOf(source.text, from, to);
  const mender = new Mender(source);
  for (const [index, line] of lines.entries()) {
    const next = lines.slice(index + 1, index + 1 + MAX_BLANK_LINES).find((below) => below.text.trim() !== '');
    mender.readLine(line, next === undefined ? 0 : widthOf(indentOf(next.text)));
  }
  const edits = mender.slips.flatMap((slip) => slip.edits).toSorted((a, b) => a.start - b.start || a.end - b.end);
  return {
    mended: applyEdits(source.text, from, to, edits),
    diagnostics: mender.slips.map(({ diagnostic, edits: read, isCertain = false }) =>
      isCertain
        ? { ...diagnostic, edits: read.map((edit) => source.edit(edit.start, edit.end, edit.text)) }
        : diagnostic,
    ),
  };
}

/** How far down the line that a value goes on with is looked for. */
const MAX_BLANK_LINES = 10;

interface Slip {
  diagnostic: Diagnostic;
  /** How the text is read in spite of it. */
  edits: Edit[];
  /** Whether there is no other way to mend the file either. */
  isCertain?: boolean;
}

/** What the line before leaves to the next ones. Units: columns from 0, a tab or full-width blank counting as two. */
interface Before {
  /** Lines indented more than this go on with the value, when there is one. */
  column: number;
  hasValue: boolean;
  /** A block scalar, whose lines are read as they stand; between quotes or brackets; a key's plain text; or other. */
  kind: 'block' | 'enclosed' | 'plain' | 'other';
  /** Of the key itself. */
  line: Line;
}

/** Where the dashes of a list stand, or the keys of one map. */
interface Level {
  column: number;
  kind: 'item' | 'key';
}

/** A list may stand as far left as the key it belongs to. */
function isLeft(level: Level, column: number, kind: Level['kind']): boolean {
  return level.column > column || (level.column === column && level.kind === 'item' && kind === 'key');
}

class Mender {
  readonly slips: Slip[] = [];
  readonly #source: PlacedText;
  #before: Before | undefined;
  /** Where the keys of the file itself stand: mostly 0. */
  #topColumn: number | undefined;
  #hasKeys = false;
  /** The lists and keys that the line at hand is inside of, from the outermost in. */
  readonly #levels: Level[] = [];

  constructor(source: PlacedText) {
    this.#source = source;
  }

  /** `nextColumn`: how far the next line that is not blank is indented. */
  readLine(line: Line, nextColumn: number): void {
    const indent = indentOf(line.text);
    const isEmpty = indent.length === line.text.length;
    const hasWideBlank = WIDE_BLANK.test(indent);
    const before = this.#before;
    const readColumn = widthOf(indent);
    if (before?.kind === 'block' && (isEmpty || (before.hasValue && readColumn > before.column))) {
      const isIndentedPlainly = (/^ */.exec(indent)?.[0].length ?? 0) > before.column;
      if (!isIndentedPlainly && (!isEmpty || hasWideBlank)) this.#add(indentSlips(this.#source, line, indent));
      return;
    }
    const entry = line.text.slice(indent.length);
    const column = indent.includes('\t') ? this.#columnOfTabbed(entry, readColumn) : readColumn;
    const isContinued = before !== undefined && before.hasValue && column > before.column;
    const deepKey = isContinued && before.kind === 'plain' ? keyTooDeep(entry) : undefined;
    if (deepKey !== undefined && before !== undefined) {
      this.#add([tooDeep(this.#source, line, before, deepKey)]);
      this.#readItem(line, indent.length, before.column, nextColumn);
      return;
    }
    if (column !== readColumn) this.#add([tabbed(this.#source, line, indent, column)]);
    else if (!isEmpty || hasWideBlank) this.#add(indentSlips(this.#source, line, indent));
    if (isEmpty || isContinued || entry.startsWith('#')) return;
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(line.text)) return;
    this.#topColumn ??= column;
    this.#readItem(line, indent.length, column, nextColumn);
  }

  /**
   * How far a line with a tab is meant to be indented. A tab is as wide as each editor likes: where it leads to no key
   * or dash above it, the innermost one is meant.
   */
  #columnOfTabbed(entry: string, column: number): number {
    const kind = ITEM.test(entry) ? 'item' : 'key';
    const before = this.#before;
    if (before?.kind === 'enclosed' || (kind === 'key' && !beginsWithKey(entry))) return column;
    const isBelow = before !== undefined && !before.hasValue && column > before.column;
    const columns = this.#levels.filter((level) => level.kind === kind).map((level) => level.column);
    if (isBelow || columns.includes(column)) return column;
    return columns.findLast((open) => open > 0) ?? column;
  }

  #enter({ column, kind }: Level): void {
    const levels = this.#levels;
    for (let last = levels.at(-1); last && isLeft(last, column, kind); last = levels.at(-1)) levels.pop();
    const last = levels.at(-1);
    if (last?.column !== column || last.kind !== kind) levels.push({ column, kind });
  }

  /** Past any dashes of list items to the entry itself. */
  #readItem(line: Line, start: number, startColumn: number, nextColumn: number): void {
    let at = start;
    let column = startColumn;
    let dashColumn: number | undefined;
    for (let item = ITEM.exec(line.text.slice(at)); item; item = ITEM.exec(line.text.slice(at))) {
      this.#add(blankSlips(this.#source, line, at + 1, at + item[0].length));
      dashColumn = column;
      this.#enter({ column, kind: 'item' });
      column += item[0].length;
      at += item[0].length;
    }
    const isTop = dashColumn === undefined && column === this.#topColumn;
    const entry = line.text.slice(at);
    const match = KEY.exec(entry);
    const [head = '', key = '', colon] = match ?? [];
    const isMendable = isTop || LATIN_KEY.test(key);
    if (match === null || (colon === '：' && !isMendable)) {
      const bare = match === null && isTop && this.#hasKeys ? KEY_WITHOUT_COLON.exec(entry) : null;
      if (bare) this.#add([colonMissing(this.#source, line, at, bare)]);
      const kind = kindOf(entry) === 'block' ? 'block' : 'other';
      this.#before = { column: dashColumn ?? column, hasValue: entry !== '', kind, line };
      if (dashColumn !== undefined && nextColumn <= dashColumn) this.#add(unquoted(this.#source, line, at));
      return;
    }
    this.#hasKeys = true;
    this.#enter({ column, kind: 'key' });
    this.#readValue(line, at + head.length - 1, { key, column, nextColumn, isMendable });
  }

  /** From the colon of a key on. */
  #readValue(
    line: Line,
    colon: number,
    { key, column, nextColumn, isMendable }: { key: string; column: number; nextColumn: number; isMendable: boolean },
  ): void {
    const blanks = indentOf(line.text.slice(colon + 1));
    const start = colon + 1 + blanks.length;
    const value = line.text.slice(start);
    const isColonAlone = line.text[colon] === ':' && blanks === '' && value !== '';
    if (line.text[colon] === '：') {
      this.#add([fullwidthColon(this.#source, line, { colon, start, key })]);
    } else if (WIDE_BLANK.test(blanks)) {
      this.#add(wideBlanksAfterColon(this.#source, line, colon + 1, start));
    } else if (isColonAlone && isMendable && !value.startsWith('//')) {
      this.#add([colonBlank(this.#source, line, colon, key)]);
    } else if (isColonAlone) {
      // `10:30` or an address: text, whatever stands in it.
      this.#before = { column, hasValue: true, kind: kindOf(value), line };
      return;
    }
    const hasValue = value !== '' && !value.startsWith('#');
    this.#before = { column, hasValue, kind: kindOf(value), line };
    const missing = missingEnd(value);
    if (nextColumn > column) return;
    if (missing !== undefined) this.#add([unclosed(this.#source, line, start, missing)]);
    this.#add(unquoted(this.#source, line, start));
  }

  #add(slips: readonly Slip[]): void {
    this.slips.push(...slips);
  }
}

function indentSlips(source: PlacedText, line: Line, indent: string): Slip[] {
  const tab = indent.search(/\t/);
  const slips = blankSlips(source, line, 0, indent.length);
  if (tab < 0) return slips;
  const run = /^\t+/.exec(indent.slice(tab))?.[0].length ?? 1;
  const at = source.span(line.start + tab, line.start + tab + run);
  const edits = [...indent.matchAll(/\t/g)].map(({ index }) => replaceIn(line, index, index + 1, '  '));
  return [...slips, { diagnostic: diagnose(frontMatterTab, { at, fix: '  '.repeat(run) }), edits, isCertain: true }];
}

/** A line whose tab does not lead where it is meant to. */
function tabbed(source: PlacedText, line: Line, indent: string, column: number): Slip {
  const tab = indent.indexOf('\t');
  const run = /^\t+/.exec(indent.slice(tab))?.[0].length ?? 1;
  const at = source.span(line.start + tab, line.start + tab + run);
  const blanks = ' '.repeat(column);
  return {
    diagnostic: diagnose(frontMatterTab, { at, fix: blanks }),
    edits: [replaceIn(line, 0, indent.length, blanks)],
    isCertain: true,
  };
}

/** Full-width and no-break blanks between two columns of a line: one diagnostic, and an edit for each. */
function blankSlips(source: PlacedText, line: Line, from: number, to: number): Slip[] {
  const found = [...line.text.slice(from, to).matchAll(new RegExp(WIDE_BLANK, 'g'))];
  const [first] = found;
  const end = found.at(-1);
  if (first === undefined || end === undefined) return [];
  const at = source.span(line.start + from + first.index, line.start + from + end.index + 1);
  return [
    {
      diagnostic: diagnose(frontMatterWideBlank, { at, fix: ' ' }),
      edits: found.map(({ 0: blank, index }) =>
        replaceIn(line, from + index, from + index + 1, blank === '\u3000' ? '  ' : ' '),
      ),
      isCertain: true,
    },
  ];
}

/** Nothing depends on how many they are. */
function wideBlanksAfterColon(source: PlacedText, line: Line, from: number, to: number): Slip[] {
  return blankSlips(source, line, from, to).map((slip) => ({ ...slip, edits: [replaceIn(line, from, to, ' ')] }));
}

function fullwidthColon(
  source: PlacedText,
  line: Line,
  { colon, start, key }: { colon: number; start: number; key: string },
): Slip {
  const at = source.span(line.start + colon, line.start + colon + 1);
  const instead = start === line.text.length ? ':' : ': ';
  return {
    diagnostic: diagnose(frontMatterFullwidthColon, { at, fix: ': ', key }),
    edits: [replaceIn(line, colon, start, instead)],
    isCertain: true,
  };
}

function colonBlank(source: PlacedText, line: Line, colon: number, key: string): Slip {
  const at = source.span(line.start + colon, line.start + colon + 1);
  return {
    diagnostic: diagnose(frontMatterColonBlank, { at, fix: ': ', key }),
    edits: [replaceIn(line, colon + 1, colon + 1, ' ')],
    isCertain: true,
  };
}

function colonMissing(source: PlacedText, line: Line, start: number, match: RegExpExecArray): Slip {
  const key = match[1] ?? '';
  const gap = start + key.length;
  const gapEnd = gap + (match[2] ?? '').length;
  return {
    diagnostic: diagnose(frontMatterColonMissing, {
      at: source.span(line.start + start, line.start + gap),
      fix: `${key}:`,
      key,
    }),
    edits: [replaceIn(line, gap, gapEnd, ': ')],
  };
}

function kindOf(value: string): 'block' | 'enclosed' | 'plain' {
  if (BLOCK_SCALAR.test(value)) return 'block';
  return /^["'[{]/.test(value) ? 'enclosed' : 'plain';
}

/** Whether a line, wherever it stands, can hardly be anything but a key and its value. */
function beginsWithKey(entry: string): boolean {
  const [head = '', key = '', colon] = KEY.exec(entry) ?? [];
  return colon === ':' ? /^(?:\s|$)/.test(entry.slice(head.length)) : LATIN_KEY.test(key);
}

/** The key of a line that goes on with the plain value above it, where no key can be. */
function keyTooDeep(text: string): string | undefined {
  const [head = '', key, colon] = KEY.exec(text) ?? [];
  return colon === ':' && /^(?:[ \t]|$)/.test(text.slice(head.length)) ? key : undefined;
}

/** Reads the line as if it stood under the key before it. */
function tooDeep(source: PlacedText, line: Line, before: Before, key: string): Slip {
  const indent = indentOf(line.text);
  const start = line.start + indent.length;
  const above = source.span(before.line.start, before.line.start);
  return {
    diagnostic: diagnose(frontMatterIndent, {
      at: source.span(start, start + key.length),
      key,
      firstLine: above.line,
    }),
    edits: [replaceIn(line, 0, indent.length, ' '.repeat(before.column))],
  };
}

type EndMark = '"' | "'" | ']' | '}';

const ENDED: Readonly<Record<string, readonly [EndMark, RegExp]>> = {
  '"': ['"', /^"(?:[^"\\]|\\.)*"/],
  "'": ["'", /^'(?:[^']|'')*'/],
  '[': [']', /\]/],
  '{': ['}', /\}/],
};

/** The quote or bracket that a value opens and its line does not close. */
function missingEnd(value: string): EndMark | undefined {
  const [mark, ended] = ENDED[value.slice(0, 1)] ?? [];
  return ended?.test(value) ? undefined : mark;
}

function unclosed(source: PlacedText, line: Line, column: number, mark: EndMark): Slip {
  const value = line.text.slice(column).trimEnd();
  const start = line.start + column;
  const name = { '"': '双引号', "'": '单引号', ']': '方括号“]”', '}': '花括号“}”' }[mark];
  return {
    diagnostic: diagnose(frontMatterSyntax, {
      at: source.span(start, start + value.length),
      fix: value + mark,
      words: {
        zh: `“${shorten(value)}”缺少后一半${name}。请在末尾补上；如果它是内容的一部分，请给整个值加上引号。`,
        en: `“${shorten(value)}” lacks its closing ${mark}. Add it at the end; if the mark is part of the value, quote the whole value.`,
      },
    }),
    edits: [replaceIn(line, column + value.length, column + value.length, mark)],
  };
}

/** What a plain value cannot begin with; other such marks have a meaning, and a rule of their own. */
const RESERVED_START = /^[@%`]/;
const SECOND_COLON = /:(?=[ \t]|$)/;

/** A value of one line that YAML would read only in quotes: read as if it stood in them. */
function unquoted(source: PlacedText, line: Line, column: number): Slip[] {
  const rest = line.text.slice(column);
  if (kindOf(rest) !== 'plain') return [];
  const value = rest.replace(/[ \t]#.*$/, '').trimEnd();
  const isReserved = RESERVED_START.test(value);
  const colon = value.search(SECOND_COLON);
  if (!isReserved && colon < 0) return [];
  const quote = value.includes("'") ? '"' : /["\\]/.test(value) ? "'" : '"';
  // A value with both quotes in it would have to be changed inside as well.
  if (quote === '"' && /["\\]/.test(value)) return [];
  const start = line.start + column;
  const words = isReserved ? reservedStartWords : secondColonWords;
  // `甲 date: 6月26日` has lost a line break, and `place: 市场` behind a colon may be a key as well as words.
  const before = isReserved ? '' : value.slice(0, colon);
  return [
    {
      diagnostic: diagnose(frontMatterSyntax, {
        at: source.span(start, source.endOfWords(start)),
        words: words(rest.trimEnd()),
      }),
      edits: [
        replaceIn(line, column, column, quote),
        replaceIn(line, column + value.length, column + value.length, quote),
      ],
      isCertain: !/\s/.test(before) && !LATIN_KEY.test(before),
    },
  ];
}

function indentOf(text: string): string {
  return INDENT.exec(text)?.[0] ?? '';
}

/** In columns, as the indent is read: two for a tab or a full-width blank. */
function widthOf(indent: string): number {
  return indent.replace(/[\t\u3000]/g, '  ').length;
}

function replaceIn(line: Line, from: number, to: number, text: string): Edit {
  return { start: line.start + from, end: line.start + to, text };
}
