/** Every page on paper. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { onDisk, open, openBrowser, type Mode } from '../support/browser.js';
import { temporaryFolder } from '../support/folder.js';
import { bare, linesOf } from '../support/paper.js';
import { realSite } from '../support/site.js';
import { paperFaults, printFaults } from './checks.js';

const site = await realSite();
const browser = await openBrowser();

test.each(site.pages)('%s prints as pages of A4, without what only a screen needs', async (path) => {
  const { page, close } = await open(browser, onDisk(site.folder), path);
  await page.emulateMedia({ media: 'print' });
  expect(await printFaults(page)).toEqual([]);
  expect(paperFaults(await page.pdf({ preferCSSPageSize: true, printBackground: true }))).toEqual([]);
  await close();
});

test.each(['dark', 'large type'] satisfies Mode[])('a page shown in %s prints as black on white', async (mode) => {
  const { page, close } = await open(browser, onDisk(site.folder), '2022/report/index.html', { mode });
  await page.emulateMedia({ media: 'print', colorScheme: mode === 'dark' ? 'dark' : 'light' });
  const colours = await page.evaluate(() => {
    const text = document.querySelector('main p') ?? document.body;
    return [
      getComputedStyle(document.body).backgroundColor,
      getComputedStyle(document.documentElement).backgroundColor,
      getComputedStyle(text).color,
    ];
  });
  const [body = '', root = '', ink = ''] = colours;
  for (const ground of [body, root]) expect(['rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)']).toContain(ground);
  expect(Math.max(...(ink.match(/\d+/g) ?? []).map(Number).slice(0, 3))).toBeLessThan(80);
  await close();
});

/** The lines of each page of a page on paper, without white space. */
async function sheetsOf(path: string): Promise<string[][]> {
  const { page, close } = await open(browser, onDisk(site.folder), path);
  const file = join(temporaryFolder(), 'printed.pdf');
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
  await close();
  const { lines, numbers } = linesOf(file);
  return numbers.map((_, index) => lines.filter((line) => line.page === index + 1).map(({ text }) => bare(text)));
}

test.each([
  ['2022/timeline/index.html', '时间活动', '.event'],
  ['2022/checklist/index.html', '职责责任人依据状态佐证', '.checklist tbody tr'],
])('%s prints as a table whose head comes again on each page, its rows in one piece', async (path, head, row) => {
  const sheets = await sheetsOf(path);
  const { page, close } = await open(browser, onDisk(site.folder), path);
  await page.emulateMedia({ media: 'print' });
  const titles = await page.locator(`${row} :is(h3, .duty)`).allTextContents();
  const shown = await page
    .locator(row)
    .evaluateAll((rows) => rows.map((one) => [getComputedStyle(one).display, getComputedStyle(one).breakInside]));
  await close();
  expect(titles.length).toBeGreaterThan(5);
  expect(shown).toEqual(titles.map(() => ['table-row', 'avoid']));
  const withRows = sheets.filter((sheet) => titles.some((title) => sheet.join('').includes(bare(title).slice(0, 8))));
  expect(withRows.length).toBeGreaterThan(1);
  for (const sheet of withRows) expect(sheet).toContain(head);
});
