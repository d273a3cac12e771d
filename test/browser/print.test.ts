/** Every page on paper. */
import { expect, test } from 'vitest';
import { onDisk, open, openBrowser, type Mode } from '../support/browser.js';
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
