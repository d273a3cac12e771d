/** Every page for readers with a keyboard, without scripts, on a small phone, with large type. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { open, openBrowser, switchToLargeType, WIDTHS } from '../support/browser.js';
import { serve } from '../support/server.js';
import { realSite } from '../support/site.js';
import {
  deadControls,
  largeTypeFaults,
  lossFaults,
  overflowFaults,
  readableText,
  spaceOut,
  tabFaults,
} from './checks.js';

const site = await realSite();
const server = await serve(site.folder);
const browser = await openBrowser();

/** What is folded away is read as well. */
function showAll(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
}

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

  test('has large letters, targets and gaps in large type at any width', async () => {
    const { page, close } = await open(browser, server.url, path, { mode: 'large type' });
    await showAll(page);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      expect([width, ...(await largeTypeFaults(page))]).toEqual([width]);
    }
    await close();
  });

  test.each(['light', 'large type'] as const)(
    'loses nothing in %s and never scrolls sideways when it is zoomed, nor when its text is spaced out',
    async (mode) => {
      const { page, close } = await open(browser, server.url, path, { mode });
      await showAll(page);
      for (const spacing of ['usual', 'wide']) {
        if (spacing === 'wide') await spaceOut(page);
        // Half of 1280 and of 768 px is what zooming to 200 % leaves; 320 px is 400 % of 1280.
        for (const width of [1280, 640, 384, 320]) {
          await page.setViewportSize({ width, height: 800 });
          const faults = [...(await lossFaults(page)), ...(await overflowFaults(page))];
          expect([width, spacing, ...faults]).toEqual([width, spacing]);
        }
      }
      await close();
    },
  );
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
