/** `fazhi build`: check, then build. */
import { buildSite, isRefused, type BuildResult } from '../build-site.js';
import type { Shard } from '../parts/part.js';
import type { CommonOptions } from './options.js';
import { describeContent, describeEnd, printDiagnostics, printSummary } from './print.js';

export interface BuildCommandOptions extends CommonOptions {
  out: string;
  cache: boolean;
  shard?: Shard;
  threads?: number;
}

export async function runBuild(options: BuildCommandOptions): Promise<number> {
  const started = performance.now();
  const { content, out, strict, cache, shard, threads } = options;
  const result = await buildSite({ content, out, strict, cache, shard, threads });
  await printBuild(result, options, performance.now() - started);
  return isRefused(result.diagnostics, strict) ? 1 : 0;
}

/** What a build, or a merge of parts, has to say. */
export async function printBuild(
  result: BuildResult,
  options: CommonOptions & { out: string },
  milliseconds: number,
): Promise<void> {
  const { out, lang } = options;
  await printDiagnostics(result, options);
  for (const file of result.damaged) {
    process.stderr.write(
      lang === 'zh'
        ? `缓存文件“${file}”已损坏，没有使用，其中的内容已重新生成。\n`
        : `The cache file “${file}” was damaged and not used; what it held was made again.\n`,
    );
  }
  const { written } = result;
  const outcome =
    lang === 'zh'
      ? written
        ? `写入 ${written.written.length} 个文件到 ${out}，未变 ${written.unchanged} 个，删去 ${written.removed.length} 个`
        : `没有写入任何文件，${out} 保持原样。请先改正上面的错误`
      : written
        ? `Wrote ${written.written.length} files to ${out}, ${written.unchanged} unchanged, ${written.removed.length} removed`
        : `Nothing was written; ${out} stays as it was. Please mend the errors above`;
  const end = describeEnd(result.diagnostics, milliseconds, lang);
  printSummary([describeContent(result, lang), outcome, end], options);
}
