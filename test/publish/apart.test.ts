import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { insistApart } from '../../src/publish/apart.js';
import { openPlace } from '../../src/publish/places.js';
import { folderOf } from '../support/folder.js';
import { refusalOf } from './sites.js';

/** A folder of work, and the same folder by another name. */
function desk(): { folder: string; other: string } {
  const folder = folderOf({ 'work/content/site.yaml': '', 'work/dist/index.html': '', 'work/www/x': '' });
  symlinkSync('work', join(folder, 'alias'));
  return { folder: join(folder, 'work'), other: join(folder, 'alias') };
}

test.each(['content', 'content/2022/site', 'dist', 'dist/a/b', '.', '..', 'www/../dist'])(
  'a folder at %s would be read as content, or built over, and is refused',
  async (path) => {
    const { folder, other } = desk();
    const sources = [join(folder, 'content'), join(folder, 'dist')];
    for (const root of [folder, other])
      expect(await refusalOf(insistApart({ kind: 'folder', path: `${root}/${path}` }, sources))).toMatch(
        '互相包含，或是同一个文件夹',
      );
  },
);

test.each(['www', 'www/a', 'content2', 'dist.old/a', '../a'])('a folder at %s is apart', async (path) => {
  const { folder, other } = desk();
  mkdirSync(join(folder, 'content2'));
  const sources = [join(folder, 'content'), join(folder, 'dist')];
  for (const root of [folder, other])
    await expect(insistApart({ kind: 'folder', path: `${root}/${path}` }, sources)).resolves.toBeUndefined();
});

test('an archive may stand beside the content, not within it', async () => {
  const { folder } = desk();
  const sources = [join(folder, 'content'), join(folder, 'dist')];
  await expect(insistApart({ kind: 'zip', path: join(folder, 'a.zip') }, sources)).resolves.toBeUndefined();
  expect(await refusalOf(insistApart({ kind: 'zip', path: join(folder, 'dist/a.zip') }, sources))).toMatch('互相包含');
});

test('the root of a disk has no name that could be switched', async () => {
  expect(await refusalOf(openPlace({ kind: 'folder', path: '/' }))).toMatch('是根目录');
});
