/**
 * Diagnostics for people: where, what to do, and the line with a mark under the words that are meant.
 *
 * In:  diagnostics, in the order to show them; a way to get at the lines of their files.
 * Out: a paragraph for each, a blank line between them, no line end after the last.
 */
import { createColors } from 'picocolors';
import type { Span } from '../model/span.js';
import { SEVERITY_NAMES, type Diagnostic, type Language, type Severity } from './diagnostic.js';
import { displayWidth, graphemes } from './display-width.js';
import { visible } from './visible.js';

export interface PrettyOptions {
  language: Language;
  colour: boolean;
  /** Goes before the files of spans, which are relative to it: `content/`. */
  root: string;
  /** A line of a file, counted from 1; `undefined` when it cannot be had, and the frame is left out. */
  lineOf: (file: string, line: number) => string | undefined;
}

/** Cells of a source line that are shown; a paragraph of a report is one line of thousands. */
const MAX_LINE_CELLS = 100;
/** Of a line that is cut, cells before the mark. */
const CELLS_BEFORE_MARK = 40;
/** UTF-16 units on each side of a mark that are looked at: they fill more cells than are shown, accents and all. */
const MAX_LINE_UNITS = 300;

export function pretty(diagnostics: readonly Diagnostic[], options: PrettyOptions): string {
  return diagnostics.map((diagnostic) => paragraph(diagnostic, options)).join('\n\n');
}

function paragraph(diagnostic: Diagnostic, options: PrettyOptions): string {
  const { language, colour } = options;
  const colours = createColors(colour);
  const paint = painter(diagnostic.severity, colour);
  const lines = [
    `${colours.bold(placeOf(diagnostic.at, options))}  ${paint(SEVERITY_NAMES[language][diagnostic.severity])}  ${colours.dim(diagnostic.rule)}`,
    `  ${visible(diagnostic.message[language])}`,
    ...frame(diagnostic.at, paint, options),
  ];
  for (const { message, at } of diagnostic.related) {
    lines.push(`  ${colours.bold(placeOf(at, options))}  ${visible(message[language])}`, ...frame(at, paint, options));
  }
  return lines.join('\n');
}

function painter(severity: Severity, colour: boolean): (text: string) => string {
  const { red, yellow, cyan } = createColors(colour);
  return { error: red, warning: yellow, info: cyan }[severity];
}

function placeOf(at: Span, { root }: PrettyOptions): string {
  return visible(`${root}${at.file}:${at.line}:${at.column}`);
}

/** The span's first line, and a mark below it. A span of several lines is marked to the end of the first. */
function frame(at: Span, paint: (text: string) => string, { lineOf, colour }: PrettyOptions): string[] {
  const line = lineOf(at.file, at.line);
  if (line === undefined) return [];
  const { dim } = createColors(colour);
  const start = Math.min(at.column - 1, line.length);
  const end = at.endLine > at.line ? line.trimEnd().length : Math.min(at.endColumn - 1, line.length);
  const { text, markStart, markCells } = cut(line, start, Math.max(start, end));
  const number = String(at.line);
  const mark = ' '.repeat(markStart) + paint('^'.repeat(markCells));
  return [`  ${dim(`${number} |`)} ${text}`.trimEnd(), `  ${dim(`${' '.repeat(number.length)} |`)} ${mark}`];
}

/**
 * The part of a line to show.
 *
 * Units: `start` and `end` in UTF-16 units of `line`; the mark in cells of `text`, at least one.
 */
function cut(line: string, start: number, end: number): { text: string; markStart: number; markCells: number } {
  // Nothing beyond this can show, and a file may be one line of a million characters.
  const before = visible(line.slice(Math.max(0, start - MAX_LINE_UNITS), start));
  const marked = visible(line.slice(start, Math.min(end, start + MAX_LINE_UNITS)));
  const after = visible(line.slice(end, end + MAX_LINE_UNITS));
  const cells = { before: displayWidth(before), marked: displayWidth(marked), after: displayWidth(after) };
  if (cells.before + cells.marked + cells.after <= MAX_LINE_CELLS) {
    return { text: before + marked + after, markStart: cells.before, markCells: Math.max(1, cells.marked) };
  }
  const head = lastCells(before, Math.max(CELLS_BEFORE_MARK, MAX_LINE_CELLS - cells.marked - cells.after));
  const middle = firstCells(marked, MAX_LINE_CELLS - displayWidth(head));
  const tail = firstCells(after, MAX_LINE_CELLS - displayWidth(head) - displayWidth(middle));
  return {
    text: head + middle + (middle === marked ? tail : ''),
    markStart: displayWidth(head),
    markCells: Math.max(1, displayWidth(middle)),
  };
}

function firstCells(text: string, limit: number): string {
  return displayWidth(text) <= limit ? text : `${takeCells(graphemes(text), limit - 1).join('')}…`;
}

function lastCells(text: string, limit: number): string {
  if (displayWidth(text) <= limit) return text;
  return `…${takeCells(graphemes(text).toReversed(), limit - 1)
    .toReversed()
    .join('')}`;
}

function takeCells(characters: readonly string[], limit: number): string[] {
  let cells = 0;
  let count = 0;
  for (const character of characters) {
    cells += displayWidth(character);
    if (cells > limit) break;
    count += 1;
  }
  return characters.slice(0, count);
}
