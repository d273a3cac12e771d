/**
 * The site as readers meet it: behind the nginx of docs/webmaster.md, deep below a Chinese path, with the policy as a
 * header. Other widths and modes, and each control by itself, are for the tests beside this one.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { POLICY } from '../../src/verify/headers.js';
import { open, openBrowser } from '../support/browser.js';
import { folderOf } from '../support/folder.js';
import { OUTSIDE, OUTSIDE_CONTENT } from '../support/outside-content.js';
import { buildSite, realSite } from '../support/site.js';
import { extensionOf, startServer, TYPES } from '../support/web-servers.js';
import { barriers } from './checks.js';

const QUIET = { messages: [], errors: [], requests: [] };

const site = await realSite();
const { url } = await startServer('nginx', site.folder);
/** Another site, whose links lead off the government's sites. */
const other = await startServer('nginx', (await buildSite(folderOf(OUTSIDE_CONTENT))).folder);
const browser = await openBrowser();

test.each(site.pages)('%s behind nginx has no barrier, says nothing and asks for nothing outside', async (path) => {
  const { page, noise, close } = await open(browser, url, path);
  expect(await barriers(page)).toEqual([]);
  expect(noise).toEqual(QUIET);
  await close();
});

test('nginx sends the policy that the page is read under', async () => {
  const { page, close } = await open(browser, url, '');
  const response = await page.reload();
  expect(response?.headers()['content-security-policy']).toBe(POLICY);
  await close();
});

test('every page is reached from the first, by links that a reader clicks', async () => {
  const reached = new Set<string>();
  const waiting = [''];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const { page, noise, close } = await open(browser, url, path);
    // Links in a drawing have no `href` of the usual kind.
    const links = await page.evaluate(() =>
      [...document.querySelectorAll('a[href]:not([download])')].map(
        (link) => new URL(link.getAttribute('href') ?? '', document.baseURI).href,
      ),
    );
    expect(noise).toEqual(QUIET);
    await close();
    for (const href of links) {
      const inside = decodeURI(href.replace(/#.*$/, '')).slice(decodeURI(url).length);
      if (!href.startsWith(url) || !inside.endsWith('.html') || reached.has(inside)) continue;
      reached.add(inside);
      waiting.push(inside);
    }
  }
  expect([...reached].toSorted()).toEqual(site.pages.filter((path) => path !== '404.html'));
});

test('the search finds words as they are typed, and leads to them', async () => {
  const { page, noise, close } = await open(browser, url, 'search/index.html');
  await page.keyboard.type('国际禁毒');
  const results = page.locator('[data-search-result]');
  await results.first().waitFor();
  expect(await page.locator('mark').allTextContents()).toContain('国际禁毒');
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/2022\/timeline\/index\.html#/);
  expect(decodeURI(page.url())).toBe(`${decodeURI(url)}2022/timeline/index.html#2022-06-26-drug-control-day`);
  expect(noise).toEqual(QUIET);
  await close();
});

test('a reader is asked before leaving for another site, and may stay', async () => {
  const { page, noise, close } = await open(browser, other.url, '2022/checklist/index.html');
  const link = page.locator(`a[data-outside][href="${OUTSIDE}evidence"]`);
  await link.click();
  const question = page.getByRole('dialog', { name: '您访问的链接即将离开“随县人民政府”门户网站，是否继续？' });
  await question.waitFor();
  expect(await question.getByText(`${OUTSIDE}evidence`).isVisible()).toBe(true);
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'hidden' });
  expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(decodeURI(page.url())).toBe(`${decodeURI(other.url)}2022/checklist/index.html`);
  expect(noise).toEqual(QUIET);
  await close();
});

describe('the page of downloads', () => {
  const page = '2022/data/index.html';
  const names = [...site.text(page).matchAll(/download="([^"]+)"/g)].map(([, name = '']) => name);

  test('offers files', () => {
    expect(names.length).toBeGreaterThan(3);
  });

  test.each(names)('gives %s as it was built, by its name', async (name) => {
    const { page: opened, noise, close } = await open(browser, url, page);
    const [download] = await Promise.all([
      opened.waitForEvent('download'),
      opened.locator(`a[download="${name}"]`).click(),
    ]);
    const response = await opened.request.get(download.url());
    expect([download.suggestedFilename(), response.headers()['content-type']]).toEqual([
      name,
      TYPES[extensionOf(name)],
    ]);
    expect(readFileSync(await download.path()).equals(readFileSync(join(site.folder, '2022/data', name)))).toBe(true);
    expect(noise).toEqual(QUIET);
    await close();
  });
});
