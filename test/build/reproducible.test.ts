/** The same content gives the same bytes, whoever builds it, wherever and in whatever order a disk lists its files. */
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { filesIn, folderOf, temporaryFolder } from '../support/folder.js';
import { fazhi, ROOT } from '../support/site.js';

const PLACES = ['a', '第二处 with blanks/deep/er'] as const;

/** Every pair of place, zone and language occurs. */
const BUILDS = [
  { place: PLACES[0], zone: 'UTC', language: 'C' },
  { place: PLACES[0], zone: 'Asia/Shanghai', language: 'zh_CN.UTF-8' },
  { place: PLACES[0], zone: 'America/New_York', language: 'C' },
  { place: PLACES[1], zone: 'UTC', language: 'zh_CN.UTF-8' },
  { place: PLACES[1], zone: 'Asia/Shanghai', language: 'C' },
  { place: PLACES[1], zone: 'America/New_York', language: 'zh_CN.UTF-8' },
];

test('two folders, three time zones and two languages give the same bytes', async () => {
  let first: Record<string, string> | undefined;
  for (const { place, zone, language } of BUILDS) {
    const hashes = await hashesOfBuild(place, { TZ: zone, LANG: language, LC_ALL: language });
    first ??= hashes;
    expect({ place, zone, language, hashes }).toEqual({ place, zone, language, hashes: first });
  }
  expect(Object.keys(first ?? {}).length).toBeGreaterThan(8);
});

test('the comparison sees a byte that differs', () => {
  const hashes = (text: string) => hashesOf(folderOf({ 'a/b.html': text }));
  expect(hashes('甲')).toEqual(hashes('甲'));
  expect(hashes('甲')).not.toEqual(hashes('乙'));
});

/** Builds a copy of the content below `place`; at the second place its files are made in the opposite order. */
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
