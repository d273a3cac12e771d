/**
 * Prints pages of the site with an installed browser.
 *
 * In:  the pages as they were rendered, which of them to print, the browser.
 * Out: each as a PDF, tagged and with an outline, as the browser wrote it.
 * Errors: `EnvironmentError` when the browser does not start, or stops on the way.
 * Not here: what the PDF says of itself (`finish-pdf.ts`).
 *
 * Nothing is put on the disk and nothing is asked of the network: the browser is given every page and file from memory,
 * at a name that no network knows, and no other name leads anywhere. So no folder of this machine can get into the PDF.
 */
import { readFile } from 'node:fs/promises';
import { lookup } from 'mrmime';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { EnvironmentError } from '../diagnostics/environment-error.js';
import type { Page } from '../model/page.js';

const BASE = 'http://fazhi.invalid/';
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** What shells make of a program that Ctrl-C has ended. */
const ENDED_BY_SIGNAL = 130;
/** A machine that does other things as well may take its time. */
const TIMEOUT_MS = 120_000;

const OPTIONS = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  // Shapes of letters are fitted to a screen's dots otherwise, and widths with them.
  '--font-render-hinting=none',
];

export interface PrintOptions {
  /** The browser's path. */
  browser: string;
  /** Every file of the site. */
  pages: readonly Page[];
  /** Where the site will be, ending in `/`; unknown, links to its other pages are words only. */
  address: string | undefined;
}

/** `paths` are those of pages, relative to the site's folder. */
export async function printPages(
  paths: readonly string[],
  { browser: executable, pages, address }: PrintOptions,
): Promise<Uint8Array[]> {
  const starting = start(executable);
  const interruption = endTidily(starting);
  try {
    const browser = await starting;
    try {
      const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
      context.setDefaultTimeout(TIMEOUT_MS);
      await answerFrom(pages, context);
      const printed: Uint8Array[] = [];
      for (const path of paths) printed.push(await print(context, path, address));
      return printed;
    } catch (error) {
      // A browser that was closed on the way is no news to whoever pressed Ctrl-C.
      await interruption.end;
      throw stopped(executable, error);
    } finally {
      await browser.close();
    }
  } finally {
    interruption.forget();
  }
}

/**
 * While it prints, a signal ends the program when the browser is closed and its folder gone; a second one at once. The
 * library would listen for signals only once the folder is there.
 */
function endTidily(starting: Promise<Browser>): { end?: Promise<never>; forget: () => void } {
  const interruption: ReturnType<typeof endTidily> = {
    forget: () => SIGNALS.forEach((signal) => process.off(signal, onSignal)),
  };
  function onSignal(): void {
    if (interruption.end) process.exit(ENDED_BY_SIGNAL);
    interruption.end = starting
      .then((browser) => browser.close())
      .catch(() => undefined)
      .then(() => process.exit(ENDED_BY_SIGNAL));
  }
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return interruption;
}

async function start(executable: string): Promise<Browser> {
  // The sandbox of Chromium refuses root, who is the only user in many containers.
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  try {
    return await chromium.launch({
      executablePath: executable,
      args: OPTIONS,
      chromiumSandbox: !isRoot,
      timeout: TIMEOUT_MS,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  } catch (error) {
    throw noStart(executable, error);
  }
}

async function answerFrom(pages: readonly Page[], context: BrowserContext): Promise<void> {
  const files = new Map(pages.map((page) => [page.path, page]));
  await context.route('**/*', async (route) => {
    const { origin, pathname } = new URL(route.request().url());
    const page = `${origin}/` === BASE ? files.get(decodeURIComponent(pathname).slice(1)) : undefined;
    const body = page && (await bytesOf(page));
    if (page === undefined || body === undefined) return route.abort();
    return route.fulfill({ body, contentType: typeOf(page.path) });
  });
}

/** `undefined` for an attachment that has gone since it was found. */
async function bytesOf(page: Page): Promise<Buffer | undefined> {
  return 'text' in page ? Buffer.from(page.text) : readFile(page.copyOf).catch(() => undefined);
}

function typeOf(path: string): string {
  const type = lookup(path) ?? 'application/octet-stream';
  return type.startsWith('text/') ? `${type}; charset=utf-8` : type;
}

async function print(context: BrowserContext, path: string, address: string | undefined): Promise<Uint8Array> {
  const page = await context.newPage();
  const missing: string[] = [];
  page.on('requestfailed', (request) => missing.push(request.url()));
  await page.goto(BASE + path.split('/').map(encodeURIComponent).join('/'), { waitUntil: 'load' });
  // A page without its style sheet or a picture is not the document.
  if (missing.length > 0) throw new Error(`not loaded: ${missing.join(', ')}`);
  await page.evaluate(leadOutside, { base: BASE, address });
  const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
  await page.close();
  return pdf;
}

/** In the page: links to the site's other pages lead to where they will be; those within the page stay. */
function leadOutside({ base, address }: { base: string; address: string | undefined }): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    if (!link.href.startsWith(base) || link.getAttribute('href')?.startsWith('#')) continue;
    if (address === undefined) link.removeAttribute('href');
    else link.href = address + link.href.slice(base.length);
  }
}

function noStart(executable: string, error: unknown): EnvironmentError {
  const reason = reasonOf(error);
  return new EnvironmentError(
    {
      zh: `浏览器“${executable}”启动不了（${reason}）。请直接打开它看看是否正常；也可以另装一个 Chrome、Chromium 或 Edge，用 --browser 写明它的位置。`,
      en: `The browser “${executable}” does not start (${reason}). Open it yourself to see whether it works, or install another Chrome, Chromium or Edge and name it with --browser.`,
    },
    { cause: error },
  );
}

function stopped(executable: string, error: unknown): EnvironmentError {
  const reason = reasonOf(error);
  return new EnvironmentError(
    {
      zh: `浏览器“${executable}”没有印完就停了（${reason}），没有写入任何文件。请再执行一次；仍不行，请更新浏览器，或用 --browser 换一个。`,
      en: `The browser “${executable}” stopped before it had printed everything (${reason}); nothing was written. Call again; if that does not help, update the browser or name another with --browser.`,
    },
    { cause: error },
  );
}

/** The first line that says something; the rest is what the browser had to say while it tried. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0]?.trim() ?? '';
}
