import { lstatSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { decode } from './decode.js';
import { MAX_BYTES } from './list.js';

/** The file that `readLine` was last asked about: diagnostics come in order of place. */
let lastRead: { version: string; lines: readonly string[] } = { version: '', lines: [] };

/** A line of a content file as it was decoded, to show it under a diagnostic; `undefined` where there is none. */
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
