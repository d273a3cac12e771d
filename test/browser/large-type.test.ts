/** Large type is there from the first frame, and stays: across pages and tabs, from disk, where storage is forbidden. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { onDisk, openBrowser, switchToLargeType } from '../support/browser.js';
import { RICH } from '../render/data/rich-content.js';
import { folderOf } from '../support/folder.js';
import { serve } from '../support/server.js';
import { buildSite, realSite } from '../support/site.js';
import { largeTypeFaults, lossFaults, overflowFaults } from './checks.js';

const OVERVIEW = '2022/index.html';
const REPORT = '2022/report/index.html';

const site = await realSite();
const server = await serve(site.folder);
const browser = await openBrowser();

const contexts: BrowserContext[] = [];
afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
});

async function newTab(): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN' });
  contexts.push(context);
  return context.newPage();
}

const isLarge = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const isPressed = document.querySelector('[data-large-type]')?.getAttribute('aria-pressed') === 'true';
    const size = parseFloat(getComputedStyle(document.querySelector('main p') ?? document.body).fontSize);
    if (isPressed !== size >= 24) throw new Error(`the switch says ${isPressed}, the text is ${size} px high`);
    return isPressed;
  });

declare global {
  interface Window {
    /** The height of the letters in every frame that had any. */
    framesPx: number[];
  }
}

describe('the first frame', () => {
  /** Notes every frame from before the first of them, while the style sheet and the script are slow to come. */
  async function framesOf(page: Page, path: string): Promise<number[]> {
    await page.addInitScript(() => {
      window.framesPx = [];
      const look = (): void => {
        const text = document.querySelector('.crumbs, main');
        if (text !== null) window.framesPx.push(parseFloat(getComputedStyle(text).fontSize));
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.route(/assets\/site\.(?:css|js)/, async (route) => {
      const response = await route.fetch();
      // So long that a browser that did not wait for them would show the page without.
      await page.waitForTimeout(route.request().url().includes('.js') ? 600 : 300);
      await route.fulfill({ response });
    });
    await page.goto(server.url + path, { waitUntil: 'load' });
    const painted = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => {
            const [entry] = list.getEntriesByName('first-contentful-paint');
            if (entry) resolve(entry.startTime);
          }).observe({ type: 'paint', buffered: true });
        }),
    );
    // Nothing was painted before the script had come.
    expect(painted).toBeGreaterThan(600);
    await page.waitForFunction(() => window.framesPx.length > 5);
    return page.evaluate(() => window.framesPx);
  }

  test('is in large type already, however slow the way', async () => {
    const page = await newTab();
    await page.goto(server.url + OVERVIEW);
    await switchToLargeType(page);
    const frames = await framesOf(page, REPORT);
    expect(new Set(frames)).toEqual(new Set([24]));
  });

  test('is in usual type for whoever chose nothing', async () => {
    const frames = await framesOf(await newTab(), REPORT);
    expect(Math.max(...frames)).toBeLessThan(24);
    expect(new Set(frames).size).toBe(1);
  });
});

describe('the choice', () => {
  test('is followed by other tabs at once', async () => {
    const one = await newTab();
    const other = await one.context().newPage();
    await one.goto(server.url + OVERVIEW);
    await other.goto(server.url + REPORT);
    await switchToLargeType(one);
    await other.waitForFunction(() => document.documentElement.classList.contains('large'));
    expect(await isLarge(other)).toBe(true);
    await switchToLargeType(other);
    await one.waitForFunction(() => !document.documentElement.classList.contains('large'));
    expect(await isLarge(one)).toBe(false);
  });

  test('sets no cookie', async () => {
    const page = await newTab();
    await page.goto(server.url + OVERVIEW);
    await switchToLargeType(page);
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.evaluate(() => Object.entries(localStorage))).toEqual([['fazhi-large-type', '1']]);
  });

  test('is found again by a page that a reader comes back to', async () => {
    const page = await newTab();
    await page.goto(server.url + OVERVIEW);
    await page.evaluate(() => localStorage.setItem('fazhi-large-type', '1'));
    // What a browser says when it shows a page again that it had put aside.
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    expect(await isLarge(page)).toBe(true);
  });

  test('leaves paper alone, and is there again afterwards', async () => {
    const page = await newTab();
    await page.goto(server.url + OVERVIEW);
    await switchToLargeType(page);
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect(await page.evaluate(() => document.documentElement.classList.contains('large'))).toBe(false);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await isLarge(page)).toBe(true);
  });

  test.each([
    [
      'from disk, where every file has a storage of its own',
      (page: Page) => forgetStorage(page, false),
      onDisk(site.folder),
    ],
    ['where storage is forbidden', (page: Page) => forgetStorage(page, true), server.url],
  ])('goes from page to page %s', async (_, prepare, base) => {
    const page = await newTab();
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await prepare(page);
    const address = base.replace(/\/?$/, '/');
    await page.goto(address + OVERVIEW);
    expect(await isLarge(page)).toBe(false);
    await switchToLargeType(page);
    expect(await isLarge(page)).toBe(true);
    await page.getByRole('link', { name: '报告全文' }).first().click();
    await page.waitForURL(address + REPORT);
    expect(await isLarge(page)).toBe(true);
    await switchToLargeType(page);
    await page.goto(address + OVERVIEW);
    expect(await isLarge(page)).toBe(false);
    expect(errors).toEqual([]);
  });

  test('made from disk gives way to one made on the portal in the same window', async () => {
    const page = await newTab();
    await page.goto(onDisk(site.folder, OVERVIEW));
    await page.evaluate(() => (window.name = 'fazhi-large-type'));
    await page.goto(server.url + OVERVIEW);
    const before = await isLarge(page);
    await switchToLargeType(page);
    expect(await isLarge(page)).toBe(!before);
    await page.goto(server.url + REPORT);
    expect(await isLarge(page)).toBe(!before);
  });
});

/** Each page begins with an empty storage, or with one that throws. */
function forgetStorage(page: Page, isForbidden: boolean): Promise<unknown> {
  return page.addInitScript((forbidden) => {
    if (forbidden)
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('forbidden', 'SecurityError');
        },
      });
    else localStorage.clear();
  }, isForbidden);
}

test.each([360, 768, 1280])('everything that Markdown can hold is large enough at %i px, and spaced', async (width) => {
  const { folder } = await buildSite(folderOf(RICH));
  const page = await newTab();
  await page.setViewportSize({ width, height: 800 });
  for (const path of [REPORT, '2022/timeline/index.html', '2022/checklist/index.html']) {
    await page.goto(onDisk(folder, path));
    if (!(await isLarge(page))) await switchToLargeType(page);
    expect([path, ...(await largeTypeFaults(page)), ...(await lossFaults(page))]).toEqual([path]);
    expect(await overflowFaults(page)).toEqual([]);
  }
});
