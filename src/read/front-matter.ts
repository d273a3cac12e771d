/**
 * Front matter: divides a Markdown file into its keys and its text.
 *
 * In:  the decoded file.
 * Out: the keys, the body with the line it begins on, and diagnostics about the fences. A fence that is missing or
 *      misspelt is reported, and the file read on as it was surely meant.
 * Not here: what is between the fences; `mend.ts` and `yaml.ts` read that.
 */
import matter from 'gray-matter';
import { diagnose, type Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourceMap } from '../model/source.js';
import { mend } from './mend.js';
import { linesOf, type Line, type PlacedText } from './placed-text.js';
import {
  frontMatterBlankBefore,
  frontMatterFence,
  frontMatterLanguage,
  frontMatterMissing,
  frontMatterTooLarge,
  frontMatterUnclosed,
} from './rules.js';
import { readYaml, type YamlResult } from './yaml.js';

export interface SplitFile {
  data?: SourceMap;
  broken: boolean;
  body: string;
  bodyLine: number;
  diagnostics: Diagnostic[];
}

/**
 * Characters. The longest real front matter has a thousand. Past some ten thousand blank lines gray-matter takes
 * seconds: it looks for comments with an expression that is quadratic in them.
 */
const MAX_FRONT_MATTER_LENGTH = 20_000;

const FENCE = /^---[ \t]*$/;
const FENCE_WITH_WORDS = /^---[ \t]*(\S.*?)\s*$/;
/** Dashes as Chinese input and Word make them: full-width, em, box drawing, minus. */
const NEARLY_FENCE = /^[-\u2010-\u2015\u2212\u2500\u2501\u2e3a\u2e3b\ufe58\ufe63\uff0d]{2,}[ \t\u3000]*$/;

/** Where the front matter lies: from the first key to the line that ends it, and where the text begins. */
interface Extent {
  from: number;
  to: number;
  bodyStart: number;
}

export function splitFrontMatter(source: PlacedText): SplitFile {
  const { text } = source;
  const lines = linesOf(text);
  const first = lines.findIndex((line) => !isBlank(line.text));
  const opening = lines[first];
  if (opening === undefined) return unsplit(source, []);

  const diagnostics: Diagnostic[] = [];
  const language = NEARLY_FENCE.test(opening.text) ? null : FENCE_WITH_WORDS.exec(opening.text);
  const isOpened = isFence(opening.text.trim()) || language !== null;
  if (first > 0 && isOpened) {
    const edits = [source.edit(0, opening.start, '')];
    diagnostics.push(diagnose(frontMatterBlankBefore, { at: source.span(0, opening.start), edits }));
  }
  if (language?.[1] !== undefined) {
    const start = opening.start + opening.text.indexOf(language[1], 3);
    const at = source.span(start, start + language[1].length);
    diagnostics.push(diagnose(frontMatterLanguage, { at, found: language[1] }));
    const end = lines.slice(first + 1).find((line) => isFence(line.text));
    return unsplit(source, diagnostics, end === undefined ? text.length : Math.min(end.end + 1, text.length));
  }
  if (!isOpened) {
    diagnostics.push(diagnose(frontMatterMissing, { at: source.span(0, 0) }));
    const { closing, lastKey } = endOfKeys(lines, first);
    if (closing === undefined || lastKey === undefined) return unsplit(source, diagnostics);
    return read(source, closeAt(source, closing, opening.start, diagnostics), diagnostics);
  }
  if (!FENCE.test(opening.text)) diagnostics.push(fenceDiagnostic(source, opening));

  const from = Math.min(opening.end + 1, text.length);
  const { closing, lastKey } = endOfKeys(lines, first + 1);
  if (closing !== undefined) return read(source, closeAt(source, closing, from, diagnostics), diagnostics);

  const last = lastKey ?? opening;
  const at = source.span(last.start, last.end);
  diagnostics.push(diagnose(frontMatterUnclosed, { at, line: at.line }));
  const bodyStart = Math.min(last.end + 1, text.length);
  if (lastKey === undefined) return unsplit(source, diagnostics, bodyStart);
  return read(source, { from, to: bodyStart, bodyStart }, diagnostics);
}

function read(source: PlacedText, extent: Extent, diagnostics: Diagnostic[]): SplitFile {
  const { from, to, bodyStart } = extent;
  const bodyLine = source.text.endsWith('\n', bodyStart) ? source.lineAt(bodyStart) : source.lineAt(bodyStart) + 1;
  if (to - from > MAX_FRONT_MATTER_LENGTH) {
    const limit = MAX_FRONT_MATTER_LENGTH;
    diagnostics.push(diagnose(frontMatterTooLarge, { at: source.span(from, from), length: to - from, limit }));
    return { broken: true, body: source.text.slice(bodyStart), bodyLine, diagnostics };
  }

  const { mended, diagnostics: slips } = mend(source, from, to);
  diagnostics.push(...slips);
  const text = mended.text === '' || mended.text.endsWith('\n') ? mended.text : `${mended.text}\n`;
  const parse = (): YamlResult => readYaml(source, { ...mended, text });
  let parsed: YamlResult | undefined;
  const { content } = matter(`---\n${text}---\n${source.text.slice(bodyStart)}`, {
    language: 'yaml',
    engines: { ...REFUSED_ENGINES, yaml: () => (parsed = parse()) },
  });
  // gray-matter asks no engine about what it takes for comments, and takes U+2028 for the end of a line.
  const result = parsed ?? parse();
  diagnostics.push(...result.diagnostics);
  return {
    ...(result.data === undefined ? {} : { data: result.data }),
    broken: result.broken,
    body: content,
    bodyLine,
    diagnostics,
  };
}

/**
 * gray-matter runs `---js` front matter as a program. Words after the fence never reach it, being reported before; if
 * they ever did, there would be no engine to run them.
 */
const REFUSED_ENGINES = Object.fromEntries(
  ['js', 'javascript', 'json', 'toml', 'coffee', 'coffeescript', 'cson'].map((name) => [name, refuse]),
);

function refuse(): never {
  throw new Error('front matter in another language than YAML reached gray-matter');
}

/** A file whose front matter cannot be told from its text: nothing is known but the text. */
function unsplit(source: PlacedText, diagnostics: Diagnostic[], bodyStart = 0): SplitFile {
  return { broken: true, body: source.text.slice(bodyStart), bodyLine: source.lineAt(bodyStart), diagnostics };
}

function closeAt(source: PlacedText, closing: Line, from: number, diagnostics: Diagnostic[]): Extent {
  if (!FENCE.test(closing.text)) diagnostics.push(fenceDiagnostic(source, closing));
  const hasWords = !isFence(closing.text);
  // Words on the fence's line are text that somebody wrote: they stay, as the first line of the body.
  const bodyStart = hasWords ? closing.start : Math.min(closing.end + 1, source.text.length);
  return { from, to: closing.start, bodyStart };
}

function fenceDiagnostic(source: PlacedText, line: Line): Diagnostic {
  return diagnose(frontMatterFence, {
    at: source.span(line.start, line.end),
    found: line.text.trim(),
    fix: '---',
    // Words behind the dashes would have to go, or to another line: nobody but the clerk knows which.
    ...(isFence(line.text.trim()) ? { edits: [source.edit(line.start, line.end, '---')] } : {}),
  });
}

/**
 * Looks for the line that ends the front matter, and for the last line that surely belongs to it.
 *
 * Prose after a blank line means that the end is missing: a `---` further down divides paragraphs.
 */
function endOfKeys(lines: readonly Line[], start: number): { closing?: Line; lastKey?: Line } {
  let lastKey: Line | undefined;
  let isAfterBlank = false;
  let isInProse = false;
  for (const line of lines.slice(start)) {
    if (isFence(line.text) || line.text.startsWith('---')) {
      return { closing: line, ...(lastKey === undefined ? {} : { lastKey }) };
    }
    if (isBlank(line.text)) {
      isAfterBlank = true;
    } else if (isAfterBlank ? looksLikeKeyAfterBlank(line.text) : looksLikeFrontMatter(line.text)) {
      isAfterBlank = false;
      if (!isInProse) lastKey = line;
    } else if (isAfterBlank) {
      // A comment, a list, an indented line: all may stand in front matter, and in the text.
      if (!/^[\s#-]/.test(line.text)) break;
    } else if (!line.text.startsWith('#')) {
      isInProse = true;
    }
  }
  return lastKey === undefined ? {} : { lastKey };
}

function looksLikeFrontMatter(line: string): boolean {
  return /^(?:\s|-\s)/.test(line) || /^(?:[A-Za-z][\w-]*|\p{Script=Han}{1,8})\s*[:：]/u.test(line);
}

/** After a blank line `时间：4月15日` may be the text's first words; a Latin key or an ASCII colon is a key still. */
function looksLikeKeyAfterBlank(line: string): boolean {
  return /^[A-Za-z][\w-]*\s*[:：]/.test(line) || /^\p{Script=Han}{1,8}:(?:\s|$)/u.test(line);
}

function isFence(line: string): boolean {
  return FENCE.test(line) || NEARLY_FENCE.test(line);
}

function isBlank(line: string): boolean {
  return line.trim() === '';
}
