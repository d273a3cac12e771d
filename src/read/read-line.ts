import { lstatSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { decode } from './decode.js';
import { MAX_BYTES } from './list.js';

/** A line of a content file, counted from 1, as it was decoded; `undefined` where there is none. */
export type LineOf = (file: string, line: number) => string | undefined;

/** What a line is known by. */
export function placeOfLine(file: string, line: number): string {
  return `${file}:${line}`;
}

/** Lines of content files, each read once; `known` ones, by their places, not at all. */
export function linesIn(content: string, known: ReadonlyMap<string, string> = new Map()): LineOf {
  const lines = new Map<string, string | undefined>(known);
  return (file, line) => {
    const place = placeOfLine(file, line);
    if (!lines.has(place)) lines.set(place, readLine(content, file, line));
    return lines.get(place);
  };
}

/** The file that `readLine` was last asked about: diagnostics come in order of place. */
let lastRead: { version: string; lines: readonly string[] } = { version: '', lines: [] };

/** To show it under a diagnostic. */
export function readLine(content: string, file: string, line: number): string | undefined {
  const path = resolve(content, file);
  try {
    const status = lstatSync(path);
    if (!status.isFile() || status.size > MAX_BYTES.markdown) return undefined;
    const version = `${path} ${status.ino} ${status.size} ${status.mtimeMs} ${status.ctimeMs}`;
    if (lastRead.version !== version) {
      lastRead = { version, lines: decode(readFileSync(path))?.text.split('\n') ?? [] };
    }
    return lastRead.lines[line - 1];
  } catch {
    // Only the picture of the line is lost: that a file cannot be read has its own diagnostic.
    return undefined;
  }
}
