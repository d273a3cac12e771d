/** The files of the real content, by path: for tests that look at it as they look at a made-up one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from './folder.js';
import { ROOT } from './site.js';

export function realContent(): Record<string, string> {
  const folder = join(ROOT, 'content');
  return Object.fromEntries(filesIn(folder).map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}
