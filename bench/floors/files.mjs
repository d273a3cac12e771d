// @ts-check
/**
 * A floor: reads every file of a content folder and writes files as many and as large as those of a site.
 *
 * `node bench/floors/files.mjs CONTENT OUT SIZES`, where SIZES is a JSON file of `[path, bytes]`.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const [content = '', out = '', sizes = ''] = process.argv.slice(2);
for (const entry of readdirSync(content, { recursive: true, withFileTypes: true }))
  if (entry.isFile()) readFileSync(join(entry.parentPath, entry.name));

/** @type {[string, number][]} */
const files = JSON.parse(readFileSync(sizes, 'utf8'));
const bytes = Buffer.alloc(
  files.reduce((most, [, size]) => Math.max(most, size), 0),
  '法',
);
const made = new Set();
for (const [path, size] of files) {
  const file = join(out, path);
  if (!made.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
  made.add(dirname(file));
  writeFileSync(file, bytes.subarray(0, size));
}
