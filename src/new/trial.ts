/**
 * Trial: what `check` would say of new files, before they are written.
 *
 * In:  the content folder, what `check` says of it now, and the files to come.
 * Out: only what is said because of them, be it about them or, as with an id that two files have, about another.
 *
 * The whole content is checked with the new files in it, in a copy outside the content folder: so that no half-made
 * content is ever seen by whoever watches the folder, and nothing has to be taken back.
 */
import { copyFileSync, linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { check, isIgnored, type CheckResult } from '../build.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { EnvironmentError } from '../diagnostics/environment-error.js';

/** A file to come, by its path relative to the content folder, with `/`. */
export interface NewFile {
  path: string;
  text: string;
}

export function alreadyThere(file: string): EnvironmentError {
  return new EnvironmentError({
    zh: `已有文件“${file}”，没有改动它，也没有写入任何文件。请换一个名字。`,
    en: `“${file}” is there already and was left as it is; nothing was written. Choose another name.`,
  });
}

export interface Trial {
  files: readonly NewFile[];
  diagnostics: Diagnostic[];
  lineOf: CheckResult['lineOf'];
}

/** Errors: `EnvironmentError` when one of the files is there already. */
export function tryOut(content: string, before: CheckResult, files: readonly NewFile[]): Trial {
  const known = new Set(before.diagnostics.map(keyOf));
  const copy = mkdtempSync(join(tmpdir(), 'fazhi-new-'));
  try {
    copyFolder(content, copy);
    for (const { path, text } of files) {
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      writeNew(join(copy, path), text, join(content, path));
    }
    const { diagnostics } = check(copy);
    const texts = new Map(files.map(({ path, text }) => [path, text.split('\n')]));
    return {
      files,
      diagnostics: diagnostics.filter((diagnostic) => !known.has(keyOf(diagnostic))),
      lineOf: (file, line) => texts.get(file)?.[line - 1] ?? before.lineOf(file, line),
    };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function writeNew(file: string, text: string, shown: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? alreadyThere(shown) : error;
  }
}

function keyOf({ rule, at, message }: Diagnostic): string {
  return [rule, at.file, at.line, at.column, message.zh].join('\n');
}

/** What `read` would not read either (ignored files, links) is left out, and so is what may not be read. */
function copyFolder(from: string, to: string, path = ''): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const inside = path === '' ? entry.name : `${path}/${entry.name}`;
    if (isIgnored(inside)) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      mkdirSync(target);
      attempt(() => copyFolder(source, target, inside));
    } else if (entry.isFile()) {
      // A link costs nothing, but leads to no other disk. Texts are copied, so that none can be written through it.
      const isText = /\.(?:md|markdown|ya?ml)$/i.test(entry.name);
      if (isText || !attempt(() => linkSync(source, target))) attempt(() => copyFileSync(source, target));
    }
  }
}

/** False where the system refuses: `check` has told by then what cannot be read. */
function attempt(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}
