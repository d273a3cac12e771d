/** `fazhi export docx`: each report as a Word file for the office above. */
import { documents, isRefused, type CheckResult } from '../build.js';
import type { ExportedFile } from '../export/save-files.js';
import type { ExportOptions } from './options.js';
import { describeContent, describeEnd, printDiagnostics, printSummary } from './print.js';
import { HELP } from './words.js';

export async function runExport(options: ExportOptions): Promise<number> {
  const started = performance.now();
  const result = documents(options.content, options);
  const { documents: made } = result;
  const write = async (): Promise<ExportedFile[] | undefined> => {
    if (!made) return undefined;
    // The library takes its time to load, which content with errors should not wait for.
    const { exportDocx } = await import('../export/export-docx.js');
    return exportDocx(made, options);
  };
  return reportExport(result, write, { started, options });
}

/** Says what is wrong with the content, writes the files (none, where `write` has nothing to write), says which. */
export async function reportExport(
  result: CheckResult,
  write: () => Promise<ExportedFile[] | undefined>,
  { started, options }: { started: number; options: ExportOptions },
): Promise<number> {
  const { lang, strict } = options;
  const words = HELP[lang];
  await printDiagnostics(result, options);
  const files = await write();
  const outcome = files?.map(({ file, isNew }) => words.exported(file, isNew)) ?? [words.exportRefused];
  const end = describeEnd(result.diagnostics, performance.now() - started, lang);
  printSummary([describeContent(result, lang), ...outcome, end], options);
  return isRefused(result.diagnostics, strict) ? 1 : 0;
}
