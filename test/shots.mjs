/**
 * `npm run shots`: every page of the built site as a picture, for whoever changes a template.
 *
 * In:  `dist/`, or the folder given as the first argument; a part of a page's name as the second narrows it down.
 * Out: `shots/<page>-<width>-<mode>.png` for three widths in light, dark and large type; `shots/<page>-print.pdf`, and
 *      the same in one piece as `shots/<page>-print.png`.
 */
import { mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { provideBrowser } from './support/machine.mjs';

const WIDTHS = [360, 768, 1280];
const MODES = ['light', 'dark', 'large'];
/** The 156 mm between the margins of an official document, in CSS pixels. */
const PAPER_WIDTH = 590;
const LARGE_TYPE_KEY = 'fazhi-large-type';

const site = resolve(process.argv[2] ?? 'dist');
const wanted = process.argv[3] ?? '';
const folder = resolve('shots');
mkdirSync(folder, { recursive: true });

const pages = readdirSync(site, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html'))
  .map((file) => ({ file, name: file.replace(/[\\/]?index\.html$|\.html$/, '').replaceAll(/[\\/]/g, '-') || 'home' }))
  .filter(({ name }) => name.includes(wanted));

const browser = await chromium.launch({
  executablePath: await provideBrowser(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync', '--no-first-run'],
});
try {
  for (const { file, name } of pages) {
    const url = pathToFileURL(join(site, file)).href;
    for (const width of WIDTHS) for (const mode of MODES) await shoot(url, `${name}-${width}-${mode}`, width, mode);
    await print(url, `${name}-print`);
  }
} finally {
  await browser.close();
}
console.log(`${pages.length} pages → ${folder}`);

/** @param {string} url @param {string} name @param {number} width @param {string} mode */
async function shoot(url, name, width, mode) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: mode === 'dark' ? 'dark' : 'light',
  });
  if (mode === 'large') await context.addInitScript((key) => globalThis.localStorage.setItem(key, '1'), LARGE_TYPE_KEY);
  const page = await context.newPage();
  await page.goto(url);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  await context.close();
}

/** @param {string} url @param {string} name */
async function print(url, name) {
  const page = await browser.newPage({ viewport: { width: PAPER_WIDTH, height: 900 } });
  await page.goto(url);
  await page.emulateMedia({ media: 'print' });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  await page.pdf({ path: join(folder, `${name}.pdf`), preferCSSPageSize: true });
  await page.close();
}
