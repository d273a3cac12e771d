import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EnvironmentError } from '../diagnostics/environment-error.js';
import type { Theme } from '../model/page.js';

/** This module runs from `lib/src/read/` and, in tests, from `src/read/`. */
const ROOT = packageRoot(dirname(fileURLToPath(import.meta.url)));

const CSS = 'templates/site.css';
const SCRIPT = 'lib/templates/client.cjs';

/** Where the theme stands on disk, absolute: whoever edits it wants to see the change. */
export const THEME_FILES: readonly string[] = [join(ROOT, CSS), join(ROOT, SCRIPT)];

/** The style sheet as it stands in `templates/`, and the client script as it was compiled into `lib/templates/`. */
export function readTheme(): Theme {
  return { css: readOwnFile(CSS), script: readOwnScript(SCRIPT) };
}

/** A file of the program itself; `path` is relative to its folder. */
export function readOwnFile(path: string): string {
  const file = join(ROOT, path);
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new EnvironmentError({
      zh: `缺少程序自己的文件“${file}”。请先运行 npm run compile。`,
      en: `The program's own file “${file}” is missing. Run npm run compile first.`,
    });
  }
}

/** A script of the program that was compiled for browsers. */
export function readOwnScript(path: string): string {
  return asBrowserScript(readOwnFile(path));
}

function packageRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json')) || dirname(folder) === folder) return folder;
  return packageRoot(dirname(folder));
}

/** Without what the compiler adds for Node's module loader; a browser knows no `exports`. */
function asBrowserScript(script: string): string {
  return script.replace(/^(?:Object\.defineProperty\(exports,.*|export \{\};|\/\/# sourceMappingURL=.*)\n?/gm, '');
}
