import { expect, test } from 'vitest';
import { BASE } from '../support/content.js';
import { onDisk, open, openBrowser, switchToLargeType } from '../support/browser.js';
import { folderOf } from '../support/folder.js';
import { buildSite } from '../support/site.js';

const event = (date: string, words: string, kind: string, office: string): string =>
  `---\ntitle: ${words}\nsection: measures\ndate: ${date}\nkind: ${kind}\noffice: ${office}\n---\n\n${date}，${office}${words}。\n`;

const browser = await openBrowser();
const site = await buildSite(
  folderOf({
    ...BASE,
    '2022/events/2022-06-26-drug-control-day.md': event('6月26日', '开展禁毒宣传', 'campaign', '司法所'),
    '2022/events/2022-06-28-training.md': event('6月28日', '举办普法培训', 'training', '派出所'),
    '2022/events/2022-12-04-constitution-day.md': event('12月4日', '开展宪法宣传', 'campaign', '派出所'),
  }),
);
const BASE_URL = onDisk(site.folder);

test('a filter leaves what was chosen, hides months that have nothing left, and says how many are shown', async () => {
  const { page, noise, close } = await open(browser, BASE_URL, '2022/timeline/index.html');
  const titles = (): Promise<string[]> => page.locator('.event:visible h3').allTextContents();
  const status = page.getByRole('status');

  await page.getByRole('combobox', { name: '类型' }).selectOption({ label: '宣传活动' });
  expect(await titles()).toEqual(['开展禁毒宣传', '开展宪法宣传']);
  expect(await status.textContent()).toBe('显示2项，共3项活动');

  await page.getByRole('combobox', { name: '单位' }).selectOption({ label: '均川镇派出所' });
  expect(await titles()).toEqual(['开展宪法宣传']);
  expect(await page.locator('.month:visible h2').allTextContents()).toEqual(['12月']);
  expect(await status.textContent()).toBe('显示1项，共3项活动');

  await page.getByRole('combobox', { name: '类型' }).selectOption({ label: '全部' });
  await page.getByRole('combobox', { name: '单位' }).selectOption({ label: '全部' });
  expect(await titles()).toHaveLength(3);
  expect(await status.textContent()).toBe('共3项活动');
  expect(noise).toEqual({ messages: [], errors: [], requests: [] });
  await close();
});

test('a link to an item that the filter hides shows it again', async () => {
  const { page, close } = await open(browser, BASE_URL, '2022/timeline/index.html');
  await page.getByRole('combobox', { name: '类型' }).selectOption({ label: '培训' });
  await page
    .locator('.office-months')
    .getByRole('link', { name: /12月4日/ })
    .click();
  await page.getByRole('heading', { name: '开展宪法宣传' }).waitFor();
  expect(await page.getByRole('combobox', { name: '类型' }).inputValue()).toBe('');
  await close();
});

test('the checklist can be narrowed to a status', async () => {
  const { page, close } = await open(browser, BASE_URL, '2022/checklist/index.html');
  await page.getByRole('combobox', { name: '状态' }).selectOption({ label: '已完成' });
  expect(await page.getByRole('status').textContent()).toBe('共1项职责');
  await close();
});

test('where storage is forbidden, large type works for the page', async () => {
  const { page, noise, close } = await open(browser, BASE_URL, '404.html');
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    }),
  );
  await page.goto(`${BASE_URL}2022/index.html`);
  await switchToLargeType(page);
  const size = await page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
  expect(size).toBeGreaterThanOrEqual(24);
  expect(noise.errors).toEqual([]);
  await close();
});
