// @ts-check
/**
 * Reads a published site again and again, as its readers do, until standard input ends: the manifest, every file that it
 * lists, the manifest again. Between two equal manifests everything must be as they say.
 *
 *     node test/publish/reader.mjs FOLDER
 *
 * Prints `seen` for each whole reading, and `{ whole: { VERSION: times }, broken: [what was wrong] }` at last; a version is the first letters of its index.html.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const folder = process.argv[2] ?? '';
/** @type {Record<string, number>} */
const whole = {};
/** @type {string[]} */
const broken = [];
const over = new AbortController();
process.stdin.on('data', () => undefined).on('end', () => over.abort());

/** @param {string} path */
const textOf = async (path) => {
  try {
    return await readFile(join(folder, path), 'utf8');
  } catch (error) {
    return `(${/** @type {NodeJS.ErrnoException} */ (error).code})`;
  }
};

while (!over.signal.aborted) {
  const manifest = await textOf('manifest.json');
  if (manifest === '(ENOENT)' && Object.keys(whole).length === 0) continue; // nothing has been published yet
  if (!manifest.startsWith('{')) {
    broken.push(`manifest.json ${manifest}`);
    continue;
  }
  const { files } = /** @type {{ files: { path: string, sha256: string }[] }} */ (JSON.parse(manifest));
  /** @type {string[]} */
  const wrong = [];
  let version = '';
  for (const { path, sha256 } of files) {
    const text = await textOf(path);
    if (path === 'index.html') version = text.slice(0, 8);
    if (createHash('sha256').update(text).digest('hex') !== sha256) wrong.push(`${path} ${text.slice(0, 20)}`);
  }
  if ((await textOf('manifest.json')) !== manifest) continue; // switched meanwhile
  if (wrong.length > 0) broken.push(...wrong);
  else {
    whole[version] = (whole[version] ?? 0) + 1;
    process.stdout.write('seen\n');
  }
}
process.stdout.write(`${JSON.stringify({ whole, broken })}\n`);
