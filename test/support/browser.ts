/** A browser for one test file, pages as readers see them, and a record of what a page does. */
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { findBrowser } from './machine.mjs';

export const WIDTHS = [360, 768, 1280] as const;
export const MODES = ['light', 'dark', 'large type'] as const;
export type Mode = (typeof MODES)[number];

/** What the switch for large type is called. */
const LARGE_TYPE = '大字';

export async function openBrowser(): Promise<Browser> {
  const executablePath = await findBrowser();
  if (executablePath === undefined)
    throw new Error('no browser: `npm test` looks for one, or name it in FAZHI_BROWSER');
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
  afterAll(() => browser.close());
  return browser;
}

/** The address of a built file, opened from disk; of the folder itself for an empty path. */
export function onDisk(folder: string, path = ''): string {
  return pathToFileURL(`${folder}/${path}`).href;
}

export interface View {
  width?: number;
  mode?: Mode;
  /** Whether the page's scripts run. */
  scripts?: boolean;
}

/** What must stay empty while a page is read. */
export interface Noise {
  messages: string[];
  errors: string[];
  /** Requests that leave the site's folder, or that no file answers. */
  requests: string[];
}

export interface Opened {
  page: Page;
  noise: Noise;
  close: () => Promise<void>;
}

/** Opens `path` of the site that `base` (ending in `/`) is the address of. */
export async function open(
  browser: Browser,
  base: string,
  path: string,
  { width = 1280, mode = 'light', scripts = true }: View = {},
): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme: mode === 'dark' ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: 'zh-CN',
    javaScriptEnabled: scripts,
  });
  const page = await context.newPage();
  const noise = listen(page, base);
  await page.goto(base + encodeURI(path), { waitUntil: 'load' });
  if (mode === 'large type') await switchToLargeType(page);
  return { page, noise, close: () => context.close() };
}

export async function switchToLargeType(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: LARGE_TYPE });
  if ((await button.count()) === 0) throw new Error(`no button ${LARGE_TYPE} in the page`);
  await button.click({ timeout: 10_000 });
}

function listen(page: Page, base: string): Noise {
  const noise: Noise = { messages: [], errors: [], requests: [] };
  page.on('console', (message) => noise.messages.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => noise.errors.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(base)) noise.requests.push(request.url());
  });
  page.on('requestfailed', (request) => noise.requests.push(`${request.url()}: ${request.failure()?.errorText}`));
  page.on('response', (response) => {
    if (response.status() >= 400) noise.requests.push(`${response.url()}: ${response.status()}`);
  });
  return noise;
}
