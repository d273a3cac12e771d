/** The search page as a reader uses it: from disk and from a portal's server, by keyboard, by what is spoken. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  MODES,
  onDisk,
  open,
  openBrowser,
  switchToLargeType,
  WIDTHS,
  type Opened,
  type View,
} from '../support/browser.js';
import { BASE, NEXT_YEAR } from '../support/content.js';
import { folderOf, temporaryFolder } from '../support/folder.js';
import { serve } from '../support/server.js';
import { buildSite } from '../support/site.js';
import { digestsOf, siteFiles } from '../render/digests.js';
import {
  barriers,
  deadControls,
  largeTypeFaults,
  overflowFaults,
  paperFaults,
  printFaults,
  tabFaults,
} from './checks.js';

const QUIET = { messages: [], errors: [], requests: [] };
const SEARCH = 'search/index.html';
const HOSTILE = '<img src=x onerror=alert(1)>&lt;b&gt;';

const site = await buildSite(
  folderOf({
    ...BASE,
    ...NEXT_YEAR,
    '2022/duties/01-study.md': `${BASE['2022/duties/01-study.md']}\n记号 ${HOSTILE.replace(/[<&]/g, '\\$&')} 照写。\n`,
    // More results than are shown at once.
    ...Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `2022/sections/5${String(index).padStart(2, '0')}-more-${index}.md`,
        `---\ntitle: 其他情况之${index}\npart: other\n---\n\n第${index}项有许多内容。\n`,
      ]),
    ),
  }),
);
const server = await serve(site.folder);
const browser = await openBrowser();

const PLACES = [
  ['from disk', onDisk(site.folder)],
  ['from a server with a strict policy, under a deep path', server.url],
] as const;

const field = (page: Page) => page.getByRole('searchbox', { name: '要找的字词' });
const results = (page: Page) => page.locator('[data-search-result]');
const count = (page: Page) => page.locator('[data-search-count]');
const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');

/** Opens the page with something looked for, and waits until it is told how much was found. */
async function looking(words: string, view: View = {}, base = server.url): Promise<Opened> {
  const opened = await open(browser, base, SEARCH, view);
  await field(opened.page).fill(words);
  await count(opened.page).filter({ hasText: /\S/ }).waitFor();
  return opened;
}

async function told(page: Page, words: string): Promise<void> {
  await count(page).getByText(words, { exact: true }).waitFor();
}

describe.each(PLACES)('%s', (_, base) => {
  test('words are found as they are typed, the latest report first, and marked', async () => {
    const { page, noise, close } = await open(browser, base, SEARCH);
    await page.keyboard.type('禁毒');
    await told(page, '共2条');
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
      '均川镇法治政府建设年度报告（2023年度）',
      '均川镇法治政府建设年度报告（2022年度）',
    ]);
    expect((await page.locator('[data-search-results] li').last().innerText()).split(/\s+/)).toEqual([
      ...['活动', '国际禁毒日宣传', '报告原文', '：国际禁毒日宣传'],
      '6月26日，司法所在唐王广场进行国际禁毒日宣传。',
    ]);
    expect(await page.locator('mark').allTextContents()).toEqual(['禁毒', '禁毒', '禁毒', '禁毒']);
    expect(noise).toEqual(QUIET);
    await close();
  });

  test('everything can be done by keyboard, and is there again when one comes back', async () => {
    const { page, noise, close } = await open(browser, base, SEARCH);
    expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.type('２０２３年 工作');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('四、2023年主要工作安排');
    await page.keyboard.press('ArrowUp');
    expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await field(page).inputValue()).toBe('');
    expect(await results(page).count()).toBe(0);

    await page.keyboard.type('宣传力度');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('宣传力度不够');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('加大宣传力度');
    await page.keyboard.press('/');
    expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await field(page).inputValue()).toBe('宣传力度');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/2023\/follow-up\/index\.html#publicity$/);
    await page.goBack();
    await page.waitForURL(/search\/index\.html\?q=/);
    expect(await field(page).inputValue()).toBe('宣传力度');
    await told(page, '共4条');
    // What was under way when the page was left does not count.
    const requests = noise.requests.filter((request) => !request.endsWith('net::ERR_ABORTED'));
    expect({ ...noise, requests }).toEqual(QUIET);
    await close();
  });
});

test('each result leads to what it tells of', async () => {
  const { page, close } = await looking('带头学法');
  const hrefs = await page
    .locator('[data-search-results] a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(hrefs).toEqual([
    ...['../2023/checklist/index.html#study', '../2023/report/index.html#study'],
    ...['../2022/checklist/index.html#study', '../2022/report/index.html#study'],
  ]);
  for (const href of hrefs) {
    const [path = '', id = ''] = new URL(href ?? '', `https://x/${SEARCH}`).href.slice('https://x/'.length).split('#');
    expect(site.text(path)).toContain(` id="${id}"`);
  }
  await close();
});

test('the address tells what is looked for, so that a search can be shared', async () => {
  const { page, close } = await open(browser, server.url, 'index.html');
  await page.goto(`${server.url}${SEARCH}?q=${encodeURIComponent('禁毒')}`);
  await told(page, '共2条');
  await field(page).fill('宪法 &#+');
  await told(page, '没有找到，可以换个说法，或者少写几个字');
  expect(new URL(page.url()).searchParams.get('q')).toBe('宪法 &#+');
  await page.keyboard.press('Escape');
  await page.waitForURL(/search\/index\.html$/);
  expect(await count(page).textContent()).toBe('');
  await close();
});

test('every page leads to the search', async () => {
  const { page, close } = await open(browser, server.url, '2022/timeline/index.html', { scripts: false });
  await page.getByRole('link', { name: '搜索', exact: true }).click();
  await page.waitForURL(/\/search\/index\.html$/);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('搜索');
  await close();
});

test('what an input method is still putting together is not looked for', async () => {
  const { page, close } = await open(browser, server.url, SEARCH);
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'jin', selectionStart: 3, selectionEnd: 3 });
  expect(await field(page).inputValue()).toBe('jin');
  // What was typed before would be told by now; so nothing was searched for it.
  await session.send('Input.imeSetComposition', { text: '禁毒', selectionStart: 2, selectionEnd: 2 });
  expect(await results(page).count()).toBe(0);
  await session.send('Input.insertText', { text: '禁毒' });
  await told(page, '共2条');
  await close();
});

test('of many results the first fifty are shown, and the others when asked for', async () => {
  const { page, close } = await looking('项');
  await told(page, '显示前50条，共60条');
  expect(await results(page).count()).toBe(50);
  await page.getByRole('button', { name: '再显示10条' }).click();
  await told(page, '共60条');
  expect(await results(page).count()).toBe(60);
  expect(await focused(page)).toContain('其他情况之50');
  expect(await page.getByRole('heading', { level: 2, name: /2022年度/ }).count()).toBe(1);
  expect(await page.getByRole('button', { name: /^再显示/ }).count()).toBe(0);
  await close();
});

test('words that look like markup are words', async () => {
  const { page, noise, close } = await looking('onerror');
  const line = page.locator('.search-line', { has: page.locator('mark') });
  expect(await line.textContent()).toBe(`记号 ${HOSTILE} 照写。`);
  await field(page).fill(HOSTILE);
  await told(page, '共1条');
  expect(await page.locator('main img').count()).toBe(0);
  expect(noise).toEqual(QUIET);
  await close();
});

test('a file of texts that does not come is told', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route(/texts\/1\.js/, (route) => route.abort());
  await page.goto(`${server.url}${SEARCH}?q=${encodeURIComponent('禁毒')}`);
  await told(page, '还没有找到；有1个文件没有载入，结果不全，请重新打开本页');
  expect(await results(page).count()).toBe(0);
  await context.close();
});

test('a list of towns that does not come is told', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route(/towns\/1\.js/, (route) => route.abort());
  await page.goto(`${server.url}${SEARCH}?q=${encodeURIComponent('禁毒')}`);
  await told(page, '还没有找到；有1个文件没有载入，结果不全，请重新打开本页');
  expect(await results(page).count()).toBe(0);
  await context.close();
});

/** The folder of a site with too much to search at once: its towns have three megabytes of words each, by their list. */
function largeSite(): string {
  const folder = temporaryFolder();
  cpSync(site.folder, folder, { recursive: true });
  const names = ['均川镇党委政府', '厉山镇党委政府', '柳林镇党委政府'];
  const towns = digestsOf({
    towns: 40,
    years: 2,
    folder: (town) => ['随县/junchuan', '随县/lishan', '曾都区/liulin'][town] ?? `曾都区/town-${town}`,
    organ: (town) => names[town] ?? `第${town}镇党委政府`,
    textBytes: 1_000_000,
  });
  for (const [path, text] of siteFiles(towns)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    // Style sheet and scripts are the built site's.
    writeFileSync(join(folder, path), text);
  }
  const texts = readFileSync(join(site.folder, 'search/texts/1.js'), 'utf8');
  for (const [town, words] of [
    ['随县/junchuan', '禁毒'],
    ['随县/lishan', '禁烟'],
  ] as const) {
    const file = join(folder, 'search/texts', town, '1.js');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, texts.replace('"town":""', `"town":"${town}"`).replaceAll('禁毒', words));
  }
  return folder;
}

const large = largeSite();
const largeServer = await serve(large);
const townField = (page: Page) => page.getByRole('searchbox', { name: '发布机构' });
const towns = (page: Page) => page.locator('[data-search-towns] a');

describe.each([
  ['from disk', onDisk(large)],
  ['from a server with a strict policy', largeServer.url],
] as const)('where there is too much to search at once, %s', (_, base) => {
  test('a town is chosen first, by keyboard, and its reports alone are loaded and searched', async () => {
    const { page, noise, close } = await open(browser, base, SEARCH);
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(decodeURIComponent(request.url())));
    expect(await field(page).isVisible()).toBe(false);
    expect(await towns(page).count()).toBe(30);
    await page.getByText('共40个发布机构，先列出30个', { exact: true }).waitFor();
    await page.keyboard.type('随县 川');
    await page.getByText('共1个发布机构', { exact: true }).waitFor();
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('均川镇党委政府');
    await page.keyboard.press('ArrowUp');
    expect(await townField(page).evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\?town=/);
    expect(new URL(page.url()).searchParams.get('town')).toBe('随县/junchuan');
    expect(await page.locator('.search-in').textContent()).toBe('在随县 均川镇党委政府的报告里查找。换一个发布机构');
    await page.keyboard.type('禁毒');
    await told(page, '共2条');
    expect(loaded.filter((url) => url.includes('texts/'))).toEqual([
      expect.stringMatching(/texts\/随县\/junchuan\/1\.js\?v=/),
    ]);
    const requests = noise.requests.filter((request) => !request.endsWith('net::ERR_ABORTED'));
    expect({ ...noise, requests }).toEqual(QUIET);
    await close();
  });

  test('another town is chosen with the same words, and going back leads to the first', async () => {
    const { page, close } = await open(browser, base, SEARCH);
    await page.goto(`${base}${SEARCH}?town=${encodeURIComponent('随县/junchuan')}&q=${encodeURIComponent('禁毒')}`);
    await told(page, '共2条');
    await field(page).fill('禁烟');
    await page.getByRole('link', { name: '换一个发布机构' }).click();
    await townField(page).fill('厉山');
    await towns(page).getByText('厉山镇党委政府').click();
    await told(page, '共2条');
    expect(await field(page).inputValue()).toBe('禁烟');
    await page.goBack();
    await page.goBack();
    expect(await page.locator('.search-in').textContent()).toContain('均川镇');
    await close();
  });
});

describe('the choice of a town', () => {
  test('says so when there is no such town, or when its name is not known', async () => {
    const { page, close } = await open(browser, largeServer.url, SEARCH);
    await page.goto(`${largeServer.url}${SEARCH}?town=nowhere`);
    await townField(page).fill('没有');
    await page.getByText('没有这样的发布机构，可以少写几个字', { exact: true }).waitFor();
    expect(await towns(page).count()).toBe(0);
    await close();
  });

  test('says so when its list, or then its texts, do not come', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route(/towns\/1\.js/, (route) => route.abort());
    await page.goto(largeServer.url + SEARCH);
    await page
      .getByText('没有这样的发布机构，可以少写几个字；有1个文件没有载入，名单不全，请重新打开本页', { exact: true })
      .waitFor();
    await page.unroute(/towns\/1\.js/);
    await page.goto(
      `${largeServer.url}${SEARCH}?town=${encodeURIComponent('曾都区/liulin')}&q=${encodeURIComponent('禁毒')}`,
    );
    await told(page, '还没有找到；有1个文件没有载入，结果不全，请重新打开本页');
    expect(await results(page).count()).toBe(0);
    await context.close();
  });

  describe.each(WIDTHS)('at %i px', (width) => {
    test.each(MODES)('in %s has no barrier, and nothing is too wide', async (mode) => {
      const { page, close } = await open(browser, largeServer.url, SEARCH, { width, mode });
      expect(await towns(page).count()).toBe(30);
      expect(await barriers(page)).toEqual([]);
      expect(await overflowFaults(page)).toEqual([]);
      if (mode === 'large type') expect(await largeTypeFaults(page)).toEqual([]);
      await close();
    });
  });

  test('needs scripts, and without them the page leads to the directory', async () => {
    const { page, close } = await open(browser, largeServer.url, SEARCH, { scripts: false });
    expect(await deadControls(page)).toEqual([]);
    await page.getByRole('link', { name: '全部报告的目录' }).click();
    await page.waitForURL(/\/index\.html$/);
    expect(await page.getByRole('heading', { level: 3, name: '均川镇党委政府' }).isVisible()).toBe(true);
    await close();
  });
});

describe('with results', () => {
  describe.each(WIDTHS)('at %i px', (width) => {
    test.each(MODES)('in %s there is no barrier, and nothing is too wide', async (mode) => {
      const { page, noise, close } = await looking('宣传', { width, mode });
      expect(await results(page).count()).toBeGreaterThan(5);
      expect(await barriers(page)).toEqual([]);
      expect(await overflowFaults(page)).toEqual([]);
      if (mode === 'large type') expect(await largeTypeFaults(page)).toEqual([]);
      expect(noise).toEqual(QUIET);
      await close();
    });
  });

  test('Tab walks through them in order', async () => {
    const { page, close } = await looking('宣传');
    expect(await tabFaults(page)).toEqual([]);
    await close();
  });

  test('fits a window of 320 px in large type, with the button for more', async () => {
    const { page, close } = await looking('的', { width: 320 });
    await field(page).fill('项');
    await switchToLargeType(page);
    await page.getByRole('button', { name: /^再显示/ }).waitFor();
    expect(await overflowFaults(page)).toEqual([]);
    expect(await largeTypeFaults(page)).toEqual([]);
    await close();
  });

  test('prints them on A4, without the field', async () => {
    const { page, close } = await looking('宣传');
    await page.emulateMedia({ media: 'print' });
    expect(await printFaults(page)).toEqual([]);
    expect(await results(page).first().isVisible()).toBe(true);
    expect(paperFaults(await page.pdf({ preferCSSPageSize: true }))).toEqual([]);
    await close();
  });

  test('a screen reader is told how many there are, and what each is', async () => {
    const { page, close } = await looking('禁毒');
    expect(await page.getByRole('status').textContent()).toBe('共2条');
    const [region] = await page.getByRole('region', { name: /2023年度/ }).all();
    expect(await region?.ariaSnapshot()).toMatch(/heading "均川镇法治政府建设年度报告（2023年度）" \[level=2\]/);
    await close();
  });
});

test('without scripts the page says where to look instead, and leads there', async () => {
  const { page, close } = await open(browser, server.url, SEARCH, { scripts: false });
  expect(await page.getByText('请打开下面的报告全文，用浏览器自带的“在网页中查找”').isVisible()).toBe(true);
  expect(await deadControls(page)).toEqual([]);
  expect(await fullTextsLinked(page)).toEqual(['../2023/report/index.html', '../2022/report/index.html']);
  await close();
});

/** The links to the full texts, which need no script. */
function fullTextsLinked(page: Page): Promise<(string | null)[]> {
  return page
    .getByRole('link', { name: '报告全文' })
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
}
