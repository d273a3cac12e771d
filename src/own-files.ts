/** The files of the program itself that it reads while it runs: the style sheets, the reference, its own description. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EnvironmentError } from './diagnostics/environment-error.js';

/** This module runs from `lib/bin/`, which has a `package.json` of its own, from `lib/src/` and, in tests, from `src/`. */
const ROOT = packageRoot(dirname(import.meta.dirname));

/** Where a file of the program stands on disk, absolute; `path` is relative to its folder. */
export function ownPath(path: string): string {
  return join(ROOT, path);
}

/** A file of the program, by its path relative to its folder. Errors: `EnvironmentError` when it is missing. */
export function readOwnFile(path: string): string {
  const file = ownPath(path);
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new EnvironmentError({
      zh: `缺少程序自己的文件“${file}”。请先运行 npm run compile。`,
      en: `The program's own file “${file}” is missing. Run npm run compile first.`,
    });
  }
}

function packageRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json')) || dirname(folder) === folder) return folder;
  return packageRoot(dirname(folder));
}
