/** A page that stands open while its content is being written. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { preview, type PreviewResult } from '../../src/build.js';
import type { ServeOptions } from '../../src/serve/serve.js';
import { open, openBrowser, type Opened, type View } from '../support/browser.js';
import { BASE, NEXT_YEAR } from '../support/content.js';
import { folderOf, type Files } from '../support/folder.js';
import { serveFiles, type Serving } from '../support/serving.js';
import { barriers, overflowFaults } from './checks.js';

const EVENT = '2022/events/2022-06-26-drug-control-day.md';
const REPORT = '2022/report.md';
const good = BASE[EVENT] ?? '';
const edited = good.replace('唐王广场', '镇中心广场');
const broken = good.replace('司法所\n', '司法局所\n');
const warned = (BASE[REPORT] ?? '').replace(' 09:00', '');
const PARAGRAPHS = Array.from({ length: 60 }, (_, index) => `第${index + 1}段。`).join('\n\n');
/** Longer than a screen. */
const LONG = { ...BASE, '2022/sections/10-measures.md': `${BASE['2022/sections/10-measures.md']}\n${PARAGRAPHS}\n` };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

interface Shown extends Opened {
  serving: Serving;
  save: (path: string, text: string) => void;
}

async function show(
  path: string,
  { files = BASE, view = {}, ...options }: Partial<ServeOptions> & { files?: Files; view?: View } = {},
): Promise<Shown> {
  const serving = await serveFiles(files, options);
  const opened = await open(browser, serving.url, path, view);
  await opened.page.locator('fazhi-live').waitFor({ state: 'attached' });
  // What stays for as long as the page is not loaded again.
  await opened.page.evaluate(() => document.documentElement.setAttribute('data-loaded-once', ''));
  return { ...opened, serving, save: (file, text) => writeFileSync(join(serving.content, file), text) };
}

const isSameLoad = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.hasAttribute('data-loaded-once'));

/** Nothing in the console; what is under way when a page is loaded again does not count. */
function quiet({ noise }: Opened): string[] {
  return [...noise.messages, ...noise.errors, ...noise.requests.filter((request) => !request.includes('/.fazhi/'))];
}

const panelOf = (page: Page) => page.getByRole('region', { name: '内容检查' });

describe('a save', () => {
  test('is on the page at once, which stands where it stood', async () => {
    const shown = await show('2022/report/', { files: LONG });
    const { page, save } = shown;
    await page.evaluate(() => window.scrollTo(0, 1500));
    save(EVENT, edited);
    await page.getByText('镇中心广场').waitFor({ state: 'attached' });
    await page.waitForFunction(() => window.scrollY > 0);
    expect(await page.evaluate(() => window.scrollY)).toBe(1500);
    expect(await isSameLoad(page)).toBe(false);
    expect(quiet(shown)).toEqual([]);
    await shown.close();
  });

  test('that changes other pages leaves this one alone', async () => {
    const { page, save, close } = await show('2023/timeline/', { files: { ...BASE, ...NEXT_YEAR } });
    save(EVENT, broken);
    await panelOf(page).waitFor();
    save(EVENT, edited);
    // The mended mistake and the changed pages come in one message.
    await panelOf(page).waitFor({ state: 'hidden' });
    expect(await isSameLoad(page)).toBe(true);
    await close();
  });

  test('of the style sheet changes the looks without loading the page again', async () => {
    let isRed = false;
    const build = (content: string): PreviewResult => {
      const { pages, ...result } = preview(content);
      if (!pages || !isRed) return pages ? { ...result, pages } : result;
      const restyled = pages.map((page) => {
        if (!('text' in page)) return page;
        if (page.path === 'assets/site.css') return { ...page, text: `${page.text}\nh1{color:rgb(255,0,0)}` };
        return { ...page, text: page.text.replace(/site\.css\?v=\w+/, 'site.css?v=00000001') };
      });
      return { ...result, pages: restyled };
    };
    const shown = await show('2022/report/', { files: LONG, build });
    const { page, save } = shown;
    await page.evaluate(() => window.scrollTo(0, 700));
    isRed = true;
    save('site.yaml', BASE['site.yaml'] ?? '');
    await page.waitForFunction(() => {
      const title = document.querySelector('h1');
      return title !== null && getComputedStyle(title).color === 'rgb(255, 0, 0)';
    });
    expect(await isSameLoad(page)).toBe(true);
    expect(await page.evaluate(() => window.scrollY)).toBe(700);
    await page.waitForFunction(() => document.querySelectorAll('link[rel="stylesheet"]').length === 1);
    expect(quiet(shown)).toEqual([]);
    await shown.close();
  });
});

describe('a mistake', () => {
  test('is told in a panel while the page stays, and is gone when mended', async () => {
    const shown = await show('2022/timeline/');
    const { page, save } = shown;
    const panel = panelOf(page);
    expect(await panel.isVisible()).toBe(false);
    save(EVENT, broken);
    await panel.getByText('1 个错误').waitFor();
    expect((await panel.getByRole('listitem').innerText()).replace(/\n+/g, '\n')).toBe(
      '错误 content/2022/events/2022-06-26-drug-control-day.md 第 5 行第 9 字\n未登记的责任单位“司法局所”，是否指“司法所”？\noffice: 司法局所',
    );
    expect(await panel.locator('mark').innerText()).toBe('司法局所');
    expect(await page.getByText('唐王广场').first().isVisible()).toBe(true);
    expect(await isSameLoad(page)).toBe(true);

    save(EVENT, edited);
    await page.getByText('镇中心广场').first().waitFor();
    await page.locator('fazhi-live').waitFor({ state: 'attached' });
    expect(await panel.isVisible()).toBe(false);
    expect(quiet(shown)).toEqual([]);
    await shown.close();
  });

  test('that is mended without changing the page takes its panel along, and says so to screen readers', async () => {
    const { page, save, close } = await show('2022/timeline/');
    save(EVENT, broken);
    await panelOf(page).waitFor();
    expect(await page.getByRole('status').filter({ hasText: '1 个错误' }).count()).toBe(1);
    save(EVENT, good);
    await panelOf(page).waitFor({ state: 'hidden' });
    expect(await page.getByRole('status').filter({ hasText: '错误已改正。' }).count()).toBe(1);
    expect(await isSameLoad(page)).toBe(true);
    await close();
  });

  test('does not take the focus; Escape and the button close and open its panel', async () => {
    const { page, save, close } = await show('2022/timeline/', { editor: 'vscode' });
    const panel = panelOf(page);
    const button = panel.getByRole('button');
    await page.getByRole('button', { name: '大字' }).focus();
    save(EVENT, broken);
    await panel.waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('大字');

    await panel.getByRole('link').focus();
    await page.keyboard.press('Escape');
    expect(await button.getAttribute('aria-expanded')).toBe('false');
    expect(await panel.getByRole('list').isVisible()).toBe(false);
    expect(await button.evaluate((element) => element.matches(':focus'))).toBe(true);
    await page.keyboard.press('Enter');
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    expect(await panel.getByRole('list').isVisible()).toBe(true);

    // Closed by choice, it stays closed while one goes on writing.
    await page.keyboard.press('Enter');
    save(EVENT, broken.replace('date: 6月26日', 'date: 6月31日'));
    await panel.getByText('2 个错误').waitFor();
    expect(await button.getAttribute('aria-expanded')).toBe('false');
    await close();
  });

  test('that is only a warning shows as a badge that opens', async () => {
    const { page, close } = await show('2022/timeline/', { files: { ...BASE, [REPORT]: warned } });
    const panel = panelOf(page);
    await panel.getByText('1 条提醒').waitFor();
    expect(await panel.getByRole('list').isVisible()).toBe(false);
    await panel.getByRole('button').click();
    expect(await panel.getByRole('listitem').innerText()).toContain('没有时分');
    await close();
  });

  test('in what is there at the start has a page of its own, which gives way to the site', async () => {
    const shown = await show('2022/timeline/', { files: { ...BASE, [EVENT]: broken } });
    const { page, save } = shown;
    expect(await page.getByRole('heading').innerText()).toBe('内容还有错误');
    await page.getByText('未登记的责任单位“司法局所”，是否指“司法所”？').waitFor();
    expect(await barriers(page)).toEqual([]);
    save(EVENT, good);
    await page.getByRole('heading', { name: '国际禁毒日宣传' }).waitFor();
    expect(quiet(shown)).toEqual([]);
    await shown.close();
  });
});

test('more pages than a browser has connections for are all shown and all kept up to date', async () => {
  const { page, serving, save, close } = await show('2022/timeline/');
  const others = await Promise.all(Array.from({ length: 8 }, () => page.context().newPage()));
  for (const other of others) await other.goto(`${serving.url}2022/timeline/`);
  save(EVENT, edited);
  await Promise.all([page, ...others].map((each) => each.getByText('镇中心广场').first().waitFor()));
  expect(await isSameLoad(page)).toBe(false);
  await close();
});

test('an address that is not there yet shows the page once it is', async () => {
  const { page, serving, close } = await show('2023/timeline/');
  await page.getByRole('heading', { name: '没有找到这个页面' }).waitFor();
  // Its style sheet is found from a folder that does not exist.
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).lineBreak)).toBe('strict');
  folderOf(NEXT_YEAR, serving.content);
  await page.getByRole('heading', { name: '国际禁毒日宣传' }).waitFor();
  await close();
});

test('a server that has ended is said to be gone', async () => {
  const { page, serving, close } = await show('2022/timeline/');
  await serving.close();
  await panelOf(page).getByText('预览已停止').waitFor();
  expect(await isSameLoad(page)).toBe(true);
  await close();
});

describe('links into VS Code', () => {
  test('stand at each mistake and open the file at the line', async () => {
    const { page, serving, save, close } = await show('2022/timeline/', { editor: 'vscode' });
    save(EVENT, broken);
    const link = panelOf(page).getByRole('link');
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe(`vscode://file${serving.content}/${EVENT}:5:9`);
    await close();
  });

  test('show beside an entry that is pointed at, and with the keyboard', async () => {
    const { page, serving, close } = await show('2022/timeline/', { editor: 'vscode' });
    const link = page.getByRole('navigation', { name: '编辑链接' }).getByRole('link').first();
    await link.waitFor({ state: 'attached' });
    const opacity = (): Promise<string> => link.evaluate((element) => getComputedStyle(element).opacity);
    expect(await opacity()).toBe('0');
    await page.getByRole('heading', { name: '国际禁毒日宣传' }).hover();
    expect(await opacity()).toBe('1');
    expect(await link.getAttribute('href')).toBe(`vscode://file${serving.content}/${EVENT}:7:1`);
    // It stays while the pointer goes over to it.
    await link.hover();
    expect(await opacity()).toBe('1');
    await page.locator('h1').hover();
    await page.waitForFunction(
      () =>
        getComputedStyle(document.querySelector('fazhi-live')?.shadowRoot?.querySelector('.edits a') ?? document.body)
          .opacity === '0',
    );
    await link.focus();
    expect(await opacity()).toBe('1');
    expect(await barriers(page)).toEqual([]);
    await close();
  });

  test('are not there for those who use another editor', async () => {
    const { page, serving, save, close } = await show('2022/timeline/');
    save(EVENT, broken);
    await panelOf(page).waitFor();
    expect(await panelOf(page).getByRole('link').count()).toBe(0);
    expect(await page.locator('fazhi-live nav a').count()).toBe(0);
    expect(serving.url).toBe(page.url().replace('2022/timeline/', ''));
    await close();
  });
});

describe.each([360, 1280])('at %i px', (width) => {
  test.each(['light', 'dark', 'large type'] as const)('panel and badge are no barrier, %s', async (mode) => {
    const shown = await show('2022/timeline/', {
      files: { ...BASE, [REPORT]: warned },
      editor: 'vscode',
      view: { width, mode },
    });
    const { page, save } = shown;
    const panel = panelOf(page);
    await panel.getByText('1 条提醒').waitFor();
    expect(await barriers(page)).toEqual([]);
    save(EVENT, broken);
    await panel.getByText('1 个错误').waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await overflowFaults(page)).toEqual([]);
    // The end of the page can be read above the panel.
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    const [foot, top] = await Promise.all([
      page.locator('.site-foot').evaluate((element) => element.getBoundingClientRect().bottom),
      panel.evaluate((element) => element.getBoundingClientRect().top),
    ]);
    expect(foot).toBeLessThanOrEqual(top);
    expect(quiet(shown)).toEqual([]);
    await shown.close();
  });
});

test('nothing of it is printed', async () => {
  const { page, save, close } = await show('2022/timeline/');
  save(EVENT, broken);
  await panelOf(page).waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await panelOf(page).isVisible()).toBe(false);
  await close();
});

test('what a page loads besides is small', () => {
  const script = readFileSync(join(import.meta.dirname, '../../lib/browser/live.js'), 'utf8');
  expect(script.length).toBeLessThan(20_000);
});
