import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EnvironmentError } from '../diagnostics/environment-error.js';
import type { Theme } from '../model/page.js';

/** The style sheet as it stands in `templates/`, and the client script as it was compiled into `lib/templates/`. */
export function readTheme(): Theme {
  const root = packageRoot(dirname(fileURLToPath(import.meta.url)));
  return {
    css: readOwn(join(root, 'templates', 'site.css')),
    script: asBrowserScript(readOwn(join(root, 'lib', 'templates', 'client.cjs'))),
  };
}

/** This module runs from `lib/src/read/` and, in tests, from `src/read/`. */
function packageRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json')) || dirname(folder) === folder) return folder;
  return packageRoot(dirname(folder));
}

function readOwn(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new EnvironmentError({
      zh: `缺少程序自己的文件“${file}”。请先运行 npm run compile。`,
      en: `The program's own file “${file}” is missing. Run npm run compile first.`,
    });
  }
}

/** Without what the compiler adds for Node's module loader; a browser knows no `exports`. */
function asBrowserScript(script: string): string {
  return script.replace(/^(?:Object\.defineProperty\(exports,.*|export \{\};|\/\/# sourceMappingURL=.*)\n?/gm, '');
}
