/** What `check` says of an imported report, in a folder of its own: nothing half-made is ever seen in the content. */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { check, type WholeResult } from '../build.js';
import type { NewFile } from '../new/trial.js';
import type { ImageFile } from './files.js';

/** The site of these files alone, beside the `site.yaml` and `terms.yaml` of the content folder. */
export function tryFiles(content: string, files: readonly NewFile[], images: readonly ImageFile[]): WholeResult {
  const copy = mkdtempSync(join(tmpdir(), 'fazhi-import-'));
  try {
    for (const name of ['site.yaml', 'terms.yaml'])
      if (existsSync(join(content, name))) copyFileSync(join(content, name), join(copy, name));
    for (const { path, text } of files) put(join(copy, path), text);
    for (const { path, bytes } of images) put(join(copy, path), bytes);
    const checked = check(copy);
    const texts = new Map(files.map(({ path, text }) => [path, text.split('\n')]));
    return { ...checked, lineOf: (file, line) => texts.get(file)?.[line - 1] };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function put(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
