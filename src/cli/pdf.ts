/** `fazhi pdf`: each report as a PDF, laid out as the page prints. */
import { printable } from '../build.js';
import type { ExportedFile } from '../export/save-files.js';
import { reportExport } from './export.js';
import type { ExportOptions } from './options.js';

export async function runPdf(options: ExportOptions & { browser?: string }): Promise<number> {
  const started = performance.now();
  const { documents, pages, ...result } = printable(options.content, options);
  // An empty variable is one that nobody has set.
  const browser = options.browser ?? (process.env['FAZHI_BROWSER'] || undefined);
  const write = async (): Promise<ExportedFile[] | undefined> => {
    if (!documents || !pages) return undefined;
    // What drives a browser takes its time to load, which content with errors should not wait for.
    const { exportPdf } = await import('../export/export-pdf.js');
    return exportPdf({ ...result, documents, pages }, { ...options, browser });
  };
  return reportExport(result, write, { started, options });
}
