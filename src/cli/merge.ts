/** `fazhi merge PART… --out DIST`: the whole site of the parts of a divided build. */
import { isRefused } from '../build-site.js';
import { programOf } from '../cache/program.js';
import { merge } from '../parts/merge.js';
import { readLine } from '../read/read-line.js';
import { printBuild } from './build.js';
import type { CommonOptions } from './options.js';

export async function runMerge(parts: readonly string[], options: CommonOptions & { out: string }): Promise<number> {
  const started = performance.now();
  const { content, out, strict } = options;
  const result = merge(parts, { out, strict, program: programOf() ?? '' });
  const lineOf = (file: string, line: number): string | undefined => readLine(content, file, line);
  await printBuild({ ...result, lineOf, damaged: new Set() }, options, performance.now() - started);
  return isRefused(result.diagnostics, strict) ? 1 : 0;
}
