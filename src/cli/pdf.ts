/** `fazhi pdf`: each report as a PDF, laid out as the page prints. */
import { Option, type Command } from 'commander';
import { printable } from '../build.js';
import type { Language } from '../diagnostics/diagnostic.js';
import type { ExportedFile } from '../export/save-files.js';
import { addExportOptions, reportExport, type ExportOptions } from './export.js';
import { HELP } from './words.js';

interface PdfOptions extends ExportOptions {
  browser?: string;
}

export function addPdfCommand(fazhi: Command, language: Language, end: (code: number) => void): void {
  const words = HELP[language];
  const command = fazhi.command('pdf').description(words.pdf).copyInheritedSettings(fazhi).usage(words.commandUsage);
  addExportOptions(command, language)
    .addOption(new Option('--browser <path>', words.browser))
    .action(async (options: PdfOptions) => {
      const started = performance.now();
      const { documents, pages, ...result } = printable(options.content, options);
      // An empty variable is one that nobody has set.
      const browser = options.browser ?? (process.env['FAZHI_BROWSER'] || undefined);
      const write = async (): Promise<ExportedFile[] | undefined> => {
        if (!documents || !pages) return undefined;
        // What drives a browser takes its time to load, which no other command should wait for.
        const { exportPdf } = await import('../export/export-pdf.js');
        return exportPdf({ ...result, documents, pages }, { ...options, browser });
      };
      end(await reportExport(result, write, { started, options }));
    });
}
