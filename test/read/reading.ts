/** What `read` makes of one small file, in lines short enough to compare in a test. */
import { inOrder } from '../../src/diagnostics/diagnostic.js';
import { pretty } from '../../src/diagnostics/pretty.js';
import type { SourceValue, TextSource } from '../../src/model/source.js';
import type { Span } from '../../src/model/span.js';
import { readLine } from '../../src/read/read.js';
import { folderOf, type Files } from '../support/folder.js';
import { read, type Source } from '../support/whole.js';

export interface Reading {
  /** The diagnostics as people see them, in Chinese. */
  said: string;
  sources: Source[];
}

export function readFiles(files: Files): Reading {
  return readFolder(folderOf(files));
}

export function readFolder(folder: string): Reading {
  const { sources, diagnostics } = read(folder);
  const lineOf = (file: string, line: number): string | undefined => readLine(folder, file, line);
  return { said: pretty(inOrder(diagnostics), { language: 'zh', colour: false, root: '', lineOf }), sources };
}

/** Reads `text` as `a.md`, or as another file. */
export function readFile(text: string | Uint8Array, path = 'a.md'): { said: string; file: TextSource } {
  const { said, sources } = readFiles({ [path]: text });
  const file = sources.find((source) => source.path === path);
  if (file === undefined || file.kind === 'asset') throw new Error(`${path} was not read as text`);
  return { said, file };
}

/** One line for each key: `2:1-6 title 2:8-10 "标题"`. Values inside lists and maps are indented. */
export function outline(value: SourceValue | undefined): string {
  return value === undefined ? 'none' : linesOf(value).join('\n');
}

function linesOf(value: SourceValue): string[] {
  if (value.kind === 'text') return [`${place(value.at)} ${JSON.stringify(value.value)}`];
  if (value.kind === 'list') return value.items.flatMap((item) => indented('- ', linesOf(item)));
  return value.entries.flatMap(({ key, keyAt, value: inner }) => {
    const lines = linesOf(inner);
    const head = `${place(keyAt)} ${key}`;
    return inner.kind === 'text'
      ? [`${head} ${lines.join('')}`]
      : [`${head} ${place(inner.at)}`, ...indented('  ', lines)];
  });
}

function indented(first: string, lines: readonly string[]): string[] {
  return lines.map((line, index) => (index === 0 ? first : '  ') + line);
}

function place({ line, column, endLine, endColumn }: Span): string {
  return `${line}:${column}-${endLine === line ? '' : `${endLine}:`}${endColumn}`;
}
