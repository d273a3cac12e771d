/**
 * Each report of a content folder as a PDF in a folder: its full text as the site prints it.
 *
 * In:  the reports and the pages, the folder, the browser that somebody named, if any.
 * Out: the files, each new or as it was.
 * Errors: those of `saveFiles`; `EnvironmentError` where there is no browser, or it does not print.
 */
import type { PrintableResult } from '../build.js';
import { EnvironmentError } from '../diagnostics/environment-error.js';
import { findBrowser } from './find-browser.js';
import { finishPdf } from './finish-pdf.js';
import { printPages } from './print-pages.js';
import { saveFiles, type ExportedFile } from './save-files.js';

export interface PdfOptions {
  out: string;
  force: boolean;
  browser: string | undefined;
}

type Printable = Required<Pick<PrintableResult, 'documents' | 'pages'>> & Pick<PrintableResult, 'address'>;

export async function exportPdf(
  { documents, pages, address }: Printable,
  { out, force, browser: named }: PdfOptions,
): Promise<ExportedFile[]> {
  const browser = findBrowser(named, process.env);
  if (browser === undefined) throw named === undefined ? noBrowser() : noSuchBrowser(named);
  const printed = await printPages(
    documents.map(({ page }) => page),
    { browser, pages, address },
  );
  const made = await Promise.all(
    documents.map(async ({ path, name, day, author }, index) => ({
      path,
      name,
      bytes: await finishPdf(printed[index] ?? new Uint8Array(), { title: name, author, day }),
    })),
  );
  return saveFiles(made, { out, ending: '.pdf', force });
}

function noBrowser(): EnvironmentError {
  return new EnvironmentError({
    zh: '没有找到浏览器。生成 PDF 要用 Chrome、Chromium 或 Edge：Windows 自带 Edge；Debian、Ubuntu 请装 chromium 和 fonts-noto-cjk；其他系统请装 Chrome。已经装好的，用 --browser 或环境变量 FAZHI_BROWSER 写明程序的位置。',
    en: 'No browser is found. A PDF is made with Chrome, Chromium or Edge: Windows has Edge; on Debian and Ubuntu install chromium and fonts-noto-cjk; elsewhere install Chrome. Name one that is there with --browser or the environment variable FAZHI_BROWSER.',
  });
}

function noSuchBrowser(named: string): EnvironmentError {
  return new EnvironmentError({
    zh: `“${named}”不是能启动的浏览器。请用 --browser（或环境变量 FAZHI_BROWSER）写明 Chrome、Chromium 或 Edge 程序的位置；两处都不写，就自动查找。`,
    en: `“${named}” is no browser that starts. Give the path of Chrome, Chromium or Edge with --browser (or the environment variable FAZHI_BROWSER); without either, one is looked for.`,
  });
}
