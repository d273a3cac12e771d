/** `fazhi build`: check, then build. */
import { build, isRefused } from '../build.js';
import type { CommonOptions } from './options.js';
import { describeContent, describeEnd, printDiagnostics, printSummary } from './print.js';

export function runBuild(options: CommonOptions & { out: string }): number {
  const started = performance.now();
  const { content, out, strict, lang } = options;
  const result = build({ content, out, strict });
  printDiagnostics(result, options);
  const { written } = result;
  const outcome =
    lang === 'zh'
      ? written
        ? `写入 ${written.written.length} 个文件到 ${out}，未变 ${written.unchanged} 个，删去 ${written.removed.length} 个`
        : `没有写入任何文件，${out} 保持原样。请先改正上面的错误`
      : written
        ? `Wrote ${written.written.length} files to ${out}, ${written.unchanged} unchanged, ${written.removed.length} removed`
        : `Nothing was written; ${out} stays as it was. Please mend the errors above`;
  printSummary(
    [describeContent(result, lang), outcome, describeEnd(result.diagnostics, performance.now() - started, lang)],
    options,
  );
  return isRefused(result.diagnostics, strict) ? 1 : 0;
}
