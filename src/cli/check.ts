/** `fazhi check`: everything before the pages. */
import { check, isRefused } from '../build.js';
import { describeContent, describeEnd, printDiagnostics, printSummary, type CommonOptions } from './print.js';

export function runCheck(options: CommonOptions): number {
  const started = performance.now();
  const result = check(options.content);
  printDiagnostics(result, options);
  const end = describeEnd(result.diagnostics, performance.now() - started, options.lang);
  printSummary([describeContent(result, options.lang), end], options);
  return isRefused(result.diagnostics, options.strict) ? 1 : 0;
}
