import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EnvironmentError } from '../diagnostics/environment-error.js';
import type { Theme } from '../model/page.js';

/** This module runs from `lib/src/read/` and, in tests, from `src/read/`. */
const ROOT = packageRoot(dirname(fileURLToPath(import.meta.url)));

const CSS = 'templates/site.css';
const SCRIPT = 'lib/templates/client.cjs';
/** Each uses only those before it. */
const SEARCH_MODULES = [
  'lib/src/model/simplified.js',
  'lib/templates/find-texts.js',
  'lib/templates/elements.js',
  'lib/templates/choose-town.js',
  'lib/templates/search.js',
];

/** Where the theme stands on disk, absolute: whoever edits it wants to see the change. */
export const THEME_FILES: readonly string[] = [CSS, SCRIPT, ...SEARCH_MODULES].map((path) => join(ROOT, path));

/** The style sheet as it stands in `templates/`, and the scripts as they were compiled into `lib/`. */
export function readTheme(): Theme {
  return { css: readOwnFile(CSS), script: readOwnScript(SCRIPT), searchScript: readOwnModules(SEARCH_MODULES) };
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

/** Modules of the program as one script: from disk, browsers load no modules. */
function readOwnModules(paths: readonly string[]): string {
  const script = paths.map((path) => withoutModule(readOwnFile(path))).join('');
  return unindented(`(() => {\n'use strict';\n${script}})();\n`);
}

function packageRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json')) || dirname(folder) === folder) return folder;
  return packageRoot(dirname(folder));
}

/** Without what the compiler adds for Node's module loader; a browser knows no `exports`. */
function asBrowserScript(script: string): string {
  return unindented(
    script.replace(/^(?:Object\.defineProperty\(exports,.*|export \{\};|\/\/# sourceMappingURL=.*)\n?/gm, ''),
  );
}

/** Blanks at the beginning of lines are for whoever reads a script; no string of ours goes over several lines. */
function unindented(script: string): string {
  return script.replace(/^ +/gm, '');
}

/** Without what joins modules, since all of them stand in one script. */
function withoutModule(module: string): string {
  return module.replace(
    /^(?:import [^;]*;|export \{\};|\/\/# sourceMappingURL=.*)\n?|^export (?=function |const )/gm,
    '',
  );
}
