/** The question before a reader leaves the government's sites: by keyboard, by mouse, in every width and mode. */
import type { Locator, Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { MODES, onDisk, open, openBrowser, WIDTHS, type Opened, type View } from '../support/browser.js';
import { BASE } from '../support/content.js';
import { folderOf } from '../support/folder.js';
import { OUTSIDE, OUTSIDE_CONTENT } from '../support/outside-content.js';
import { serve } from '../support/server.js';
import { buildSite } from '../support/site.js';
import { barriers, largeTypeFaults, overflowFaults } from './checks.js';

const QUIET = { messages: [], errors: [], requests: [] };
const QUESTION = '您访问的链接即将离开“随县人民政府”门户网站，是否继续？';
const CHECKLIST = '2022/checklist/index.html';

const site = await buildSite(folderOf(OUTSIDE_CONTENT));
const server = await serve(site.folder);
const browser = await openBrowser();

const opened: Opened[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ close }) => close()));
});

/** A page, with something at the other end of its links. */
async function show(view: View = {}, { path = CHECKLIST, base = server.url } = {}): Promise<Opened> {
  const shown = await open(browser, base, path, view);
  opened.push(shown);
  await shown.page
    .context()
    .route(`${OUTSIDE}**`, (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<title>外部网站</title>' }),
    );
  return shown;
}

const evidence = (page: Page): Locator => page.locator(`a[href="${OUTSIDE}evidence"]`);
const dialog = (page: Page): Locator => page.getByRole('dialog', { name: QUESTION });
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent ?? 'nothing has the focus');

describe.each(WIDTHS)('at %i px', (width) => {
  test.each(MODES)('in %s the question has no barrier, fits, and says nothing on the console', async (mode) => {
    const { page, noise } = await show({ width, mode });
    expect(await barriers(page)).toEqual([]);
    await evidence(page).click();
    await dialog(page).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await overflowFaults(page)).toEqual([]);
    if (mode === 'large type') expect(await largeTypeFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await dialog(page).count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    expect(noise).toEqual(QUIET);
    expect(server.missing.splice(0)).toEqual([]);
  });
});

test.each(['light', 'large type'] as const)('it fits a window of 320 × 480 px in %s', async (mode) => {
  const { page } = await show({ width: 320, mode });
  await page.setViewportSize({ width: 320, height: 480 });
  await evidence(page).click();
  const box = await dialog(page).boundingBox();
  expect(box).toMatchObject({ x: expect.any(Number) as number });
  expect(Math.round(box?.x ?? 0)).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(480);
  // Whatever does not fit can be scrolled to; the safe choice is in sight.
  expect(
    await page.getByRole('button', { name: '放弃' }).evaluate((button) => {
      const { top, bottom } = button.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    }),
  ).toBe(true);
  expect(await overflowFaults(page)).toEqual([]);
});

describe('by keyboard', () => {
  test('the question is heard as a dialog with the address, the safe choice first', async () => {
    const { page } = await show();
    await evidence(page).focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('body').ariaSnapshot()).toContain(
      [
        `- dialog "${QUESTION}":`,
        `  - heading "${QUESTION}" [level=2]`,
        `  - paragraph: 将要打开：${OUTSIDE}evidence`,
        '  - link "继续访问":',
        `    - /url: ${OUTSIDE}evidence`,
        '  - button "放弃"',
      ].join('\n'),
    );
    expect(await focused(page)).toBe('放弃');
    const description = await dialog(page).evaluate(
      (element) => document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent,
    );
    expect(description).toBe(`将要打开：${OUTSIDE}evidence`);
  });

  test('Tab goes between the two choices and never to the page behind', async () => {
    const { page } = await show();
    await evidence(page).focus();
    await page.keyboard.press('Enter');
    const reached = new Set<string>();
    for (let press = 0; press < 6; press += 1) {
      reached.add(
        await page.evaluate(() => {
          const { activeElement } = document;
          if (activeElement === document.body) return 'the browser';
          return activeElement?.closest('dialog') ? (activeElement.textContent ?? '') : 'the page behind';
        }),
      );
      await page.keyboard.press(press % 2 === 0 ? 'Tab' : 'Shift+Tab');
      await page.keyboard.press('Tab');
    }
    expect([...reached].filter((name) => name !== 'the browser').toSorted()).toEqual(['放弃', '继续访问'].toSorted());
  });

  test.each([
    ['Escape', ['Escape']],
    ['放弃', ['Enter']],
  ])('%s gives the focus back to the link', async (_, keys) => {
    const { page } = await show();
    await evidence(page).focus();
    await page.keyboard.press('Enter');
    await dialog(page).waitFor();
    for (const key of keys) await page.keyboard.press(key);
    await dialog(page).waitFor({ state: 'hidden' });
    await page.waitForFunction(() => document.activeElement?.localName === 'a');
    expect(await focused(page)).toBe(`${OUTSIDE}evidence（外部网站）`);
    expect(page.url()).toBe(server.url + CHECKLIST);
  });

  test('继续访问 opens the address, and Back finds the question closed', async () => {
    const { page } = await show();
    await evidence(page).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+Tab');
    expect(await focused(page)).toBe('继续访问');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${OUTSIDE}evidence`);
    await page.goBack();
    expect(page.url()).toBe(server.url + CHECKLIST);
    expect(await page.locator('dialog[open]').count()).toBe(0);
  });

  test('the question can be asked again, of another link', async () => {
    const { page } = await show();
    await evidence(page).click();
    await page.keyboard.press('Escape');
    await page.locator(`a[href="${OUTSIDE}duty"]`).click();
    expect(await dialog(page).getByRole('paragraph').textContent()).toBe(`将要打开：${OUTSIDE}duty`);
    expect(await page.locator('dialog').count()).toBe(1);
  });
});

describe('by mouse', () => {
  test('放弃 gives the focus back to the link and leaves nothing behind', async () => {
    const { page } = await show();
    await evidence(page).click();
    await page.getByRole('button', { name: '放弃' }).click();
    await dialog(page).waitFor({ state: 'hidden' });
    await page.waitForFunction(() => document.activeElement?.localName === 'a');
    expect(await focused(page)).toBe(`${OUTSIDE}evidence（外部网站）`);
  });

  test('继续访问 opens the address in the same tab', async () => {
    const { page } = await show();
    await evidence(page).click();
    await page.getByRole('link', { name: '继续访问' }).click();
    await page.waitForURL(`${OUTSIDE}evidence`);
    expect(page.context().pages()).toEqual([page]);
  });

  test.each([
    ['the middle button', { button: 'middle' }],
    ['Ctrl', { modifiers: ['Control'] }],
    ['Shift', { modifiers: ['Shift'] }],
  ] as const)('with %s the address opens in a new tab, after the question', async (_, click) => {
    const { page } = await show();
    await evidence(page).click({ ...click, modifiers: [...('modifiers' in click ? click.modifiers : [])] });
    await dialog(page).waitFor();
    expect(page.context().pages()).toHaveLength(1);
    const [other] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: '继续访问' }).click(),
    ]);
    await other.waitForURL(`${OUTSIDE}evidence`);
    expect(await other.evaluate(() => window.opener === null)).toBe(true);
    expect(page.url()).toBe(server.url + CHECKLIST);
    expect(await dialog(page).count()).toBe(0);
  });

  test('the right button opens the browser’s own menu alone', async () => {
    const { page } = await show();
    await evidence(page).click({ button: 'right' });
    expect(await dialog(page).count()).toBe(0);
  });

  test('a link of the government, of mail or of this site is followed at once', async () => {
    const { page } = await show();
    await page.locator('a[href="http://www.zgsuixian.gov.cn/evidence"]').evaluate((link: HTMLAnchorElement) => {
      link.href = 'index.html#government';
    });
    await page.locator('a[href="index.html#government"]').click();
    expect(page.url()).toBe(`${server.url}${CHECKLIST}#government`);
    expect(await page.locator('dialog').count()).toBe(0);
  });

  test('a link in the portal’s own header is the portal’s own business', async () => {
    const { page } = await show();
    await page.getByRole('link', { name: '友情链接' }).click();
    await page.waitForURL(`${OUTSIDE}portal`);
    expect(await page.title()).toBe('外部网站');
  });
});

test('who leaves the page with the question open finds it closed on coming back', async () => {
  const { page } = await show();
  await evidence(page).click();
  await dialog(page).waitFor();
  // What a browser says when it puts a page aside as it is.
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  expect(await dialog(page).count()).toBe(0);
});

test('opened from disk it asks just the same', async () => {
  const { page, noise } = await show({}, { base: onDisk(site.folder) });
  await evidence(page).click();
  await dialog(page).waitFor();
  expect(noise).toEqual(QUIET);
  await page.getByRole('link', { name: '继续访问' }).click();
  await page.waitForURL(`${OUTSIDE}evidence`);
});

test('without scripts the mark alone tells, and the link is followed', async () => {
  const { page } = await show({ scripts: false });
  expect(await evidence(page).textContent()).toBe(`${OUTSIDE}evidence（外部网站）`);
  await evidence(page).click();
  await page.waitForURL(`${OUTSIDE}evidence`);
});

test.each([
  ['refused', false],
  ['given', true],
])('a browser that knows no dialogs asks in its own way; leave %s', async (_, isGiven) => {
  const { page } = await show();
  await page.addInitScript(() => {
    Reflect.deleteProperty(HTMLDialogElement.prototype, 'showModal');
  });
  await page.reload();
  const asked: string[] = [];
  page.on('dialog', (native) => {
    asked.push(native.message());
    void (isGiven ? native.accept() : native.dismiss());
  });
  await evidence(page).click();
  if (isGiven) await page.waitForURL(`${OUTSIDE}evidence`);
  expect(page.url()).toBe(isGiven ? `${OUTSIDE}evidence` : server.url + CHECKLIST);
  expect(asked).toEqual([`${QUESTION}\n${OUTSIDE}evidence`]);
});

test('a portal that nobody named is no name in the question', async () => {
  const nameless = {
    ...OUTSIDE_CONTENT,
    'site.yaml': String(OUTSIDE_CONTENT['site.yaml']).replace(/ {2}name: .*\n/, ''),
  };
  const { folder } = await buildSite(folderOf(nameless));
  const { page } = await show({}, { base: onDisk(folder) });
  await evidence(page).click();
  expect(await page.getByRole('dialog').getByRole('heading').textContent()).toBe(
    '您访问的链接即将离开本网站，是否继续？',
  );
});

test('the mark is printed, the question is not', async () => {
  const { page } = await show();
  await evidence(page).click();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('dialog').isVisible()).toBe(false);
  expect(await evidence(page).locator('.outside').isVisible()).toBe(true);
});

test('in colours that the reader forces, the choices keep their borders', async () => {
  const { page } = await show();
  await page.emulateMedia({ forcedColors: 'active' });
  await evidence(page).click();
  const borders = await dialog(page).evaluate((element) =>
    [element, ...element.querySelectorAll('a, button')].map((box) => {
      const style = getComputedStyle(box);
      return style.borderTopWidth !== '0px' && style.borderTopColor !== style.backgroundColor;
    }),
  );
  expect(borders).toEqual([true, true, true]);
});

test('a page without such a link never gets a dialog', async () => {
  const { folder } = await buildSite(folderOf(BASE));
  const { page } = await show({}, { base: onDisk(folder), path: 'index.html' });
  await page.locator('main a').first().click();
  expect(await page.locator('dialog').count()).toBe(0);
});
