/** What whoever hears a page finds their way by: landmarks, headings, the link past the head, tables, the language. */
import { afterEach, describe, expect, test } from 'vitest';
import { onDisk, open, openBrowser, type Opened } from '../support/browser.js';
import { folderOf } from '../support/folder.js';
import { OUTSIDE_CONTENT } from '../support/outside-content.js';
import { buildSite, realSite } from '../support/site.js';
import { headings, landmarks } from './heard.js';

const site = await realSite();
const browser = await openBrowser();

const opened: Opened[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ close }) => close()));
});

async function show(path: string, folder = site.folder): Promise<Opened> {
  const shown = await open(browser, onDisk(folder), path);
  opened.push(shown);
  return shown;
}

const FRAME = ['banner', 'navigation 当前位置', 'navigation 本报告的页面', 'main', 'contentinfo'];

/** Within `main`, what is worth jumping to. */
const OVERVIEW = ['这一年', '报告里的数字', '报告的各部分', '责任清单', '问题与整改'].map((name) => `region ${name}`);
const INSIDE: Readonly<Record<string, string[]>> = {
  'index.html': OVERVIEW,
  '2022/index.html': OVERVIEW,
  '2022/report/index.html': ['navigation 目录'],
  '2022/timeline/index.html': ['region 各单位的活动'],
  '2022/offices/index.html': ['region 报告中提到的其他机构'],
  '2022/data/index.html': ['region 说明'],
  'search/index.html': ['search', 'region 各报告的页面'],
};

describe.each(site.pages)('%s', (path) => {
  test('has the landmarks of its kind, each with a name of its own', async () => {
    const { page } = await show(path);
    const isOfReport = path === 'index.html' || path.startsWith('2022/');
    const frame = isOfReport ? FRAME : FRAME.filter((one) => !one.endsWith('本报告的页面'));
    const at = frame.indexOf('main') + 1;
    expect(await landmarks(page)).toEqual([...frame.slice(0, at), ...(INSIDE[path] ?? []), ...frame.slice(at)]);
  });

  test('has one heading of the first level, before all others, and skips no level', async () => {
    const { page } = await show(path);
    const levels = (await headings(page)).map((heading) => Number(heading.split(' ')[0]));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });

  test('is titled without blanks between its words, and in Chinese', async () => {
    const { page } = await show(path);
    const [title = ''] = await headings(page);
    expect(title).toMatch(/^1 \S+$/);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
  });

  test('lets a reader past its head', async () => {
    const { page } = await show(path);
    if (path === 'search/index.html') {
      // Whoever comes here comes to write.
      expect(await page.getByRole('searchbox').evaluate((field) => field === document.activeElement)).toBe(true);
      return;
    }
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: '跳到正文' });
    expect(
      await skip.evaluate((link) => link === document.activeElement && link.getBoundingClientRect().top >= 0),
    ).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const isPast = await page.evaluate(
      () =>
        document.activeElement?.closest('.site-head, nav.pages') === null && document.activeElement !== document.body,
    );
    expect(isPast).toBe(true);
  });

  test('has a name for every table, a head for every column and row', async () => {
    const { page } = await show(path);
    const faults = await page.evaluate(() =>
      [...document.querySelectorAll('table')].flatMap((table) => {
        const name = table.caption?.textContent ?? table.closest('[role=region]')?.getAttribute('aria-label') ?? '';
        const rows = [...(table.tBodies[0]?.rows ?? [])];
        return [
          ...(name === '' ? ['a table without a name'] : []),
          ...[...(table.tHead?.rows[0]?.cells ?? [])]
            .filter((cell) => cell.scope !== 'col')
            .map((cell) => `no head of a column: ${cell.textContent}`),
          ...(table.tHead ? [] : [`${name}: no heads`]),
          ...rows
            .filter(
              (row) =>
                row.querySelector('th[scope=row], th[scope=rowgroup], td[rowspan]') === null &&
                row.className !== 'task-row',
            )
            .map((row) => `no head of a row: ${row.textContent}`),
        ];
      }),
    );
    expect(faults).toEqual([]);
  });
});

test('the portal’s own header and footer are regions around it all', async () => {
  const content = { ...OUTSIDE_CONTENT, 'portal/footer.html': '<div><a href="/map">网站地图</a></div>\n' };
  const { folder } = await buildSite(folderOf(content));
  const { page } = await show('2022/timeline/index.html', folder);
  expect(await landmarks(page)).toEqual([
    'region 门户页头',
    ...FRAME.slice(0, 4),
    'region 各单位的活动',
    'contentinfo',
    'region 门户页脚',
  ]);
});
