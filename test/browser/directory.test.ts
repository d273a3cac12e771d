/** The home pages of many towns as readers see them: a county's, and a province's in several pages. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { digestsOf, siteFiles, type Shape } from '../render/digests.js';
import { MODES, onDisk, open, openBrowser } from '../support/browser.js';
import { BASE } from '../support/content.js';
import { folderOf } from '../support/folder.js';
import { buildSite } from '../support/site.js';
import { barriers, largeTypeFaults, overflowFaults, paperFaults, printFaults, tabFaults } from './checks.js';

const QUIET = { messages: [], errors: [], requests: [] };
const browser = await openBrowser();
const built = await buildSite(folderOf(BASE));

/** Style sheet and scripts are those of a built site. */
function folderFor(shape: Shape): string {
  const folder = folderOf(Object.fromEntries(siteFiles(digestsOf(shape))));
  for (const path of built.files.filter((file) => file.startsWith('assets/'))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    copyFileSync(join(built.folder, path), join(folder, path));
  }
  return folder;
}

const county = folderFor({ towns: 20, years: 5, folder: (town) => `${town < 9 ? '随县' : '曾都区'}/第${town}镇` });
/** Long addresses make two pages of few towns. */
const province = folderFor({
  towns: 70,
  years: 10,
  folder: (town) => `第${Math.floor(town / 20)}县/${'乡镇街道办事处'.repeat(5)}${town}`,
});

describe.each([
  ['the towns of two counties', county, 'index.html'],
  ['its last page', province, 'directory/2/index.html'],
])('%s', (_, folder, path) => {
  describe.each([360, 1280])('at %i px', (width) => {
    test.each(MODES)('in %s there is no barrier, and nothing is too wide', async (mode) => {
      const { page, noise, close } = await open(browser, onDisk(folder), path, { width, mode });
      expect(await barriers(page)).toEqual([]);
      expect(await overflowFaults(page)).toEqual([]);
      if (mode === 'large type') expect(await largeTypeFaults(page)).toEqual([]);
      expect(noise).toEqual(QUIET);
      await close();
    });
  });

  test('prints on A4', async () => {
    const { page, close } = await open(browser, onDisk(folder), path);
    await page.emulateMedia({ media: 'print' });
    expect(await printFaults(page)).toEqual([]);
    expect(paperFaults(await page.pdf({ preferCSSPageSize: true }))).toEqual([]);
    await close();
  });
});

test('Tab walks through a county in order', async () => {
  const { page, close } = await open(browser, onDisk(county), 'index.html');
  expect(await tabFaults(page)).toEqual([]);
  await close();
});

test('without scripts one goes from page to page, and to any of them', async () => {
  const { page, close } = await open(browser, onDisk(province), 'index.html', { scripts: false });
  const pages = page.getByRole('navigation', { name: '目录的各页' });
  await page.getByRole('navigation', { name: '目录的前后页' }).getByRole('link', { name: '下一页' }).click();
  await page.waitForURL(/directory\/2\/index\.html$/);
  expect(await page.getByRole('navigation', { name: '当前位置' }).innerText()).toContain('第2页');
  await page.getByRole('link', { name: '各页的范围' }).click();
  expect(await page.locator(':target').textContent()).toBe('目录的各页');
  expect(await page.getByRole('link', { name: '下一页' }).count()).toBe(0);
  await pages.getByRole('link', { name: /^第1页/ }).click();
  await page.waitForURL((url) => !url.href.includes('directory'));
  expect(await pages.locator('[aria-current]').innerText()).toContain('第1页');
  await close();
});
