/** Publishing to a folder of this machine, and to one of a disk that can do less. */
import { readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openFolder } from '../../src/publish/folder-place.js';
import type { Place } from '../../src/publish/place.js';
import { publish, rollBack } from '../../src/publish/publish.js';
import { folderOf, temporaryFolder } from '../support/folder.js';
import { publishScenarios } from './scenarios.js';
import { cutBefore, shown, siteOf, textsOf } from './sites.js';

describe('a folder', () => {
  publishScenarios(() => {
    const parent = temporaryFolder();
    return { parent, open: () => openFolder(parent) };
  });
});

/** The place with other answers to some questions. */
async function openWith(parent: string, other: Partial<Place>): Promise<Place> {
  const { place } = cutBefore(await openFolder(parent), Number.POSITIVE_INFINITY);
  return { ...place, ...other };
}

const cannot = () => Promise.resolve(false);

describe('a folder of a disk without links and copies', () => {
  publishScenarios(
    () => {
      const parent = temporaryFolder();
      return { parent, open: () => openWith(parent, { makeLink: cannot, duplicate: cannot }) };
    },
    { isBare: true, stride: 2 },
  );

  test('is filled file by file from the start, and nothing is left beside it', async () => {
    const parent = temporaryFolder();
    const place = await openWith(parent, { makeLink: cannot, duplicate: cannot });
    const site = siteOf({ 'index.html': '1', 'a/b.html': '2' });
    expect((await publish(site, { place, name: 'www' })).way).toBe('files');
    expect(shown(join(parent, 'www'))).toEqual(textsOf(site));
    expect(readdirSync(parent)).toEqual(['www']);
  });
});

test('where there are links but no copies, all files are put again, and those of others go along over this machine', async () => {
  const parent = temporaryFolder();
  const place = await openWith(parent, { duplicate: cannot });
  const first = siteOf({ 'index.html': '1', 'a.css': 'a' });
  const second = siteOf({ 'index.html': '2', 'a.css': 'a' });
  await publish(first, { place, name: 'www' });
  folderOf({ 'www/of/others.txt': '别人的' }, parent);
  symlinkSync('of/others.txt', join(parent, 'www/link'));
  await publish(second, { place, name: 'www' });
  const others = { link: '-> of/others.txt', 'of/others.txt': '别人的' };
  expect(shown(join(parent, 'www'))).toEqual({ ...textsOf(second), ...others });
  folderOf({ 'www/later.txt': '后来的' }, parent);
  await rollBack({ place, name: 'www' });
  expect(shown(join(parent, 'www'))).toEqual({ ...textsOf(first), ...others, 'later.txt': '后来的' });
});
