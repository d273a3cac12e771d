/**
 * Whole small sites, checked and built as a clerk would.
 *
 * A site is a folder with `content/` and what is expected of it:
 * - `expected.txt`: `exit 1`, then what `fazhi check --quiet` prints, to the letter;
 * - `expected/`: files of the built site, by path. A page is kept as its outline, with `.txt` after its name
 *   (`expected/2022/index.html.txt`); any other file byte for byte.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesIn } from './support/folder.js';
import { outline } from './support/outline.js';
import { buildSite, fazhi, type BuiltSite } from './support/site.js';

/** What is expected of a site, and what it gives, by file. */
export interface Comparison {
  expected: Record<string, string>;
  actual: Record<string, string>;
}

export async function compareSite(folder: string): Promise<Comparison> {
  const expected: Record<string, string> = {};
  const actual: Record<string, string> = {};
  const keep = (path: string, text: string): void => {
    const file = join(folder, path);
    expected[path] = existsSync(file) ? readFileSync(file, 'utf8') : '';
    actual[path] = text;
  };

  const pages = existsSync(join(folder, 'expected')) ? filesIn(join(folder, 'expected')) : [];
  if (pages.length === 0 || existsSync(join(folder, 'expected.txt'))) {
    const { code, stdout, stderr } = await fazhi(['check', '--quiet'], { cwd: folder });
    if (code !== 0 && code !== 1) throw new Error(`the check does not run (exit ${code}):\n${stdout}${stderr}`);
    keep('expected.txt', `exit ${code}\n${stdout}${stderr}`);
  }
  if (pages.length > 0) {
    const site = await buildSite(join(folder, 'content'));
    for (const path of pages) keep(`expected/${path}`, builtText(site, path));
  }
  return { expected, actual };
}

/** Writes what the site gives over what was expected of it. The difference is read as code. */
export function updateSite(folder: string, { actual }: Comparison): void {
  for (const [path, text] of Object.entries(actual)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function builtText(site: BuiltSite, path: string): string {
  const isPage = path.endsWith('.html.txt');
  const built = isPage ? path.slice(0, -'.txt'.length) : path;
  if (!site.files.includes(built)) return 'not built\n';
  return isPage ? outline(site.text(built)) : site.text(built);
}
