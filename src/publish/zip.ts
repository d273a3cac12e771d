/**
 * Publishing as one file for whoever puts it online: an archive of the site.
 *
 * In:  the files that a manifest lists, on this machine.
 * Out: a `.zip` that is the same to the byte wherever and whenever it is written: names in order, no clock in it.
 *
 * There is no folder around the files. Windows unpacks an archive into a folder named after it, every other program into
 * the folder that it is told: either way `index.html` stands where it is looked for.
 */
import { randomUUID } from 'node:crypto';
import { lstat, readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { unzipSync, zipSync, type Zippable } from 'fflate';
import { EnvironmentError } from '../diagnostics/environment-error.js';
import { byCodeUnit } from '../model/by-code-unit.js';
import { MANIFEST } from '../model/manifest.js';
import { compare } from './compare.js';
import { openFolder } from './folder-place.js';
import type { Published, Site } from './publish.js';
import { versionOf, type Version } from './records.js';
import { folderFault, notOurZip, withState } from './refusals.js';
import { resultOf } from './result.js';
import { writeWhole } from './write-whole.js';

const UNIX = 3;
/** A file that its owner may write and everybody may read, where Unix keeps it. */
const PLAIN_FILE = 0o100644 * 2 ** 16;

/** Errors: `EnvironmentError`; the file that was there is then as it was. */
export async function publishZip(
  site: Site,
  path: string,
  { isDryRun = false }: { isDryRun?: boolean } = {},
): Promise<Published> {
  const file = resolve(path);
  try {
    // Says what is wrong with the folder.
    await (await openFolder(dirname(path))).close();
    const earlier = await earlierAt(file, path);
    const lists = earlier === undefined ? [] : [earlier.version.files];
    const entries = lists.flat().map(({ path, size }) => ({ path, size, kind: 'file' as const }));
    const comparison = compare(site.version.files, { lists, entries, isTrusted: true });
    const result = resultOf('zip', site.version, comparison);
    if (isDryRun) return result;
    const bytes = await zipOf(site);
    if (earlier?.bytes.equals(bytes) === true) return result;
    await writeWhole(file, join(dirname(file), `.${basename(file).slice(0, 60)}.${randomUUID()}.tmp`), bytes);
    // The list is the same, the bytes were not: somebody had packed it anew.
    return result.changed.length + result.removed.length === 0
      ? { ...result, changed: site.version.files.map((listed) => listed.path), unchanged: 0 }
      : result;
  } catch (error) {
    const said = folderFault(file, error);
    throw said instanceof EnvironmentError && said !== error ? withState(said, 'zip', 'before') : said;
  }
}

/** Errors: `EnvironmentError` for a file that is no archive of a site. */
async function earlierAt(file: string, shown: string): Promise<{ bytes: Buffer; version: Version } | undefined> {
  const stat = await lstat(file).catch(() => undefined);
  if (stat === undefined) return undefined;
  const bytes = stat.isFile() ? await readFile(file) : undefined;
  const version = bytes === undefined ? undefined : versionIn(bytes);
  if (bytes === undefined || version === undefined) throw notOurZip(shown);
  return { bytes, version };
}

function versionIn(zip: Buffer): Version | undefined {
  try {
    const manifest = unzipSync(zip, { filter: ({ name }) => name === MANIFEST })[MANIFEST];
    return manifest === undefined ? undefined : versionOf(Buffer.from(manifest).toString());
  } catch {
    return undefined;
  }
}

async function zipOf({ root, version }: Site): Promise<Buffer> {
  // An archive tells local time: the same words everywhere mean another instant in each zone.
  const mtime = new Date(1980, 0, 1, 12);
  // Info-ZIP takes names from elsewhere than Unix for those of DOS, whatever the archive says of them, and garbles Chinese.
  const made = { os: UNIX, attrs: PLAIN_FILE };
  const files: Zippable = {};
  for (const { path } of version.files.toSorted((a, b) => byCodeUnit(a.path, b.path)))
    files[path] = [await readFile(join(root, path)), { level: 9, mtime, ...made }];
  return Buffer.from(zipSync(files));
}
