/** `fazhi check`: everything before the pages; with `--fix`, what is certain is written first. */
import type { CheckResult } from '../build.js';
import { checkSite, isRefused } from '../build-site.js';
import type { CommonOptions } from './options.js';
import { describeContent, describeEnd, printDiagnostics, printSummary, rootOf } from './print.js';

export async function runCheck(options: CommonOptions & { fix: boolean }): Promise<number> {
  const started = performance.now();
  const { result, hasFault } = options.fix
    ? await fixFirst(options)
    : { result: await checkSite(options), hasFault: false };
  await printDiagnostics(result, options);
  const end = describeEnd(result.diagnostics, performance.now() - started, options.lang);
  printSummary([describeContent(result, options.lang), end], options);
  if (hasFault) return 2;
  return isRefused(result.diagnostics, options.strict) ? 1 : 0;
}

/** What changed is no diagnostic: where a program reads standard output, it goes beside it. */
async function fixFirst({
  content,
  lang,
  format,
  quiet,
}: CommonOptions): Promise<{ result: CheckResult; hasFault: boolean }> {
  const [{ fix }, { describeFixes }] = await Promise.all([import('../fix/fix.js'), import('../fix/describe.js')]);
  const { checked, files, refused } = fix(content);
  const stream = format === 'pretty' ? process.stdout : process.stderr;
  const colour = stream.isTTY && !process.env['NO_COLOR'];
  const said = describeFixes({ files: quiet ? [] : files, refused }, { language: lang, colour, root: rootOf(content) });
  if (said !== '') stream.write(`${said}\n\n`);
  return { result: checked, hasFault: refused.some(({ isFault }) => isFault) };
}
