/** `fazhi merge PART… --out DIST`: the whole site of the parts of a divided build. */
import { isRefused } from '../build-site.js';
import { programOf } from '../cache/program.js';
import { merge } from '../parts/merge.js';
import { linesIn } from '../read/read-line.js';
import { printBuild } from './build.js';
import type { CommonOptions } from './options.js';

export async function runMerge(parts: readonly string[], options: CommonOptions & { out: string }): Promise<number> {
  const started = performance.now();
  const { content, out, strict } = options;
  const result = merge(parts, { out, strict, program: programOf() ?? '' });
  await printBuild({ ...result, lineOf: linesIn(content), damaged: new Set() }, options, performance.now() - started);
  return isRefused(result.diagnostics, strict) ? 1 : 0;
}
