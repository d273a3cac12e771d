/** Every page for readers with a keyboard, without scripts, on a small phone, with large type. */
import { describe, expect, test } from 'vitest';
import { open, openBrowser, switchToLargeType } from '../support/browser.js';
import { serve } from '../support/server.js';
import { realSite } from '../support/site.js';
import { deadControls, largeTypeFaults, overflowFaults, readableText, tabFaults } from './checks.js';

const site = await realSite();
const server = await serve(site.folder);
const browser = await openBrowser();

describe.each(site.pages)('%s', (path) => {
  test.each([360, 1280])('can be walked with Tab in the order of the text at %i px', async (width) => {
    const { page, close } = await open(browser, server.url, path, { width });
    expect(await tabFaults(page)).toEqual([]);
    await close();
  });

  test('says the same without scripts, and shows no control that would do nothing', async () => {
    const withScripts = await open(browser, server.url, path);
    const without = await open(browser, server.url, path, { scripts: false });
    const text = await readableText(without.page);
    expect(text).not.toBe('');
    expect(text).toBe(await readableText(withScripts.page));
    expect(await deadControls(without.page)).toEqual([]);
    await Promise.all([withScripts.close(), without.close()]);
  });

  test.each(['light', 'large type'] as const)(
    'fits a window of 320 px without scrolling sideways in %s',
    async (mode) => {
      const { page, close } = await open(browser, server.url, path, { width: 320, mode });
      expect(await overflowFaults(page)).toEqual([]);
      await close();
    },
  );

  test.each([360, 1280])('has text of 24 px and targets of 44 px in large type at %i px', async (width) => {
    const { page, close } = await open(browser, server.url, path, { width, mode: 'large type' });
    expect(await largeTypeFaults(page)).toEqual([]);
    await close();
  });
});

test('large type stays on from page to page until it is switched off', async () => {
  const { page, close } = await open(browser, server.url, '2022/index.html');
  const size = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.querySelector('main p') ?? document.body).fontSize);
  const usual = await size();
  await switchToLargeType(page);
  expect(parseFloat(await size())).toBeGreaterThanOrEqual(24);
  await page.goto(`${server.url}2022/report/index.html`);
  expect(parseFloat(await size())).toBeGreaterThanOrEqual(24);
  await switchToLargeType(page);
  await page.goto(`${server.url}2022/index.html`);
  expect(await size()).toBe(usual);
  await close();
});
