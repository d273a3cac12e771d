/** The same content gives the same bytes, whoever builds it, wherever and in whatever order a disk lists its files. */
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { filesIn, folderOf, temporaryFolder } from '../support/folder.js';
import { fazhi, ROOT } from '../support/site.js';

const PLACES = ['a', '第二处 with blanks/deep/er'];
const ZONES = ['UTC', 'Asia/Shanghai', 'America/New_York'];
const LANGUAGES = ['C', 'zh_CN.UTF-8'];

test('two folders, three time zones and two languages give the same bytes', async () => {
  const builds = PLACES.flatMap((place) =>
    ZONES.flatMap((zone) => LANGUAGES.map((language) => ({ place, zone, language }))),
  );
  const sites: Record<string, string>[] = [];
  for (const { place, zone, language } of builds)
    sites.push(await hashesOfBuild(place, { TZ: zone, LANG: language, LC_ALL: language }));
  expect(Object.keys(sites[0] ?? {}).length).toBeGreaterThan(8);
  for (const [index, hashes] of sites.entries())
    expect({ ...builds[index], hashes }).toEqual({ ...builds[index], hashes: sites[0] });
});

test('the comparison sees a byte that differs', () => {
  const hashes = (text: string) => hashesOf(folderOf({ 'a/b.html': text }));
  expect(hashes('甲')).toEqual(hashes('甲'));
  expect(hashes('甲')).not.toEqual(hashes('乙'));
});

/** Builds a copy of the content below `place`, the files of every second copy made in the opposite order. */
async function hashesOfBuild(place: string, env: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const cwd = join(temporaryFolder(), place);
  const files = filesIn(join(ROOT, 'content'));
  for (const path of place === PLACES[0] ? files : files.toReversed()) {
    mkdirSync(dirname(join(cwd, 'content', path)), { recursive: true });
    copyFileSync(join(ROOT, 'content', path), join(cwd, 'content', path));
  }
  const { code, stderr } = await fazhi(['build'], { cwd, env });
  if (code !== 0) throw new Error(stderr);
  return hashesOf(join(cwd, 'dist'));
}

function hashesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    filesIn(folder).map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    ]),
  );
}
