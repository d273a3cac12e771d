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
  frontMatterSyntax,
  frontMatterTab,
  frontMatterWideBlank,
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
/** Deeper down and in lists, `说明：…` may well be text; a Latin word before a colon is meant as a key. */
const LATIN_KEY = /^(?!https?$|mailto$|tel$)[A-Za-z][\w-]*$/;
const KEY_WITHOUT_COLON = new RegExp(
  `^([A-Za-z][\\w-]*|\\p{Script=Han}{1,6})([${ANY_BLANKS}]*[=＝][${ANY_BLANKS}]*|[${ANY_BLANKS}]+)\\S`,
  'u',
);
const BLOCK_SCALAR = /^[|>][-+\d]*[ \t]*(?:#.*)?$/;

interface Slip {
  diagnostic: Diagnostic;
  edits: Edit[];
}

export function mend(source: PlacedText, from: number, to: number): { mended: EditedText; diagnostics: Diagnostic[] } {
  const slips = findSlips(source, linesOf(source.text, from, to));
  const edits = slips.flatMap((slip) => slip.edits).toSorted((a, b) => a.start - b.start || a.end - b.end);
  return {
    mended: applyEdits(source.text, from, to, edits),
    diagnostics: slips.map((slip) => slip.diagnostic),
  };
}

function findSlips(source: PlacedText, lines: readonly Line[]): Slip[] {
  const slips: Slip[] = [];
  /** Lines indented more than this belong to a block scalar. */
  let blockColumn: number | undefined;
  /** The value that the lines below may go on with, and how deep they must be indented to do so. */
  let last: { column: number; hasValue: boolean; open?: OpenValue | undefined } = { column: 0, hasValue: false };
  let baseColumn: number | undefined;
  let hasKeys = false;

  for (const [index, line] of lines.entries()) {
    const indent = INDENT.exec(line.text)?.[0] ?? '';
    const column = indent.replace(/[\t\u3000]/g, '  ').length;
    const rest = line.text.slice(indent.length);
    if (blockColumn !== undefined && (rest === '' || column > blockColumn)) {
      const plainBlanks = /^ */.exec(indent)?.[0].length ?? 0;
      if (rest !== '' && plainBlanks <= blockColumn) slips.push(...indentSlips(source, line, indent));
      continue;
    }
    blockColumn = undefined;
    if (rest !== '' || /[\u3000\u00a0]/.test(indent)) slips.push(...indentSlips(source, line, indent));
    if (rest === '' || rest.startsWith('#')) continue;
    if (last.hasValue && column > last.column) {
      if (last.open) last.open = stillOpen(last.open, rest);
      continue;
    }
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(line.text)) continue;
    baseColumn ??= column;

    let at = indent.length;
    let keyColumn = column;
    let itemColumn: number | undefined;
    for (let item = ITEM.exec(line.text.slice(at)); item; item = ITEM.exec(line.text.slice(at))) {
      slips.push(...blankSlips(source, line, at + 1, at + item[0].length));
      itemColumn = keyColumn;
      keyColumn += item[0].length;
      at += item[0].length;
    }
    const isTopKey = itemColumn === undefined && column === baseColumn;
    const entry = line.text.slice(at);
    const match = KEY.exec(entry);
    const key = match?.[1];

    if (match === null || key === undefined) {
      const bare = isTopKey && hasKeys ? KEY_WITHOUT_COLON.exec(entry) : null;
      if (bare) slips.push(colonMissing(source, line, at, bare));
      last = { column: itemColumn ?? column, hasValue: true, open: bare ? undefined : openValue(entry) };
    } else {
      const colon = at + match[0].length - 1;
      const after = line.text.slice(colon + 1);
      const blanks = INDENT.exec(after)?.[0] ?? '';
      const value = after.slice(blanks.length);
      const isMendable = isTopKey || LATIN_KEY.test(key);
      if (match[2] === '：' && !isMendable) {
        last = { column: itemColumn ?? column, hasValue: true };
        continue;
      }
      if (match[2] === '：') {
        slips.push(fullwidthColon(source, line, colon, blanks.length, value, key));
      } else if (/[\u3000\u00a0]/.test(blanks)) {
        slips.push(...blankSlips(source, line, colon + 1, colon + 1 + blanks.length));
      } else if (blanks === '' && value !== '' && isMendable && !value.startsWith('//')) {
        slips.push(colonBlank(source, line, colon, key));
      }
      hasKeys = true;
      if (BLOCK_SCALAR.test(value)) blockColumn = keyColumn;
      last = { column: keyColumn, hasValue: value !== '' && !value.startsWith('#'), open: openValue(value) };
      const next = lines.slice(index + 1).find((below) => below.text.trim() !== '');
      const goesOn = next !== undefined && (INDENT.exec(next.text)?.[0].length ?? 0) > keyColumn;
      if (last.open && !goesOn) {
        slips.push(unclosed(source, line, line.end - line.start - value.length, last.open));
        last.open = undefined;
      }
    }
    if (itemColumn !== undefined && match === null && BLOCK_SCALAR.test(entry)) blockColumn = itemColumn;
  }
  return slips;
}

function indentSlips(source: PlacedText, line: Line, indent: string): Slip[] {
  const tab = indent.search(/\t/);
  const slips = blankSlips(source, line, 0, indent.length);
  if (tab < 0) return slips;
  const run = /^\t+/.exec(indent.slice(tab))?.[0].length ?? 1;
  const at = source.span(line.start + tab, line.start + tab + run);
  const edits = [...indent.matchAll(/\t/g)].map(({ index }) => replaceIn(line, index, index + 1, '  '));
  return [...slips, { diagnostic: diagnose(frontMatterTab, { at, fix: '  '.repeat(run) }), edits }];
}

/** Full-width and no-break blanks between two columns of a line: one diagnostic, and an edit for each. */
function blankSlips(source: PlacedText, line: Line, from: number, to: number): Slip[] {
  const found = [...line.text.slice(from, to).matchAll(/[\u3000\u00a0]/g)];
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
    },
  ];
}

function fullwidthColon(
  source: PlacedText,
  line: Line,
  colon: number,
  blanks: number,
  value: string,
  key: string,
): Slip {
  const at = source.span(line.start + colon, line.start + colon + 1);
  const instead = value === '' ? ':' : ': ';
  return {
    diagnostic: diagnose(frontMatterFullwidthColon, { at, fix: ': ', key }),
    edits: [replaceIn(line, colon, colon + 1 + blanks, instead)],
  };
}

function colonBlank(source: PlacedText, line: Line, colon: number, key: string): Slip {
  const at = source.span(line.start + colon, line.start + colon + 1);
  return {
    diagnostic: diagnose(frontMatterColonBlank, { at, fix: ': ', key }),
    edits: [replaceIn(line, colon + 1, colon + 1, ' ')],
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

/** What a value still waits for at the end of its line. */
type OpenValue = '"' | "'" | ']' | '}';

const CLOSED: Readonly<Record<string, readonly [OpenValue, RegExp]>> = {
  '"': ['"', /^"(?:[^"\\]|\\.)*"/],
  "'": ["'", /^'(?:[^']|'')*'/],
  '[': [']', /\]/],
  '{': ['}', /\}/],
};

function openValue(value: string): OpenValue | undefined {
  const [waitsFor, closed] = CLOSED[value.slice(0, 1)] ?? [];
  return waitsFor === undefined || closed?.test(value) ? undefined : waitsFor;
}

function stillOpen(open: OpenValue, rest: string): OpenValue | undefined {
  return rest.includes(open) ? undefined : open;
}

function unclosed(source: PlacedText, line: Line, column: number, open: OpenValue): Slip {
  const value = line.text.slice(column).trimEnd();
  const start = line.start + column;
  const name = { '"': '双引号', "'": '单引号', ']': '方括号“]”', '}': '花括号“}”' }[open];
  return {
    diagnostic: diagnose(frontMatterSyntax, {
      at: source.span(start, start + value.length),
      fix: value + open,
      words: {
        zh: `“${value}”缺少后一半${name}。请在末尾补上；如果它是内容的一部分，请给整个值加上引号。`,
        en: `“${value}” lacks its closing ${open}. Add it at the end; if the mark is part of the value, quote the whole value.`,
      },
    }),
    edits: [replaceIn(line, column + value.length, column + value.length, open)],
  };
}

function replaceIn(line: Line, from: number, to: number, text: string): Edit {
  return { start: line.start + from, end: line.start + to, text };
}
